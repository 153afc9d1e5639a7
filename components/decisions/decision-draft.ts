import type { z } from 'zod'
import { check } from '@/lib/contracts/check'
import type { ClaimDto } from '@/lib/contracts/claims'
import { decideClaimContract } from '@/lib/contracts/decisions'
import type { Consensus } from '@/lib/domain/consensus'
import { decisionProblems } from '@/lib/domain/decision'
import type { Problem } from '@/lib/domain/problem'
import type { DecisionAction } from '@/lib/domain/vocabulary'

type DecisionInput = z.output<typeof decideClaimContract.input>

/** A decision being written. One draft for all actions, so that a change of mind keeps the text. */
export type DecisionDraft = {
  /** What readers will read. */
  explanation: string
  /** Why something else than what was agreed, or why no claim is here. */
  reason: string
  /** What the reviewers are asked to look at again. */
  comment: string
  rating: string | null
  /** Chosen in the rating's place: the evidence supports none. Drafts from before there was the choice lack it. */
  isUnrated?: boolean
  ratedAsOf: string
}

/** What a decision starts from: the explanation of an earlier one, and the day (in UTC) up to which the reviewers looked. */
export function decisionDraft({ decisions, rounds }: Pick<ClaimDto, 'decisions' | 'rounds'>): DecisionDraft {
  const earlier = decisions.findLast(({ explanation }) => explanation !== null)
  return {
    explanation: earlier?.explanation ?? '',
    reason: '',
    comment: '',
    rating: null,
    ratedAsOf: rounds.at(-1)?.closedAt?.slice(0, 10) ?? '',
  }
}

/** Undefined while a resolution's rating has yet to be chosen; null where it is said that none is supported. */
function ratingIn(action: DecisionAction, { rating, isUnrated }: DecisionDraft): string | null | undefined {
  if (action === 'RESOLVE') return isUnrated ? null : (rating ?? undefined)
  return action === 'OVERRIDE' ? rating : null
}

/** The draft as this action: what to send, or what keeps it from being sent. Paths are those of the input. */
export function checkDecision(
  claim: Pick<ClaimDto, 'id' | 'contentHash' | 'scale'>,
  action: DecisionAction,
  draft: DecisionDraft,
  consensus: Consensus,
): { input: DecisionInput; problems: [] } | { input: null; problems: Problem[] } {
  const decision = {
    action,
    rating: ratingIn(action, draft),
    explanation: action === 'RETURN' ? null : draft.explanation,
    reason: action === 'APPROVE' ? null : action === 'RETURN' ? draft.comment : draft.reason,
  }
  const checked = check(decideClaimContract.input, {
    claimId: claim.id,
    contentHash: claim.contentHash ?? '',
    ...decision,
    ratedAsOf: action === 'OVERRIDE' || action === 'RESOLVE' || action === 'APPROVE' ? draft.ratedAsOf : null,
  })
  const problems = [...decisionProblems(consensus, decision, claim.scale), ...(checked.isValid ? [] : checked.problems)]
  return checked.isValid && problems.length === 0 ? { input: checked.value, problems: [] } : { input: null, problems }
}
