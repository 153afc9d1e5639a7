import type { ClaimDto } from '@/lib/contracts/claims'
import { unansweredDissents } from '@/lib/domain/far-dissent'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import type { DecisionDraft } from './decision-draft'

export type FarDissentDto = NonNullable<ClaimDto['flags']>['farDissents'][number]

type Draft = Pick<DecisionDraft, 'explanation' | 'rating'>

/** The far dissents that this draft would leave unanswered. */
export function unansweredIn(
  { flags, scale }: Pick<ClaimDto, 'flags' | 'scale'>,
  action: DecisionAction,
  draft: Draft,
): readonly FarDissentDto[] {
  return unansweredDissents(flags?.farDissents ?? [], { action, ...draft }, scale)
}
