import type { ClaimDto } from '../../lib/contracts/claims'
import {
  type Anyone,
  askedNow,
  awaitedNow,
  type Claim,
  countedNumber,
  type Desk,
  isEditor,
  isHere,
  isOpenToAll,
  isSuspended,
  lastDecision,
  latest,
  missing,
  type Name,
  quorumOf,
  type Round,
  statusOf,
  type Vote,
  votersOf,
} from './desk-state'
import { mayDo, RIGHTS } from './rights'
import { type Passage, quoteNow, stateOf, type Text } from './texts'

/** A claim as the model says that someone sees it. */
export function expectedView(desk: Desk, claim: Claim, who: Name) {
  const round = latest(claim)
  const mine = claim.rounds.flatMap(({ number, votes }) => {
    const vote = votes.get(who)
    return vote ? [{ number, words: told(who, vote) }] : []
  })
  const isWaiting = claim.stage === 'OPEN' && !round.isOpen
  const isReady = isWaiting && ['AGREED', 'ESCALATED'].includes(statusOf(claim))
  const decides = isReady && mayDo(desk, who, claim, 'decide')
  return {
    sentence: claim.sentence,
    passages: claim.passages.map(passage => toldPassage(desk.text, passage)).sort(),
    isSuspended: isSuspended(desk, claim),
    stage: claim.stage,
    status: statusOf(claim),
    rating: ratingShown(claim),
    version: claim.version,
    revision: claim.revision,
    creator: claim.creator,
    policy: claim.policy.version,
    loweredQuorum: claim.loweredQuorum,
    mergedInto: claim.mergedInto,
    asked: askedNow(desk, claim).sort(),
    stoodBack: [...claim.stoodBack]
      .map(([name, { why }]) => `${name}: ${name === who || isEditor(desk, who) ? why : 'not told'}`)
      .sort(),
    rounds: claim.rounds.map(one => expectedRound(desk, claim, one, who)),
    decisions: claim.decisions.map(({ round, action, rating, by }) => `${round} ${action} ${rating} ${by}`),
    reopenedBy: claim.stage === 'DECIDED' ? null : claim.reopenedBy,
    comments: claim.comments,
    myVerdict: mine.find(({ number }) => number === round.number)?.words ?? null,
    myLastVerdict: mine.filter(({ number }) => number < round.number).at(-1)?.words ?? null,
    canBeDecidedOn: isOpenToAll(round),
    needsMyVerdict: needsVerdict(desk, claim, who),
    iHaveCast: round.votes.has(who),
    mayDecide: decides,
    needsEditor: decides || (isEditor(desk, who) && needsAnyEditor(desk, claim)),
    may: RIGHTS.filter(right => mayDo(desk, who, claim, right)),
  }
}
export type View = ReturnType<typeof expectedView>

/** Whether it waits for an editor, whoever they are: for its next round, or to look at its passages. */
function needsAnyEditor(desk: Desk, claim: Claim): boolean {
  return isSuspended(desk, claim) || ['SPLIT', 'RETURNED'].includes(statusOf(claim))
}

/** A passage in words, as both sides are compared. */
export function toldPassage(text: Text, passage: Passage): string {
  const state = stateOf(text, passage)
  const was = state === 'ANCHORED' ? '' : `, in ${passage.version}: ${passage.quote}`
  return `${state}: ${quoteNow(text, passage)}${was}`
}

/** The same of a target. */
export function shownPassage({ anchorState, exact, was }: ClaimDto['targets'][number]): string {
  return `${anchorState}: ${exact}${was ? `, in ${was.versionNumber}: ${was.exact}` : ''}`
}

/** A verdict in words, as both sides are compared. */
function told(name: string, { rating, why, isTrainee }: Vote): string {
  return `${marked(name, isTrainee)}: ${rating} ${why}`
}

function marked(name: string, isTrainee: boolean): string {
  return isTrainee ? `${name} (learning)` : name
}

