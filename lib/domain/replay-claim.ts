import { consensusOf } from '@/lib/domain/consensus'
import { withQuorum } from '@/lib/domain/consensus-policy'
import {
  BrokenHistory,
  type CastState,
  type ClaimState,
  type HistoryEvent,
  type RoundHistory,
} from '@/lib/domain/history'
import { numberIn, textIn, textsIn, valueIn } from '@/lib/domain/history-ids'
import type { RowsByEvent } from '@/lib/domain/history-rows'
import { countedRoundNumber } from '@/lib/domain/round'
import { claimStatus } from '@/lib/domain/status'
import { DECISION_ACTIONS } from '@/lib/domain/vocabulary'

/** A value under way: what is handed out is read-only. */
type Draft<T> = { -readonly [K in keyof T]: T[K] }
export type ClaimDraft = Omit<Draft<ClaimState>, 'rounds' | 'status'> & {
  rounds: Draft<RoundHistory>[]
  /** The claim's event before the one at hand. */
  last: HistoryEvent
}

/** A claim as its first event tells it; its round is opened by the next one. */
export function createdBy(event: HistoryEvent, id: string, rows: RowsByEvent): ClaimDraft {
  const { policyVersion, scaleVersion } = rows.claim(event, id)
  return {
    ...rows.wording(event, id, numberIn(event, 'revision')),
    id,
    createdById: event.actorId,
    createdAt: event.at,
    policyVersion,
    scaleVersion,
    stage: 'OPEN',
    rounds: [],
    consensus: 'AWAITING',
    rating: null,
    isReturned: false,
    suspendedAt: null,
    quorum: null,
    mergedIntoId: null,
    assigned: [],
    recused: [],
    decisions: [],
    standingDecisionId: null,
    version: 1,
    last: event,
  }
}

type Act = (claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent) => void

/** What each event does to its claim. Those not named here, such as comment.added, change nothing of what is replayed. */
export const CLAIM_ACTS: Readonly<Record<string, Act>> = {
  'claim.edited': edited,
  'claim.withdrawn': claim => {
    claim.stage = 'WITHDRAWN'
    claim.suspendedAt = null
    claim.version++
  },
  'claim.merged': (claim, event) => {
    claim.stage = 'MERGED'
    claim.mergedIntoId = textIn(event, 'intoId')
    claim.version++
  },
  'claim.suspended': (claim, event) => {
    claim.suspendedAt = event.at
    claim.version++
  },
  'claim.resumed': claim => {
    claim.suspendedAt = null
    claim.version++
  },
  'target.confirmed': reviewed,
  'target.moved': reviewed,
  'claim.quorum-lowered': (claim, event, rows) => {
    claim.quorum = { quorum: numberIn(event, 'quorum'), reason: rows.quorumReason(event, claim.id) }
  },
  'round.opened': opened,
  'round.closed': closed,
  'round.abandoned': abandoned,
  'verdict.cast': cast,
  'verdict.withdrawn': (claim, event) => {
    const round = openRound(claim, event)
    round.verdicts = round.verdicts.filter(({ reviewerId }) => reviewerId !== event.actorId)
  },
  'reviewers.assigned': assigned,
  'assignment.returned': assigned,
  'reviewer.recused': recused,
  'claim.decided': decided,
  'claim.reopened': claim => {
    claim.stage = 'OPEN'
    claim.standingDecisionId = null
    claim.version++
  },
}

/** An open round in which no verdict stands goes on with the new wording; of any other the next events tell the end. */
function edited(claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent): void {
  Object.assign(claim, rows.wording(event, claim.id, numberIn(event, 'revision')))
  claim.suspendedAt = null // Its passages were chosen in the text of that moment.
  claim.version++
  const round = claim.rounds.at(-1)
  if (round?.state === 'OPEN' && round.verdicts.length === 0) round.claimRevision = claim.revision
}

/** A person said of one passage that the claim is the same there. */
function reviewed(claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent): void {
  claim.version++
  const targetId = textIn(event, 'targetId')
  const mapped = rows.mapped(claim.id, claim.revision, numberIn(event, 'version')) ?? []
  const index = mapped.findIndex(row => row.targetId === targetId)
  const found = mapped[index]?.reviewed
  if (found) claim.targets = claim.targets.map((target, at) => (at === index ? found : target))
}

function opened(claim: ClaimDraft, event: HistoryEvent): void {
  const number = numberIn(event, 'round')
  const reason = textIn(event, 'reason')
  const before = claim.rounds.at(-1)
  if (number !== (before?.number ?? 0) + 1) throw new BrokenHistory(event, `round ${number} does not come next`)
  if (before?.state === 'OPEN') throw new BrokenHistory(event, `round ${before.number} is still open`)
  const isStarted = reason === 'SPLIT' || reason === 'RETURNED'
  claim.rounds.push({
    number,
    state: 'OPEN',
    reason,
    claimRevision: claim.revision,
    openedAt: event.at,
    openedById: isStarted || reason === 'REOPENED' ? event.actorId : null,
    closedAt: null,
    closedById: null,
    ending: null,
    outcome: null,
    splitReason: null,
    verdicts: [],
  })
  claim.consensus = 'AWAITING'
  claim.rating = null
  claim.isReturned = false
  // A change of the wording and a reopening have been counted by their own events.
  if (isStarted) claim.version++
}

