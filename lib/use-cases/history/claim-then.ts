import type { z } from 'zod'
import type { ClaimThenDto, readAsOfContract } from '@/lib/contracts/history'
import { byReviewer, type People } from '@/lib/db/claim-people'
import type { readDecisionWords } from '@/lib/db/history-as-of'
import { presentVerdict } from '@/lib/db/verdict-view'
import type { VerdictRow } from '@/lib/db/verdicts'
import type { ClaimState, RoundHistory } from '@/lib/domain/history'
import { isRevealed } from '@/lib/domain/round'
import { type RatingScale, wornRating } from '@/lib/domain/scale'
import { consensusSentence } from '@/lib/domain/sentence'

type Around = {
  scale: RatingScale
  people: People
  decisions: Awaited<ReturnType<typeof readDecisionWords>>
  /** Those that are open to the reader now. */
  verdicts: readonly VerdictRow[]
}

type ClaimInput = z.input<typeof readAsOfContract.output>['claims'][number]

/** A claim as it stood, with what of it is open to the reader now. Of a round that was open then nobody is told who had cast. */
export function claimThen(claim: ClaimState, around: Around): ClaimInput {
  const { scale, people, decisions } = around
  const decision = claim.standingDecisionId === null ? undefined : decisions.get(claim.standingDecisionId)
  const isOver = claim.status === 'RETURNED'
  return {
    id: claim.id,
    claimReviewed: claim.claimReviewed,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    quotes: claim.targets
      .map(({ start, end, exact, anchorState = 'ANCHORED' }) => ({ start, end, exact, anchorState }))
      .sort((one, other) => one.start - other.start || other.end - one.end),
    suspendedAt: claim.suspendedAt,
    stage: claim.stage,
    status: claim.status,
    // What was agreed and then returned is no one's verdict any more.
    rating: claim.rating === null || isOver ? null : wornRating(scale, claim.rating),
    mergedIntoId: claim.mergedIntoId,
    rounds: claim.rounds.map(round => roundThen(claim.id, round, around)),
    decision: decision ? { ...decision, decider: people.of(decision.deciderId), at: decision.at.toISOString() } : null,
    ratings: scale.ratings.map(({ key, label, tone }) => ({ key, label, tone })),
  }
}

function roundThen(claimId: string, round: RoundHistory, around: Around): ClaimThenDto['rounds'][number] {
  const { scale, people, verdicts } = around
  const { number, state, ending, openedAt, closedAt, outcome } = round
  const isShown = isRevealed(round) // by the moment that was replayed to
  const shown = isShown ? verdicts.filter(verdict => verdict.claimId === claimId && verdict.round === number) : []
  return {
    number,
    state,
    ending,
    openedAt,
    closedAt,
    sentence: isShown && outcome ? consensusSentence(outcome, scale) : null,
    verdicts: byReviewer(people, shown).map(verdict => presentVerdict(verdict, people)),
  }
}