function expectedRound(desk: Desk, claim: Claim, round: Round, who: Anyone) {
  const isShown = isOpenToAll(round)
  const outcome = isShown ? round.outcome : null
  return {
    number: round.number,
    state: round.isOpen ? 'OPEN' : 'CLOSED',
    reason: round.reason,
    ending: round.ending,
    cast: votersOf(claim, round).length,
    missing: round.isOpen ? missing(desk, claim, round) : 0,
    quorum: quorumOf(claim),
    countedRound: countedNumber(claim, round),
    castBy: [...round.votes].map(([name, { isTrainee }]) => marked(name, isTrainee)).sort(),
    // The seal: one's own while it is open or was abandoned, everyone's once it has opened.
    verdicts: [...round.votes]
      .filter(([name]) => isShown || name === who)
      .map(([name, vote]) => told(name, vote))
      .sort(),
    consensus: outcome?.status ?? 'AWAITING',
    rating: outcome?.status === 'AGREED' ? outcome.rating : null,
  }
}

function ratingShown(claim: Claim): string | null {
  if (claim.stage === 'DECIDED') return lastDecision(claim)?.rating ?? null
  const { outcome, ending } = latest(claim)
  return outcome?.status === 'AGREED' && !(claim.stage === 'OPEN' && ending === 'RETURNED') ? outcome.rating : null
}

/** Whether someone is waited for: by name, or, where nobody is asked by name, as a reviewer. */
function needsVerdict(desk: Desk, claim: Claim, who: Name): boolean {
  const round = latest(claim)
  if (!isHere(desk, who) || claim.stage !== 'OPEN' || isSuspended(desk, claim) || !round.isOpen) return false
  const vote = round.votes.get(who)
  // What was cast while learning does not stand for who has learned.
  const hasVoted = vote !== undefined && (!vote.isTrainee || desk.people[who].isTrainee)
  if (hasVoted || claim.stoodBack.has(who)) return false
  const isAnyoneAwaited = awaitedNow(desk, claim).length > 0
  return claim.asked.has(who) || (desk.people[who].role === 'REVIEWER' && !isAnyoneAwaited)
}

/** The same of what the product replied. `claimIds` are in the order in which the claims were made. */
export function shownView(dto: ClaimDto, claimIds: readonly string[]): View {
  const nameOf = ({ name }: { name: string }) => name.toLowerCase() as Name // The desk's people bear the model's names.
  const words = (verdict: ClaimDto['myVerdict']) =>
    verdict && told(nameOf(verdict.reviewer), { ...verdict, why: verdict.rationale })
  return {
    sentence: dto.claimReviewed,
    passages: dto.targets.map(shownPassage).sort(),
    isSuspended: dto.suspendedAt !== null,
    stage: dto.stage,
    status: dto.status,
    rating: dto.rating?.key ?? null,
    version: dto.version,
    revision: dto.revision,
    creator: nameOf(dto.createdBy),
    policy: dto.policy.version,
    loweredQuorum: dto.loweredQuorum?.quorum ?? null,
    mergedInto: dto.mergedIntoId === null ? null : claimIds.indexOf(dto.mergedIntoId),
    asked: dto.assigned.map(nameOf).sort(),
    stoodBack: dto.recused.map(({ person, reason }) => `${nameOf(person)}: ${reason ?? 'not told'}`).sort(),
    rounds: dto.rounds.map(round => ({
      number: round.number,
      state: round.state,
      reason: round.reason,
      ending: round.ending,
      cast: round.cast,
      missing: round.missing,
      quorum: round.quorum,
      countedRound: round.countedRound,
      castBy: round.castBy.map(person => marked(nameOf(person), person.isTrainee)),
      verdicts: round.verdicts.map(verdict => words(verdict) ?? ''),
      consensus: round.consensus,
      rating: round.rating,
    })),
    decisions: dto.decisions.map(({ round, action, rating, decider }) => {
      return `${round} ${action} ${rating} ${nameOf(decider)}`
    }),
    reopenedBy: dto.reopened ? nameOf(dto.reopened.by) : null,
    comments: dto.commentCount,
    myVerdict: words(dto.myVerdict),
    myLastVerdict: words(dto.myLastVerdict),
    canBeDecidedOn: dto.contentHash !== null,
    needsMyVerdict: dto.needsMyVerdict,
    iHaveCast: dto.iHaveCast,
    mayDecide: dto.mayDecide,
    needsEditor: dto.needsEditor,
    may: RIGHTS.filter(right => dto.may[right].allowed),
  }
}
