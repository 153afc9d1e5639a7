import fc from 'fast-check'
import type { Policy } from './desk-state'

/** Everything the model knows to do, and how often it is tried where it can be done. */
export const ACTS = {
  create: 6,
  edit: 3,
  withdraw: 1,
  merge: 1,
  cast: 24,
  takeBack: 2,
  assign: 2,
  recuse: 2,
  close: 6,
  next: 8,
  lower: 2,
  comment: 3,
  decide: 14,
  reopen: 5,
  publish: 6,
  share: 4,
  revoke: 4,
  policy: 1,
  role: 1,
  remove: 1,
  train: 2,
  text: 3,
  repair: 20,
} as const
export type Act = keyof typeof ACTS
/** Every act as often as its weight says. */
export const URN: readonly Act[] = Object.entries(ACTS).flatMap(([act, weight]) => Array<Act>(weight).fill(act as Act)) // ACTS's own keys

/** One line of a history: dice that the state of the desk turns into who does what to what. */
export type Step = {
  /** Which of the acts. */
  act: number
  /** Which of those who may (or, unlikely, of everyone), on which claim, with what. */
  who: number
  x: number
  y: number
  /** Whether it is something that can be done, by someone who may. */
  isLikely: boolean
  /** Whether it carries a version or a hash that has passed. */
  isStale: boolean
  /** Who looks on afterwards. */
  reader: number
}

export type History = { policy: Policy; steps: Step[] }

/** Divides evenly by most small numbers. */
const dice = fc.nat(27_719)
const oneIn = (count: number) => fc.nat(count - 1).map(value => value === count - 1)

const step: fc.Arbitrary<Step> = fc.record({
  act: dice,
  who: dice,
  x: dice,
  y: dice,
  isLikely: oneIn(5).map(unlikely => !unlikely),
  isStale: oneIn(14),
  reader: dice,
})

const policy: fc.Arbitrary<Policy> = fc.record({
  version: fc.constant(1),
  quorum: fc.constantFrom(2, 2, 3, 4),
  share: fc.constantFrom([2, 3] as const, [2, 3] as const, [51, 100] as const, [3, 4] as const, [1, 1] as const),
  spread: fc.constantFrom(1, 0, 2, 4),
  maxRounds: fc.constantFrom(3, 1, 2),
  separatesDuties: fc.boolean(),
})

/** Exactly this many steps where nothing has failed, and fewer while a failure is made smaller. */
class Shrinking<T> extends fc.Arbitrary<T[]> {
  private readonly whole: fc.Arbitrary<T[]>
  private readonly parts: fc.Arbitrary<T[]>

  constructor(one: fc.Arbitrary<T>, count: number) {
    super()
    this.whole = fc.array(one, { minLength: count, maxLength: count })
    this.parts = fc.array(one, { minLength: 1, maxLength: count })
  }

  override generate(random: fc.Random, bias: number | undefined) {
    return this.whole.generate(random, bias)
  }

  override canShrinkWithoutContext(_value: unknown): _value is T[] {
    return false
  }

  override shrink(value: T[], context: unknown) {
    return this.parts.shrink(value, context)
  }
}

/** Random histories of so many steps. */
export function histories(steps: number): fc.Arbitrary<History> {
  return fc.record({ policy, steps: new Shrinking(step, steps) })
}
