import type { z } from 'zod'
import type { ClaimThenDto, readAsOfContract } from '@/lib/contracts/history'
import type { People } from '@/lib/db/claim-people'
import type { readDecisionWords } from '@/lib/db/history-as-of'
import { presentVerdict } from '@/lib/db/verdict-view'
import type { VerdictRow } from '@/lib/db/verdicts'
import type { ClaimState, RoundHistory } from '@/lib/domain/history'
import { type RatingScale, ratingOf } from '@/lib/domain/scale'
import { consensusSentence } from '@/lib/domain/sentence'

type Around = {
  scale: RatingScale
  people: People
  decisions: Awaited<ReturnType<typeof readDecisionWords>>
  /** Those that are open to the reader now. */
  verdicts: readonly VerdictRow[]
}

type ClaimInput = z.input<typeof readAsOfContract.output>['claims'][number]

/** Whether a round had shown its verdicts by the moment that was replayed to: closed, and not abandoned. */
export function shownVerdicts({ state, ending }: Pick<RoundHistory, 'state' | 'ending'>): boolean {
  return state === 'CLOSED' && ending !== 'ABANDONED'
}

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
    quotes: claim.targets.map(({ start, end, exact }) => ({ start, end, exact })),
    stage: claim.stage,
    status: claim.status,
    // What was agreed and then returned is no one's verdict any more.
    rating: claim.rating === null || isOver ? null : worn(scale, claim.rating),
    mergedIntoId: claim.mergedIntoId,
    rounds: claim.rounds.map(round => roundThen(claim.id, round, around)),
    decision: decision ? { ...decision, decider: people.of(decision.deciderId), at: decision.at.toISOString() } : null,
    ratings: scale.ratings.map(({ key, label, tone }) => ({ key, label, tone })),
  }
}

function roundThen(claimId: string, round: RoundHistory, around: Around): ClaimThenDto['rounds'][number] {
  const { scale, people, verdicts } = around
  const { number, state, ending, openedAt, closedAt, outcome } = round
  const isShown = shownVerdicts(round)
  const shown = isShown ? verdicts.filter(verdict => verdict.claimId === claimId && verdict.round === number) : []
  const order = people.byName(shown.map(({ reviewerId }) => reviewerId)).map(({ id }) => id)
  return {
    number,
    state,
    ending,
    openedAt,
    closedAt,
    sentence: isShown && outcome ? consensusSentence(outcome, scale) : null,
    // By the reviewers' names: never in the order in which they were cast.
    verdicts: shown
      .toSorted((one, other) => order.indexOf(one.reviewerId) - order.indexOf(other.reviewerId))
      .map(verdict => presentVerdict(verdict, people)),
  }
}

function worn(scale: RatingScale, key: string) {
  const { label, tone } = ratingOf(scale, key)
  return { key, label, tone }
}
