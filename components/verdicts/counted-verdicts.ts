import type { RoundDto, VerdictDto } from '@/lib/contracts/rounds'

/** The opened verdicts that the rule counts: trainees' are seen with the others and left out here. */
export function countedVerdicts({ verdicts }: Pick<RoundDto, 'verdicts'>): VerdictDto[] {
  return verdicts.filter(({ isTrainee }) => !isTrainee)
}
