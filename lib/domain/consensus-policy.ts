import type { Problem } from '@/lib/domain/problem'

/** What a desk asks of a round before it counts as agreement. Immutable versions; each claim pins one. */
export interface ConsensusPolicy {
  /** Fewest verdicts that can agree. */
  readonly quorum: number
  /** The share that must coincide, as a fraction above one half: 2 of 3. */
  readonly majorityNumerator: number
  readonly majorityDenominator: number
  /** How many positions of the scale the on-scale verdicts may span. */
  readonly spread: number
  /** The counted round whose split escalates to an editor. */
  readonly maxRounds: number
  /** Whether who rated or created a claim may not decide it. */
  readonly separationOfDuties: boolean
}

export const DEFAULT_POLICY: ConsensusPolicy = {
  quorum: 3,
  majorityNumerator: 2,
  majorityDenominator: 3,
  spread: 1,
  maxRounds: 3,
  separationOfDuties: true,
}

/** One rating is never called consensus. */
export const MIN_QUORUM = 2
export const MAX_QUORUM = 50
export const MAX_ROUNDS = 10
/** One less than the longest scale has ratings: a wider spread could never be exceeded. */
export const MAX_SPREAD = 11
/** Keeps every product in the rule a small integer. */
export const MAX_DENOMINATOR = 1000

/** What keeps a desk from adopting this policy; empty when nothing does. */
export function validatePolicy(policy: ConsensusPolicy): Problem[] {
  const { quorum, majorityNumerator: numerator, majorityDenominator: denominator, spread, maxRounds } = policy
  const problems: Problem[] = []
  const check = (path: string, holds: boolean, message: string) => {
    if (!holds) problems.push({ path, message })
  }
  check('quorum', isWithin(quorum, MIN_QUORUM, MAX_QUORUM), `The quorum is ${MIN_QUORUM} to ${MAX_QUORUM} verdicts.`)
  check(
    'majorityDenominator',
    isWithin(denominator, 1, MAX_DENOMINATOR),
    `The majority is a fraction of whole numbers up to ${MAX_DENOMINATOR}.`,
  )
  check(
    'majorityNumerator',
    Number.isInteger(numerator) && 2 * numerator > denominator && numerator <= denominator,
    'The majority is above one half and at most all.',
  )
  check('spread', isWithin(spread, 0, MAX_SPREAD), `The spread is 0 to ${MAX_SPREAD} steps.`)
  check('maxRounds', isWithin(maxRounds, 1, MAX_ROUNDS), `A split escalates after 1 to ${MAX_ROUNDS} rounds.`)
  return problems
}

/** What keeps an editor from lowering one claim's quorum from what is in force to `quorum`; null when nothing does. */
export function lowerQuorumProblem(policy: Pick<ConsensusPolicy, 'quorum'>, quorum: number): string | null {
  if (!Number.isInteger(quorum) || quorum < MIN_QUORUM) {
    return `A claim needs at least ${MIN_QUORUM} verdicts: one rating is never called consensus.`
  }
  return quorum < policy.quorum ? null : `The quorum is ${policy.quorum} already; it can only be lowered.`
}

/** The policy with a quorum lowered for one claim; null leaves it as it is. Throws RangeError where it would raise it or pass below 2. */
export function withQuorum(policy: ConsensusPolicy, quorum: number | null): ConsensusPolicy {
  if (quorum === null || quorum === policy.quorum) return policy
  const problem = lowerQuorumProblem(policy, quorum)
  if (problem) throw new RangeError(problem)
  return { ...policy, quorum }
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}
