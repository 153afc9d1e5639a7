import {
  absentFrom,
  type Claim,
  countedNumber,
  type Desk,
  latest,
  missing,
  type Name,
  quorumOf,
  votersOf,
} from './desk-state'
import { tally } from './majority-rule'

/** Opens a claim's next round. */
export function openRound(claim: Claim, reason: string): void {
  const number = claim.rounds.length + 1
  claim.rounds.push({
    number,
    reason,
    isOpen: true,
    ending: null,
    revision: claim.revision,
    votes: new Map(),
    outcome: null,
  })
}

/** Opens the latest round's verdicts to everyone and counts them. */
export function closeRound(claim: Claim): void {
  const round = latest(claim)
  round.isOpen = false
  round.ending = 'COUNTED'
  const ratings = votersOf(claim, round).map(name => round.votes.get(name)?.rating ?? '')
  round.outcome = tally(ratings, countedNumber(claim, round), quorumOf(claim), claim.policy)
  claim.version++
}

/** As it happens by itself, when nobody is missing any more. */
export function closeIfFull(desk: Desk, claim: Claim): void {
  if (claim.stage === 'OPEN' && latest(claim).isOpen && missing(desk, claim, latest(claim)) <= 0) closeRound(claim)
}

/** Ends the latest round unseen. */
export function abandonRound(claim: Claim): void {
  const round = latest(claim)
  if (!round.isOpen) return
  round.isOpen = false
  round.ending = 'ABANDONED'
}

/** Gives an open claim another wording; what was cast on the old one does not count for it. */
export function reword(claim: Claim, sentence: string, passages: readonly string[]): void {
  claim.sentence = sentence
  claim.passages = passages
  claim.revision++
  claim.version++
  const round = latest(claim)
  if (round.isOpen && round.votes.size === 0) {
    round.revision = claim.revision
    return
  }
  abandonRound(claim)
  openRound(claim, 'CLAIM_CHANGED')
}

/** Stands someone back from a claim: at once while the round is sealed, from the next one on afterwards. */
export function standBack(desk: Desk, claim: Claim, who: Name, why: string): void {
  const round = latest(claim)
  claim.stoodBack.set(who, { from: round.isOpen ? round.number : round.number + 1, why })
  claim.asked.delete(who)
  if (!round.isOpen) return
  round.votes.delete(who)
  closeIfFull(desk, claim)
}

/** Everything that a decision on the latest round would be about, in one string: equal exactly where nothing differs. */
export function matterOf(claim: Claim): string {
  const round = latest(claim)
  return JSON.stringify({
    sentence: claim.sentence,
    passages: [...claim.passages].sort(),
    policy: claim.policy.version,
    round: round.number,
    votes: votersOf(claim, round)
      .sort()
      .map(name => [name, round.votes.get(name)]),
    absent: absentFrom(claim, round).sort(),
    outcome: round.outcome,
  })
}

/** What a publication would show now: the decided claims, each with the number of the decision that stands. */
export function standing(desk: Desk): Map<number, number> {
  return new Map(
    desk.claims.flatMap(({ stage, decisions }, claim) =>
      stage === 'DECIDED' ? [[claim, decisions.length] as const] : [],
    ),
  )
}

/** Whether a publication now would show something else than the last one did. */
export function hasNews(desk: Desk): boolean {
  const words = (shown: Map<number, number> | undefined) => shown && JSON.stringify([...shown])
  return words(standing(desk)) !== words(desk.publications.at(-1)?.shown)
}

/** Whether there is anything to publish: what became of what was published, or claims, decided or looked at again, that are news. */
export function isWorthPublishing(desk: Desk): boolean {
  const { due, underReview } = unfinished(desk)
  return due.length > 0 || (standing(desk).size + underReview.length > 0 && hasNews(desk))
}

/** Of the claims that readers know, those of which they have yet to be told what became, and those under review again. */
export function unfinished(desk: Desk): { due: number[]; underReview: number[] } {
  const now = standing(desk)
  const known = [...desk.claims.keys()].filter(claim => desk.publications.some(({ shown }) => shown.has(claim)))
  const isGone = (claim: number) => ['WITHDRAWN', 'MERGED'].includes(desk.claims[claim]?.stage ?? '')
  const isDue = (claim: number) => {
    const last = desk.publications.findLastIndex(({ shown }) => shown.has(claim))
    const isTold = desk.publications.slice(last + 1).some(({ corrected }) => corrected.has(claim))
    return now.has(claim) ? now.get(claim) !== desk.publications[last]?.shown.get(claim) : isGone(claim) && !isTold
  }
  return {
    due: known.filter(isDue),
    underReview: known.filter(claim => !now.has(claim) && !isGone(claim)),
  }
}

/** As it happens to all of them when someone has left or begun to learn. */
export function closeAllThatAreFull(desk: Desk): void {
  for (const claim of desk.claims) closeIfFull(desk, claim)
}
