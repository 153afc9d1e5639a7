import type { Consensus } from '@/lib/domain/consensus'
import { awaitingIn, countedRoundNumber, isRevealed } from '@/lib/domain/round'
import { consensusSentence } from '@/lib/domain/sentence'
import { changeSentence, waitSentence } from '@/lib/domain/sentence-change'
import { clauseSentence } from '@/lib/domain/sentence-rule'
import { whatWouldChange } from '@/lib/domain/what-would-change'
import { asSeated, byReviewer, type People } from './claim-people'
import { attendanceOf, castersIn, policyInForce } from './claim-record'
import { roundSummary } from './claim-summary'
import { type ClaimMatter, countedVerdicts, outcomeOf } from './decision-binding'
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
    verdicts: byReviewer(
      people,
      verdicts.filter(verdict => verdict.round === round.number),
    ).map(verdict => presentVerdict(verdict, people)),
    ...(isRevealed(round)
      ? presentOutcome(matter, round.number, outcomeOf(matter, round.number))
      : presentSealed(matter, round, people)),
  }
}

function presentOutcome(matter: ClaimMatter, round: number, outcome: Consensus) {
  const { record, scale, rounds } = matter
  const policy = policyInForce(record)
  const change = whatWouldChange(countedVerdicts(matter, round), scale, countedRoundNumber(rounds, round), policy)
  return {
    consensus: outcome.status,
    rating: outcome.status === 'AGREED' ? outcome.rating : null,
    sentence: consensusSentence(outcome, scale),
    clause: clauseSentence(outcome, policy),
    change: change && changeSentence(change, scale),
  }
}

function presentSealed(matter: ClaimMatter, round: RoundRow, people: People) {
  const { record, scale } = matter
  const sealed = { consensus: 'AWAITING' as const, rating: null, clause: null }
  if (round.state !== 'OPEN') {
    const text = `${whyAbandoned(matter, round)} before this round closed; its verdicts stay sealed.`
    return { ...sealed, sentence: [{ text }], change: null }
  }
  // From attendance alone: what was cast has no part in it.
  const attendance = attendanceOf(record, round.number)
  const sentence = consensusSentence(awaitingIn(attendance, people.eligible), scale)
  return { ...sealed, sentence, change: waitSentence(attendance, people.eligible) }
}

function whyAbandoned({ record }: ClaimMatter, round: RoundRow): string {
  if (round.number < record.round) return 'The claim was changed'
  return record.stage === 'MERGED' ? 'The claim was merged' : 'The claim was withdrawn'
}
