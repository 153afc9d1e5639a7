import type { Consensus } from '@/lib/domain/consensus'
import type { Problem } from '@/lib/domain/problem'
import { findRating, type RatingKey, type RatingScale, ratingOf } from '@/lib/domain/scale'
import { type ConsensusStatus, DECISION_ACTIONS, type DecisionAction } from '@/lib/domain/vocabulary'

export interface DecisionInput {
  readonly action: DecisionAction
  /**
   * The rating readers will see. APPROVE takes the agreed one, RETURN and DISMISS none. For RESOLVE null says that the
   * evidence supports no rating; undefined says nothing, and a resolution that says nothing is refused.
   */
  readonly rating?: RatingKey | null | undefined
  /** Written for readers; all but RETURN need one. */
  readonly explanation: string | null
  /** Why; all but APPROVE need one. For RETURN, the comment to the reviewers. */
  readonly reason: string | null
}

const OPEN_TO: Readonly<Record<DecisionAction, readonly ConsensusStatus[]>> = {
  APPROVE: ['AGREED'],
  OVERRIDE: ['AGREED'],
  RESOLVE: ['SPLIT', 'ESCALATED'],
  RETURN: ['AWAITING', 'AGREED', 'SPLIT', 'ESCALATED'],
  DISMISS: ['AWAITING', 'AGREED', 'SPLIT', 'ESCALATED'],
}

const REASON_WANTED: Readonly<Record<Exclude<DecisionAction, 'APPROVE'>, string>> = {
  OVERRIDE: 'Say why another rating than the agreed one stands.',
  RESOLVE: 'Say why this stands although the reviewers did not agree.',
  RETURN: 'Tell the reviewers what to look at again.',
  DISMISS: 'Say why there is no checkable claim here.',
}

/** What an editor may do with a claim whose round has closed on this consensus. Of an open round nothing may be decided: ask `can`. */
export function decisionActions(status: ConsensusStatus): DecisionAction[] {
  return DECISION_ACTIONS.filter(action => OPEN_TO[action].includes(status))
}

/** What keeps this decision from being made on a closed round with this consensus; empty when nothing does. */
export function decisionProblems(consensus: Consensus, input: DecisionInput, scale: RatingScale): Problem[] {
  const { action, explanation, reason } = input
  if (!OPEN_TO[action].includes(consensus.status)) return [{ path: 'action', message: notOpen(consensus) }]

  const problems = ratingProblems(consensus, input, scale)
  if (action !== 'RETURN' && isBlank(explanation)) {
    problems.push({ path: 'explanation', message: 'Write the explanation that readers will see.' })
  }
  if (action !== 'APPROVE' && isBlank(reason)) problems.push({ path: 'reason', message: REASON_WANTED[action] })
  return problems
}

function ratingProblems(consensus: Consensus, { action, rating }: DecisionInput, scale: RatingScale): Problem[] {
  const problem = (message: string): Problem[] => [{ path: 'rating', message }]
  const agreed = consensus.status === 'AGREED' ? consensus.rating : null
  switch (action) {
    case 'RETURN':
    case 'DISMISS':
      return isNone(rating) ? [] : problem('A claim that is returned or dismissed carries no rating.')
    case 'APPROVE':
      return isNone(rating) || rating === agreed
        ? []
        : problem(`The reviewers agreed on ${labelOf(scale, agreed)}. To give another rating, override it.`)
    case 'OVERRIDE':
      if (isNone(rating) || !findRating(scale, rating)) return problem('Choose a rating of this claim’s scale.')
      return rating === agreed
        ? problem(`${labelOf(scale, agreed)} is what the reviewers agreed on. Approve it instead.`)
        : []
    case 'RESOLVE':
      if (rating === null || (rating !== undefined && findRating(scale, rating))) return []
      return problem('Choose a rating of this claim’s scale, or say that no rating is supported by the evidence.')
  }
}

function isNone(rating: DecisionInput['rating']): rating is null | undefined {
  return rating === null || rating === undefined
}

function notOpen({ status }: Consensus): string {
  if (status === 'AGREED') return 'The reviewers agree: approve, override, return or dismiss.'
  if (status === 'AWAITING') return 'Too few verdicts are in: return the claim, or dismiss it.'
  return 'The reviewers have not agreed: resolve the claim, return it or dismiss it.'
}

function labelOf(scale: RatingScale, rating: RatingKey | null): string {
  return rating === null ? '' : ratingOf(scale, rating).label
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
