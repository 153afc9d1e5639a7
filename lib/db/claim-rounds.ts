import type { Consensus } from '@/lib/domain/consensus'
import { awaitingIn, countedRoundNumber } from '@/lib/domain/round'
import { consensusSentence } from '@/lib/domain/sentence'
import { clauseSentence } from '@/lib/domain/sentence-rule'
import { asSeated, type People } from './claim-people'
import { attendanceOf, castersIn, policyInForce } from './claim-record'
import { roundSummary } from './claim-summary'
import { type ClaimMatter, isOpened, outcomeOf } from './decision-binding'
import type { RoundRow } from './rounds'
import { presentVerdict } from './verdict-view'

/** One round as the actor may see it: while it is sealed, who has cast and what they cast themselves. */
export function presentRound(matter: ClaimMatter, round: RoundRow, people: People) {
  const { record, rounds, verdicts } = matter
  return {
    ...roundSummary(record, round.number, round.state),
    reason: round.reason,
    openedAt: round.openedAt.toISOString(),
    closedAt: round.closedAt?.toISOString() ?? null,
    ending: round.ending,
    countedRound: countedRoundNumber(rounds, round.number),
    castBy: asSeated(
      people,
      castersIn(record, round.number).map(({ reviewerId }) => reviewerId),
      castersIn(record, round.number).flatMap(({ reviewerId, isTrainee }) => (isTrainee ? [reviewerId] : [])),
    ),
    // Whose verdicts these are was decided by the read, under the seal.
    verdicts: inOrderOf(
      people,
      verdicts.filter(verdict => verdict.round === round.number),
    ).map(verdict => presentVerdict(verdict, people)),
    ...(isOpened(round)
      ? presentOutcome(matter, outcomeOf(matter, round.number))
      : presentSealed(matter, round, people)),
  }
}

function presentOutcome({ record, scale }: ClaimMatter, outcome: Consensus) {
  return {
    consensus: outcome.status,
    rating: outcome.status === 'AGREED' ? outcome.rating : null,
    sentence: consensusSentence(outcome, scale),
    clause: clauseSentence(outcome, policyInForce(record)),
  }
}

function presentSealed(matter: ClaimMatter, round: RoundRow, people: People) {
  const { record, scale } = matter
  const sentence =
    round.state === 'OPEN'
      ? consensusSentence(awaitingIn(attendanceOf(record, round.number), people.eligible), scale)
      : [{ text: `${whyAbandoned(matter, round)} before this round closed; its verdicts stay sealed.` }]
  return { consensus: 'AWAITING' as const, rating: null, sentence, clause: null }
}

function whyAbandoned({ record }: ClaimMatter, round: RoundRow): string {
  if (round.number < record.round) return 'The claim was changed'
  return record.stage === 'MERGED' ? 'The claim was merged' : 'The claim was withdrawn'
}

/** By the reviewers' names: never in the order in which they were cast. */
function inOrderOf<V extends { reviewerId: string }>(people: People, verdicts: readonly V[]): V[] {
  const order = people.byName(verdicts.map(({ reviewerId }) => reviewerId)).map(({ id }) => id)
  return verdicts.toSorted((one, other) => order.indexOf(one.reviewerId) - order.indexOf(other.reviewerId))
}
