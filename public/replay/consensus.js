// The consensus rule, written a second time, from its description and not from the desk's own code. It needs nothing but a
// publication's data, so anyone can check what a desk published: `node scripts/replay.mjs`, or the page beside this file.
// No averages and no fractions: "at least 2 of 3" is asked as count × 3 ≥ 2 × n, in whole numbers.

/** @typedef {{ key: string, label: string, position: number | null, tone?: string }} Rating a position, 1 the lowest, or null off the scale */
/** @typedef {{ quorum: number, majorityNumerator: number, majorityDenominator: number, spread: number, maxRounds: number }} Policy */
/** @typedef {{ name: string, says: string, holds: boolean }} Clause */

/**
 * What the reviewers of one claim reached.
 * @param {readonly string[]} given the key of the rating in each counted verdict
 * @param {readonly Rating[]} ratings the scale
 * @param {Policy} policy with the quorum in force for this claim
 * @param {number} round its number among the rounds that count, from 1
 */
export function consensus(given, ratings, policy, round) {
  const n = given.length
  /** @param {number} count */
  const isMajority = count => count * policy.majorityDenominator >= policy.majorityNumerator * n
  const share = `${policy.majorityNumerator} of ${policy.majorityDenominator}`

  // Which ratings were given and how often, as a scale is read: from the highest position down, then what is off it.
  const counts = [...ratings]
    .sort((a, b) => (b.position ?? 0) - (a.position ?? 0)) // positions begin at 1, and sorting keeps the order of equals
    .map(rating => ({ ...rating, count: given.filter(key => key === rating.key).length }))
    .filter(({ count }) => count > 0)
  const stranger = given.find(key => !ratings.some(rating => rating.key === key))
  if (stranger !== undefined) throw new Error(`a verdict says ${stranger}, which its scale does not have`)

  // One entry for each verdict on the scale, lowest first, and how many steps some of them are apart.
  const places = counts
    .flatMap(({ position, count }) => (position === null ? [] : Array(count).fill(position)))
    .reverse()
  const stepsIn = (/** @type {number[]} */ some) => Math.max(...some) - Math.min(...some)
  const steps = places.length === 0 ? null : stepsIn(places)

  /** @type {Clause[]} */
  const clauses = []
  /** @param {string} name @param {boolean} holds @param {string} says */
  const clause = (name, holds, says) => {
    clauses.push({ name, says, holds })
    return holds
  }
  /** @type {{ rating: string | null, reason: 'BRANCH' | 'MAJORITY' | 'SPREAD' | null, missing: number, far: string[] }} */
  const none = { rating: null, reason: null, missing: 0, far: [] }
  const facts = { n, counts, steps, clauses }
  /** @param {'BRANCH' | 'MAJORITY' | 'SPREAD'} reason */
  const split = reason => ({ ...none, ...facts, status: round >= policy.maxRounds ? 'ESCALATED' : 'SPLIT', reason })
  /** @param {string} rating @param {string[]} far */
  const agreed = (rating, far) => ({ ...none, ...facts, status: 'AGREED', rating, far })

  // 1. Quorum: enough have voted.
  if (!clause('Quorum', n >= policy.quorum, `${n} counted, ${policy.quorum} needed`)) {
    return { ...none, ...facts, status: 'AWAITING', missing: policy.quorum - n }
  }

  // 2. Branch: the majority is on the scale, or says the same thing off it. Off it, that is the result.
  const off = counts.find(({ position, count }) => position === null && isMajority(count))
  const alike = Math.max(0, ...counts.filter(({ position }) => position === null).map(({ count }) => count))
  const branch = `${places.length} of ${n} on the scale, ${alike} on one answer off it; ${share} needed`
  if (!clause('Branch', off !== undefined || isMajority(places.length), branch)) return split('BRANCH')
  if (off) return agreed(off.key, [])

  // 3. Majority: one rating on the scale has it.
  const on = counts.filter(({ position }) => position !== null)
  const most = Math.max(...on.map(({ count }) => count))
  const top = on.find(({ count }) => isMajority(count))
  if (!clause('Majority', top !== undefined, `${most} of ${n} on one rating; ${share} needed`) || !top) {
    return split('MAJORITY')
  }

  // 4. Spread: the verdicts on the scale lie close together. From round 2, with four verdicts or more, the one at the top
  //    or the one at the bottom may be left out if the rest then does: a far dissent, which the explanation must answer.
  const isClose = (/** @type {number[]} */ some) => stepsIn(some) <= policy.spread
  const isOneSpared = round >= 2 && n >= 4
  const far = [places.at(-1), places.at(0)].filter(
    (_, bottom) => isOneSpared && !isClose(places) && isClose(bottom ? places.slice(1) : places.slice(0, -1)),
  )
  const spared = far.length > 0 ? ', one far dissent left out' : ''
  if (
    !clause(
      'Spread',
      isClose(places) || far.length > 0,
      `${steps} ${steps === 1 ? 'step' : 'steps'} apart, ${policy.spread} allowed${spared}`,
    )
  ) {
    return split('SPREAD')
  }
  return agreed(
    top.key,
    on.filter(({ position }) => far.includes(position)).map(({ key }) => key),
  )
}
