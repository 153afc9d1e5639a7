import { type Anyone, type Claim, type Desk, isHere, latest, NAMES, type Name, STRANGER } from './desk-state'
import { type AnyOperation, NOTHING, type RealDesk } from './real-desk'
import { mayDo, type Right } from './rights'
import type { Step } from './step'

/** What one step comes to on a desk as it stands. */
export type Plan = {
  who: Anyone
  /** For the history as it is printed. */
  says: string
  /** Which claim it is about, by its place; null for none. */
  claim: number | null
  /** Whether it is right, as the model sees it. */
  isRight: boolean
  /** What it does to the model where it is right. */
  happen: () => void
  /** Does it on the real desk. */
  send: () => Promise<unknown>
  /** Whether the reply is the claim as who did it sees it now. */
  repliesWithClaim: boolean
}

export type Game = {
  desk: Desk
  real: RealDesk
  /** Steps so far: what makes their words differ. */
  steps: number
}

export const EVERYONE: readonly Anyone[] = [...NAMES, STRANGER]

export function pick<T>(from: readonly T[], dice: number): T {
  const one = from[dice % from.length]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** Who acts on which claim: someone who may, if the step is a likely one and anyone may; else anyone on anything. */
function pickCase(desk: Desk, step: Step, right: Right): { who: Anyone; claim: number } {
  const cases = EVERYONE.flatMap(who => desk.claims.map((_claim, claim) => ({ who, claim })))
  if (cases.length === 0) return { who: pick(EVERYONE, step.who), claim: -1 }
  const allowed = cases.filter(({ who, claim }) => mayDo(desk, who, claimAt(desk, claim), right))
  // A verdict is cast again now and then; mostly it is someone else's turn.
  const fresh = allowed.filter(({ who, claim }) => isHere(desk, who) && !latest(claimAt(desk, claim)).votes.has(who))
  const usual = right === 'castVerdict' && step.y % 4 > 0 && fresh.length > 0 ? fresh : allowed
  return pick(step.isLikely && usual.length > 0 ? usual : cases, step.who)
}

export function pickPerson(step: Step, may: (who: Anyone) => boolean): Anyone {
  const able = EVERYONE.filter(may)
  return pick(step.isLikely && able.length > 0 ? able : EVERYONE, step.who)
}

export function claimAt(desk: Desk, index: number): Claim {
  const claim = desk.claims[index]
  if (!claim) throw new RangeError(`there is no claim ${index}`)
  return claim
}

export function idOf(real: RealDesk, index: number): string {
  return real.claims[index] ?? NOTHING
}

/** The version an act carries: the claim's, or where the step is stale another one. */
export function versionFor(claim: Claim | undefined, step: Step): number {
  const now = claim?.version ?? 1
  return step.isStale ? otherThan(now) : now
}

/** The version before one, or where there is none the one to come. */
export function otherThan(version: number): number {
  return version > 1 ? version - 1 : version + 1
}

/** What an act on one claim sends, whether it is right beyond being allowed, and what it does. */
export type OnClaim = {
  says: string
  operation: AnyOperation
  /** Besides the claim itself. */
  input: object
  isRight: boolean
  happen: (claim: Claim, who: Name) => void
  repliesWithClaim?: boolean
}

/** A step on one claim. `describe` is asked without a claim where the desk has none. */
export function planOnClaim(
  game: Game,
  step: Step,
  right: Right,
  describe: (claim: Claim | undefined, who: Anyone, index: number) => OnClaim,
): Plan {
  const { desk, real } = game
  const { who, claim: index } = pickCase(desk, step, right)
  const claim = desk.claims[index]
  const { says, operation, input, isRight, happen, repliesWithClaim = true } = describe(claim, who, index)
  return {
    who,
    says: `${who} on claim ${index}: ${says}`,
    claim: claim ? index : null,
    isRight: claim !== undefined && mayDo(desk, who, claim, right) && isRight,
    happen: () => {
      if (claim && isHere(desk, who)) happen(claim, who)
    },
    send: () => operation.execute(real.actors[who], { claimId: idOf(real, index), ...input }),
    repliesWithClaim,
  }
}
