import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consensus } from '@/public/replay/consensus.js'
import { type Consensus, consensusOf } from './consensus'
import type { ConsensusPolicy } from './consensus-policy'
import { RATING_TONES, type RatingScale } from './scale'

/** The domain's consensus in the fields of the replay, all of them. */
function asReplayed(found: Consensus, n: number) {
  const none = { rating: null, reason: null, missing: 0, far: [] as string[] }
  switch (found.status) {
    case 'AWAITING':
      return { ...none, status: found.status, missing: found.missing, n }
    case 'AGREED': {
      const { status, rating, farDissents, of, count, dissents } = found
      const counts = [{ rating, count }, ...dissents].map(one => [one.rating, one.count])
      return { ...none, status, rating, far: [...farDissents], n: of, counts }
    }
    case 'SPLIT':
    case 'ESCALATED': {
      const { status, reason, of, steps, counts } = found
      return { ...none, status, reason, n: of, steps, counts: counts.map(({ rating, count }) => [rating, count]) }
    }
  }
}

/** The replay's answer with the fields that the domain has for the same status. */
function replayed(given: readonly string[], scale: RatingScale, policy: ConsensusPolicy, round: number) {
  const { status, rating, reason, missing, far, n, steps, ...found } = consensus(given, scale.ratings, policy, round)
  const common = { status, rating, reason, missing, far, n }
  const counts = found.counts.map(({ key, count }): [string, number] => [key, count])
  if (status === 'AWAITING') return common
  // An agreement names its rating first, then the dissents in the scale's order.
  if (status === 'AGREED')
    return { ...common, counts: counts.toSorted(([a], [b]) => Number(b === rating) - Number(a === rating)) }
  return { ...common, steps, counts }
}

const scales = fc
  .record({ on: fc.integer({ min: 2, max: 8 }), off: fc.integer({ min: 0, max: 4 }) })
  .chain(({ on, off }) => {
    const rating = (key: string, position: number | null) => ({
      key,
      label: key,
      definition: '',
      position,
      tone: RATING_TONES[0],
      requiresCitation: false,
    })
    const ratings = [
      ...Array.from({ length: on }, (_, at) => rating(`ON_${at + 1}`, at + 1)),
      ...Array.from({ length: off }, (_, at) => rating(`OFF_${at + 1}`, null)),
    ]
    return fc
      .shuffledSubarray(ratings, { minLength: ratings.length })
      .map(shuffled => ({ version: 1, name: 'Any', ratings: shuffled }) satisfies RatingScale)
  })

const policies = fc
  .record({
    quorum: fc.integer({ min: 2, max: 5 }),
    majorityDenominator: fc.integer({ min: 1, max: 9 }),
    above: fc.nat(9),
    spread: fc.integer({ min: 0, max: 4 }),
    maxRounds: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ above, ...rest }): ConsensusPolicy => {
    const least = Math.floor(rest.majorityDenominator / 2) + 1
    return { ...rest, majorityNumerator: Math.min(rest.majorityDenominator, least + above), separationOfDuties: true }
  })

const cases = scales.chain(scale => {
  const key = fc.constantFrom(...scale.ratings.map(rating => rating.key))
  // Mostly one rating, so that agreement and its edges come up often.
  const leaning = fc
    .tuple(key, fc.integer({ min: 2, max: 9 }), fc.array(key, { maxLength: 4 }))
    .map(([top, count, others]) => [...Array<string>(count).fill(top), ...others])
  // One verdict on either side of the rest: rare by chance.
  const flanked = fc.integer({ min: 2, max: 6 }).map(count => ['ON_1', ...Array<string>(count).fill('ON_2'), 'ON_3'])
  const hasThree = scale.ratings.some(rating => rating.key === 'ON_3')
  return fc.record({
    scale: fc.constant(scale),
    given: fc.oneof(fc.array(key, { maxLength: 12 }), leaning, hasThree ? flanked : leaning),
    policy: policies,
    round: fc.integer({ min: 1, max: 5 }),
  })
})

describe('the replay and the desk', () => {
  it('agree in every field, whatever the scale, the policy and the verdicts', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(cases, ({ scale, given, policy, round }) => {
        const found = consensusOf(
          given.map(rating => ({ rating })),
          scale,
          round,
          policy,
        )
        seen.add('reason' in found ? `${found.status} ${found.reason}` : found.status)
        if (found.status === 'AGREED') seen.add(`${found.isOnScale ? 'on' : 'off'}, ${found.farDissents.length} far`)
        expect(replayed(given, scale, policy, round)).toEqual(asReplayed(found, given.length))
      }),
      { numRuns: 5000 },
    )
    expect([...seen].sort()).toEqual([
      'AGREED',
      'AWAITING',
      'ESCALATED BRANCH',
      'ESCALATED MAJORITY',
      'ESCALATED SPREAD',
      'SPLIT BRANCH',
      'SPLIT MAJORITY',
      'SPLIT SPREAD',
      'off, 0 far',
      'on, 0 far',
      'on, 1 far',
      'on, 2 far',
    ])
  })

  it('name the clauses they tried, the last one the one that failed', () => {
    fc.assert(
      fc.property(cases, ({ scale, given, policy, round }) => {
        const { status, reason, clauses } = consensus(given, scale.ratings, policy, round)
        const failed = clauses.filter(({ holds }) => !holds).map(({ name }) => name.toUpperCase())
        expect(failed).toEqual(status === 'AGREED' ? [] : [reason ?? 'QUORUM'])
        expect(clauses.findIndex(({ holds }) => !holds)).toBe(status === 'AGREED' ? -1 : clauses.length - 1)
      }),
      { numRuns: 1000 },
    )
  })

  it('both refuse a rating the scale does not have', () => {
    const scale = { version: 1, name: 'Any', ratings: [] }
    const policy = {
      quorum: 2,
      majorityNumerator: 2,
      majorityDenominator: 3,
      spread: 1,
      maxRounds: 3,
      separationOfDuties: true,
    }
    expect(() => consensusOf([{ rating: 'HALF' }], scale, 1, policy)).toThrow('HALF')
    expect(() => consensus(['HALF'], [], policy, 1)).toThrow('HALF')
  })
})
