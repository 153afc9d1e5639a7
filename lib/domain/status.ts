import type { ClaimStage, ClaimStatus, ConsensusStatus, DecisionAction, RoundState } from '@/lib/domain/vocabulary'

export interface ClaimStanding {
  readonly stage: ClaimStage
  /** The latest round's state. */
  readonly roundState: RoundState
  /** The latest round's consensus; never looked at while the round is open. */
  readonly consensus: ConsensusStatus
  /** The latest decision made on the latest round; null where there is none. */
  readonly lastAction: DecisionAction | null
}

/** What lists and filters show of a claim: one word for its stage or, while it is open, for where its latest round stands. */
export function claimStatus({ stage, roundState, consensus, lastAction }: ClaimStanding): ClaimStatus {
  if (stage === 'WITHDRAWN' || stage === 'MERGED') return stage
  if (stage === 'DECIDED') return lastAction === 'DISMISS' ? 'DISMISSED' : 'APPROVED'
  if (roundState === 'OPEN') return 'AWAITING'
  return lastAction === 'RETURN' ? 'RETURNED' : consensus
}

/** The status as readers of the screens know it: a claim that was resolved without a rating says so. */
export function statusWords({ status, rating }: { status: ClaimStatus; rating: unknown }): string {
  return status === 'APPROVED' && rating === null ? 'Resolved: no rating' : STATUS_LABELS[status]
}

export const STATUS_LABELS: Readonly<Record<ClaimStatus, string>> = {
  AWAITING: 'Awaiting',
  AGREED: 'Agreed',
  SPLIT: 'Split',
  ESCALATED: 'Escalated',
  RETURNED: 'Returned',
  APPROVED: 'Approved',
  DISMISSED: 'Dismissed',
  WITHDRAWN: 'Withdrawn',
  MERGED: 'Merged',
}
