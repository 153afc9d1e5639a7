import {
  absentFrom,
  type Claim,
  countedNumber,
  type Desk,
  isSuspended,
  latest,
  missing,
  type Name,
  quorumOf,
  votersOf,
} from './desk-state'
import { tally } from './majority-rule'
import { followed, type Passage, plain, type Text } from './texts'

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

/** As it happens by itself, when nobody is missing any more and the claim's passages stand. */
export function closeIfFull(desk: Desk, claim: Claim): void {
  if (claim.stage !== 'OPEN' || isSuspended(desk, claim)) return
  if (latest(claim).isOpen && missing(desk, claim, latest(claim)) <= 0) closeRound(claim)
}

/** Ends the latest round unseen. */
export function abandonRound(claim: Claim): void {
  const round = latest(claim)
  if (!round.isOpen) return
  round.isOpen = false
  round.ending = 'ABANDONED'
}

/** Gives an open claim another wording; what was cast on the old one does not count for it. */
export function reword(claim: Claim, sentence: string, passages: readonly Passage[]): void {
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
    passages: claim.passages.map(({ quote }) => plain(quote)).sort(),
    policy: claim.policy.version,
    round: round.number,
    votes: votersOf(claim, round)
      .sort()
      .map(name => [name, round.votes.get(name)]),
    absent: absentFrom(claim, round).sort(),
    outcome: round.outcome,
  })
}

/** What a publication would show now: the decided claims that the text has left alone, each with the number of its decision. */
export function standing(desk: Desk): Map<number, number> {
  return new Map(
    desk.claims.flatMap((claim, index) =>
      claim.stage === 'DECIDED' && !isSuspended(desk, claim) ? [[index, claim.decisions.length] as const] : [],
    ),
  )
}

/** Whether a publication now would show something else than the last one did. */
export function hasNews(desk: Desk): boolean {
  const words = (version: number, shown: Map<number, number>) => JSON.stringify([version, ...shown])
  const last = desk.publications.at(-1)
  return !last || words(desk.text.version, standing(desk)) !== words(last.version, last.shown)
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

/** Publishes what stands, with what is told of the rest. */
export function publishNow(desk: Desk, corrected: readonly number[]): void {
  const shown = standing(desk)
  const { underReview } = unfinished(desk)
  const quotes = new Map([...shown.keys()].map(claim => [claim, quotesOf(desk.claims[claim])] as const))
  desk.publications.push({ shown, corrected: new Set(corrected), underReview, version: desk.text.version, quotes })
}

function quotesOf(claim: Claim | undefined): string[] {
  return (claim?.passages ?? []).map(({ quote }) => quote).sort()
}

/** Puts a text in the place of the current one: claims are suspended where it has other words, and go on where it has theirs again. */
export function adoptText(desk: Desk, text: Text): void {
  const before = desk.claims.map(claim => isSuspended(desk, claim))
  desk.text = text
  for (const [index, claim] of desk.claims.entries()) {
    claim.passages = claim.passages.map(passage => followed(text, passage))
    if (isSuspended(desk, claim) === before[index]) continue
    claim.version++
    closeIfFull(desk, claim)
  }
}

/** As it happens to all of them when someone has left or begun to learn. */
export function closeAllThatAreFull(desk: Desk): void {
  for (const claim of desk.claims) closeIfFull(desk, claim)
}
