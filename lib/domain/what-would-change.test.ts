import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Consensus, consensusOf } from './consensus'
import { type ConsensusPolicy, DEFAULT_POLICY } from './consensus-policy'
import { DEFAULT_SCALE, RATING_TONES, type RatingScale } from './scale'
import { textOf } from './sentence'
import { changeSentence } from './sentence-change'
import { type Move, whatWouldChange } from './what-would-change'

const KEYS: Readonly<Record<string, string>> = {
  '5': 'TRUE',
  '4': 'MOSTLY_TRUE',
  '3': 'MIXED',
  '2': 'MOSTLY_FALSE',
  '1': 'FALSE',
  M: 'MISSING_CONTEXT',
  U: 'UNVERIFIABLE',
  O: 'OPINION',
}
const cast = (letters: string) => letters.split(' ').map(letter => ({ rating: KEYS[letter] ?? letter }))

describe('whatWouldChange, in words', () => {
  it.each<[string, string, number, Partial<ConsensusPolicy>, string | null]>([
    ['too few', '5 5', 1, {}, null],
    ['two of three', '1 1 2', 1, {}, 'If one verdict differed, it would be split: Mixed instead of Mostly false.'],
    ['all three', '1 1 1', 1, {}, 'If one verdict differed, it would be split: Mixed instead of False.'],
    [
      'a far dissent is spared, so it takes two',
      '1 1 1 1 1 1 1 1',
      2,
      {},
      'If two verdicts differed, it would be split: Mixed instead of False.',
    ],
    [
      'off the scale nothing can lie apart, and two who agree elsewhere would agree',
      'U U U',
      1,
      {},
      'If two verdicts differed, it would be split: one True and one False instead of Unverifiable.',
    ],
    ['three ratings, one each', '5 3 1', 1, {}, 'If two verdicts differed, it would be agreed.'],
    ['one has to come closer', '1 1 3', 1, {}, 'Agreed on False if one more reviewer said False instead of Mixed.'],
    ['half and half', '5 5 U U', 1, {}, 'If one verdict differed, it would be agreed, on True or Unverifiable.'],
    [
      'after the last round just so',
      '1 1 3',
      3,
      {},
      'Agreed on False if one more reviewer said False instead of Mixed.',
    ],
    [
      'two of two on a scale of two',
      '1 1',
      1,
      { quorum: 2, majorityNumerator: 1, majorityDenominator: 1 },
      'If one verdict differed, it would be split: Mostly false instead of False.',
    ],
  ])('%s', (_case, letters, round, changes, expected) => {
    const policy = { ...DEFAULT_POLICY, ...changes }
    const change = whatWouldChange(cast(letters), DEFAULT_SCALE, round, policy)
    expect(change && textOf(changeSentence(change, DEFAULT_SCALE))).toBe(expected)
  })
})

/** Every way that `n` verdicts can fall on `keys`. */
function everyOutcome(keys: readonly string[], n: number): string[][] {
  const [key, ...rest] = keys
  if (key === undefined) return n === 0 ? [[]] : []
  return Array.from({ length: n + 1 }, (_, count) => count).flatMap(count =>
    everyOutcome(rest, n - count).map(others => [...Array<string>(count).fill(key), ...others]),
  )
}

/** How many verdicts differ between two ways. */
function movesBetween(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  for (const key of one) {
    const at = left.indexOf(key)
    if (at >= 0) left.splice(at, 1)
  }
  return left.length
}

function moved(given: readonly string[], moves: readonly Move[]): string[] {
  const result = [...given]
  for (const { from, to, count } of moves) {
    for (let i = 0; i < count; i++) {
      const at = result.indexOf(from)
      if (at < 0) throw new Error(`nobody said ${from}`)
      result[at] = to
    }
  }
  return result
}

const scaleOf = (on: number, off: number): RatingScale => ({
  version: 1,
  name: 'Any',
  ratings: [
    ...Array.from({ length: on }, (_, at) => ({ key: `ON_${at + 1}`, position: at + 1 })),
    ...Array.from({ length: off }, (_, at) => ({ key: `OFF_${at + 1}`, position: null })),
  ].map(rating => ({ ...rating, label: rating.key, definition: '', tone: RATING_TONES[0], requiresCitation: false })),
})

const cases = fc
  .record({ on: fc.integer({ min: 2, max: 5 }), off: fc.integer({ min: 0, max: 2 }) })
  .chain(({ on, off }) => {
    const scale = scaleOf(on, off)
    const key = fc.constantFrom(...scale.ratings.map(rating => rating.key))
    const leaning = fc
      .tuple(key, fc.integer({ min: 2, max: 5 }), fc.array(key, { maxLength: 2 }))
      .map(([top, count, others]) => [...Array<string>(count).fill(top), ...others])
    return fc.record({
      scale: fc.constant(scale),
      given: fc.oneof(fc.array(key, { minLength: 2, maxLength: 6 }), leaning),
      round: fc.integer({ min: 1, max: 3 }),
      quorum: fc.integer({ min: 2, max: 4 }),
      spread: fc.integer({ min: 0, max: 4 }),
      majority: fc.constantFrom([2, 3], [51, 100], [3, 4], [1, 1]),
    })
  })

