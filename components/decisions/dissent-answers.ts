import type { ClaimDto } from '@/lib/contracts/claims'
import { answersDissent } from '@/lib/domain/far-dissent'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import type { DecisionDraft } from './decision-draft'

export type FarDissentDto = NonNullable<ClaimDto['flags']>['farDissents'][number]

type Draft = Pick<DecisionDraft, 'explanation' | 'rating'>

/** The far dissents that this decision leaves standing and its explanation does not answer. */
export function unansweredDissents(
  { flags, scale }: Pick<ClaimDto, 'flags' | 'scale'>,
  action: DecisionAction,
  { explanation, rating }: Draft,
): readonly FarDissentDto[] {
  if (action !== 'APPROVE' && action !== 'OVERRIDE') return []
  return (flags?.farDissents ?? [])
    .filter(dissent => action === 'APPROVE' || dissent.rating !== rating)
    .filter(dissent => !answersDissent(explanation, dissent, scale))
}
