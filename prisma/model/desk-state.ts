import { FIRST_TEXT, type Passage, stateOf, type Text } from './texts'

/**
 * A desk as plain objects: what a person would keep on paper. Nothing here knows the product's code, so that where the two
 * agree, they agree about the rules and not about a shared mistake.
 */
export const NAMES = ['almond', 'birch', 'cedar', 'hazel', 'maple', 'oak', 'admin'] as const
export type Name = (typeof NAMES)[number]
/** Of another desk, and its administrator: here nobody. */
export const STRANGER = 'stranger'
export type Anyone = Name | typeof STRANGER

export type Role = 'REVIEWER' | 'EDITOR' | 'ADMIN'
export type Person = { role: Role; isGone: boolean; isTrainee: boolean; version: number }

export type Policy = {
  version: number
  quorum: number
  /** The majority: so many of so many. */
  share: readonly [number, number]
  spread: number
  maxRounds: number
  separatesDuties: boolean
}

/** `isTrainee`: whether it was cast by someone who was learning. */
export type Vote = { rating: string; why: string; isTrainee: boolean }
export type Outcome =
  | { status: 'AWAITING' }
  | { status: 'AGREED'; rating: string }
  | { status: 'SPLIT' | 'ESCALATED'; reason: string }

export type Round = {
  number: number
  reason: string
  isOpen: boolean
  ending: 'COUNTED' | 'RETURNED' | 'ABANDONED' | null
  /** Which wording of the claim was rated. */
  revision: number
  votes: Map<Name, Vote>
  outcome: Outcome | null
}

export type Decision = { round: number; action: string; rating: string | null; by: Name }

export type Claim = {
  creator: Name
  sentence: string
  passages: readonly Passage[]
  revision: number
  version: number
  stage: 'OPEN' | 'DECIDED' | 'WITHDRAWN' | 'MERGED'
  mergedInto: number | null
  policy: Policy
  loweredQuorum: number | null
  asked: Set<Name>
  /** Who stood back, from which round on and why. */
  stoodBack: Map<Name, { from: number; why: string }>
  everVoted: Set<Name>
  rounds: Round[]
  decisions: Decision[]
  /** The numbers of those that a reopening has lifted. */
  lifted: Set<number>
  reopenedBy: Name | null
  comments: number
}

/** What a publication showed: claims with the number of the decision that stood on each, and in which text; and what else it told. */
export type Publication = {
  shown: Map<number, number>
  corrected: Set<number>
  underReview: readonly number[]
  version: number
  /** Of each claim shown, its passages. */
  quotes: Map<number, string[]>
}

export type Desk = {
  people: Record<Name, Person>
  /** The last one is in force for new claims. */
  policies: Policy[]
  /** The current one. */
  text: Text
  claims: Claim[]
  publications: Publication[]
  shares: { publication: number; isRevoked: boolean }[]
}

/** A desk of four reviewers, two editors and an administrator, with nothing on it. */
export function newDesk(policy: Policy): Desk {
  const person = (role: Role): Person => ({ role, isGone: false, isTrainee: false, version: 1 })
  return {
    people: {
      almond: person('REVIEWER'),
      birch: person('REVIEWER'),
      cedar: person('REVIEWER'),
      hazel: person('REVIEWER'),
      maple: person('EDITOR'),
      oak: person('EDITOR'),
      admin: person('ADMIN'),
    },
    policies: [policy],
    text: FIRST_TEXT,
    claims: [],
    publications: [],
    shares: [],
  }
}

export function isHere(desk: Desk, who: Anyone): who is Name {
  return who !== STRANGER && !desk.people[who].isGone
}

export function isEditor(desk: Desk, who: Anyone): boolean {
  return who !== STRANGER && desk.people[who].role !== 'REVIEWER'
}

export function isAdmin(desk: Desk, who: Anyone): boolean {
  return who !== STRANGER && desk.people[who].role === 'ADMIN'
}

export function latest(claim: Claim): Round {
  const round = claim.rounds.at(-1)
  if (!round) throw new Error('a claim has a round from its first day')
  return round
}

/** Whether the current text changed or lost a passage of a claim, and nobody has said yet what becomes of it. */
export function isSuspended({ text }: Desk, { stage, passages }: Claim): boolean {
  return ['OPEN', 'DECIDED'].includes(stage) && passages.some(passage => stateOf(text, passage) !== 'ANCHORED')
}

/** The last decision made on the latest round. */
export function lastDecision(claim: Claim): Decision | undefined {
  return claim.decisions.filter(({ round }) => round === latest(claim).number).at(-1)
}

export function quorumOf(claim: Claim): number {
  return claim.loweredQuorum ?? claim.policy.quorum
}

/** Who stood back from a round of the claim. */
export function absentFrom(claim: Claim, round: Round): Name[] {
  return [...claim.stoodBack].filter(([, { from }]) => from <= round.number).map(([name]) => name)
}

/** Whose votes count in a round: not those of who is learning, nor of who stood back. */
export function votersOf(claim: Claim, round: Round): Name[] {
  const counted = [...round.votes].filter(([, { isTrainee }]) => !isTrainee).map(([name]) => name)
  return counted.filter(name => !absentFrom(claim, round).includes(name))
}

/** Who is asked and still at the desk. */
export function askedNow(desk: Desk, claim: Claim): Name[] {
  return [...claim.asked].filter(name => isHere(desk, name))
}

/** Those whom a round waits for, where it waits for anyone by name: who is learning is not among them. */
export function awaitedNow(desk: Desk, claim: Claim): Name[] {
  return askedNow(desk, claim).filter(name => !desk.people[name].isTrainee)
}

/** How many verdicts an open round still waits for. */
export function missing(desk: Desk, claim: Claim, round: Round): number {
  const settled = [...votersOf(claim, round), ...absentFrom(claim, round)]
  const late = awaitedNow(desk, claim).filter(name => !settled.includes(name))
  return Math.max(late.length, quorumOf(claim) - votersOf(claim, round).length)
}

/** A round's number among those that count for its wording. */
export function countedNumber(claim: Claim, round: Round): number {
  const before = claim.rounds.filter(other => other.number < round.number)
  return 1 + before.filter(other => other.ending === 'COUNTED' && other.revision === round.revision).length
}

export function isOpenToAll(round: Round): boolean {
  return !round.isOpen && round.ending !== 'ABANDONED'
}

/** One word for where a claim is. */
export function statusOf(claim: Claim): string {
  if (claim.stage === 'DECIDED') return lastDecision(claim)?.action === 'DISMISS' ? 'DISMISSED' : 'APPROVED'
  if (claim.stage !== 'OPEN') return claim.stage
  const round = latest(claim)
  if (round.isOpen) return 'AWAITING'
  return round.ending === 'RETURNED' ? 'RETURNED' : (round.outcome?.status ?? 'AWAITING')
}