function closed(claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent): void {
  const round = openRound(claim, event)
  const away = claim.recused.filter(({ fromRound }) => fromRound <= round.number).map(({ memberId }) => memberId)
  const counting = round.verdicts.filter(({ reviewerId, isTrainee }) => !isTrainee && !away.includes(reviewerId))
  const policy = withQuorum(rows.policy(event, claim.policyVersion), claim.quorum?.quorum ?? null)
  const scale = rows.scale(event, claim.scaleVersion)
  const outcome = consensusOf(counting, scale, countedRoundNumber(claim.rounds, round.number), policy)
  round.state = 'CLOSED'
  round.ending = 'COUNTED'
  round.closedAt = event.at
  round.closedById = followsItsCause(claim.last, event) ? null : event.actorId
  round.outcome = outcome
  round.splitReason = 'reason' in outcome ? outcome.reason : null
  claim.consensus = outcome.status
  claim.rating = outcome.status === 'AGREED' ? outcome.rating : null
  claim.version++
}

/** A round that is complete closes in the transaction of the act on the claim that completed it: same hand, same moment. */
function followsItsCause(cause: HistoryEvent, event: HistoryEvent): boolean {
  return cause.at === event.at && cause.actorId === event.actorId
}

function abandoned(claim: ClaimDraft, event: HistoryEvent): void {
  const round = openRound(claim, event)
  round.state = 'CLOSED'
  round.ending = 'ABANDONED'
  round.closedAt = event.at
  round.closedById = event.actorId
}

function cast(claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent): void {
  const round = openRound(claim, event)
  const { id: verdictId, rating, revision, isTrainee } = rows.verdict(event)
  const { actorId: reviewerId, at } = event
  if (reviewerId === null || rating === null) throw new BrokenHistory(event, 'nobody cast it, or nothing was cast')
  const verdict: CastState = { verdictId, reviewerId, revision, rating, isTrainee, at }
  const isReplaced = round.verdicts.some(standing => standing.reviewerId === reviewerId)
  round.verdicts = isReplaced
    ? round.verdicts.map(standing => (standing.reviewerId === reviewerId ? verdict : standing))
    : [...round.verdicts, verdict]
}

function assigned(claim: ClaimDraft, event: HistoryEvent): void {
  const { actorId, at } = event
  // By the statement's plan it is as if its author had asked; the actor only highlighted the claim.
  const planner = valueIn(event, 'byId')
  const byId = typeof planner === 'string' ? planner : actorId
  const memberIds = textsIn(event, 'memberIds')
  const kept = claim.assigned.filter(({ memberId }) => memberIds.includes(memberId))
  const fresh = memberIds.filter(id => !kept.some(({ memberId }) => memberId === id))
  claim.assigned = [...kept, ...fresh.map(memberId => ({ memberId, byId, at }))]
}

function recused(claim: ClaimDraft, event: HistoryEvent): void {
  const memberId = textIn(event, 'memberId')
  claim.recused = [...claim.recused, { memberId, fromRound: numberIn(event, 'fromRound'), at: event.at }]
  claim.assigned = claim.assigned.filter(assignment => assignment.memberId !== memberId)
}

function decided(claim: ClaimDraft, event: HistoryEvent, rows: RowsByEvent): void {
  const { id: decisionId, number, rating } = rows.decision(event)
  const action = DECISION_ACTIONS.find(known => known === textIn(event, 'action'))
  const round = claim.rounds.at(-1)
  if (!action) throw new BrokenHistory(event, 'no such action is known')
  if (round?.state !== 'CLOSED' || round.number !== numberIn(event, 'round')) {
    throw new BrokenHistory(event, 'the round it decides on is not the latest one, or is open')
  }
  claim.decisions = [
    ...claim.decisions,
    { decisionId, number, round: round.number, action, rating, byId: event.actorId, at: event.at },
  ]
  claim.version++
  if (action === 'RETURN') {
    round.ending = 'RETURNED'
    claim.isReturned = true
    return
  }
  claim.stage = 'DECIDED'
  claim.rating = rating
  claim.standingDecisionId = decisionId
}

function openRound(claim: ClaimDraft, event: HistoryEvent): Draft<RoundHistory> {
  const round = claim.rounds.at(-1)
  if (round?.state !== 'OPEN' || round.number !== numberIn(event, 'round')) {
    throw new BrokenHistory(event, `round ${numberIn(event, 'round')} is not the open one`)
  }
  return round
}

/** A claim as it is handed out. */
export function settled({ last: _last, ...claim }: ClaimDraft): ClaimState {
  const round = claim.rounds.at(-1)
  const { stage, consensus, decisions } = claim
  const lastAction = decisions.findLast(decision => decision.round === round?.number)?.action ?? null
  return { ...claim, status: claimStatus({ stage, consensus, lastAction, roundState: round?.state ?? 'OPEN' }) }
}