describe('whatWouldChange, against every way the verdicts could have fallen', () => {
  it('finds the fewest, all ratings that so few agree on, and examples that are true', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(cases, ({ scale, given, round, quorum, spread, majority: [numerator = 1, denominator = 1] }) => {
        const policy = {
          quorum,
          spread,
          majorityNumerator: numerator,
          majorityDenominator: denominator,
          maxRounds: 3,
          separationOfDuties: true,
        }
        const outcomeOf = (keys: readonly string[]): Consensus =>
          consensusOf(
            keys.map(rating => ({ rating })),
            scale,
            round,
            policy,
          )
        const now = outcomeOf(given)
        const change = whatWouldChange(
          given.map(rating => ({ rating })),
          scale,
          round,
          policy,
        )
        if (now.status === 'AWAITING') return change === null

        const ways = everyOutcome(
          scale.ratings.map(({ key }) => key),
          given.length,
        ).map(keys => ({
          moves: movesBetween(given, keys),
          outcome: outcomeOf(keys),
        }))
        if (now.status === 'AGREED') {
          const others = ways.filter(({ outcome }) => outcome.status !== 'AGREED' || outcome.rating !== now.rating)
          if (change?.kind !== 'UNDOING') throw new Error('an agreement can be undone')
          expect(change.verdicts).toBe(Math.min(...others.map(({ moves }) => moves)))
          expect(change.moves.reduce((sum, { count }) => sum + count, 0)).toBe(change.verdicts)
          expect(outcomeOf(moved(given, change.moves))).toEqual(change.outcome)
          expect(others.map(({ outcome }) => outcome)).toContainEqual(change.outcome)
          seen.add(`undone by ${change.verdicts} to ${change.outcome.status === 'AGREED' ? 'another' : 'a split'}`)
          return
        }
        const agreed = ways.filter(({ outcome }) => outcome.status === 'AGREED')
        if (change?.kind !== 'AGREEING') throw new Error('a split can be agreed on')
        const fewest = Math.min(...agreed.map(({ moves }) => moves))
        expect(change.verdicts).toBe(fewest)
        const ratings = agreed.flatMap(({ moves, outcome }) =>
          moves === fewest && outcome.status === 'AGREED' ? [outcome.rating] : [],
        )
        expect(change.on.map(({ rating }) => rating).sort()).toEqual([...new Set(ratings)].sort())
        for (const { rating, moves } of change.on) {
          expect(moves.reduce((sum, { count }) => sum + count, 0)).toBe(fewest)
          expect(outcomeOf(moved(given, moves))).toMatchObject({ status: 'AGREED', rating })
        }
        seen.add(`agreed by ${change.verdicts}`)
      }),
      { numRuns: 500 },
    )
    for (const met of [
      'undone by 1 to a split',
      'undone by 1 to another',
      'undone by 2 to a split',
      'agreed by 1',
      'agreed by 2',
    ])
      expect(seen).toContain(met)
  }, 60_000)

  it('needs the four ends of the scale where the middle is agreed on and one is spared', () => {
    const policy = { ...DEFAULT_POLICY, spread: 2, majorityNumerator: 51, majorityDenominator: 100 }
    const given = cast('3 3 3 3 3 3 3 3 3 3')
    expect(whatWouldChange(given, DEFAULT_SCALE, 2, policy)).toMatchObject({
      verdicts: 4,
      outcome: { status: 'SPLIT', reason: 'SPREAD' },
      moves: [
        { from: 'MIXED', to: 'TRUE', count: 2 },
        { from: 'MIXED', to: 'FALSE', count: 2 },
      ],
    })
  })

  it('takes no time for thirty reviewers and twelve ratings', () => {
    const scale = scaleOf(9, 3)
    const policy = { ...DEFAULT_POLICY, spread: 4, majorityNumerator: 51, majorityDenominator: 100 }
    const given = [...Array(22).fill('ON_5'), 'ON_3', 'ON_4', 'ON_6', 'ON_7', 'OFF_1', 'OFF_2', 'OFF_3', 'OFF_3']
    const started = performance.now()
    for (const round of [1, 2]) {
      whatWouldChange(
        given.map(rating => ({ rating })),
        scale,
        round,
        policy,
      )
      whatWouldChange(
        [...given.slice(0, 12), ...given.slice(22), ...Array(10).fill('ON_9')].map(rating => ({ rating })),
        scale,
        round,
        policy,
      )
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})
