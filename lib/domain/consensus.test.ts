import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Consensus, consensusOf } from '@/lib/domain/consensus'
import { type ConsensusPolicy, DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE, findRating, type RatingKey } from '@/lib/domain/scale'

const RATINGS: Readonly<Record<string, RatingKey>> = {
  '5': 'TRUE',
  '4': 'MOSTLY_TRUE',
  '3': 'MIXED',
  '2': 'MOSTLY_FALSE',
  '1': 'FALSE',
  M: 'MISSING_CONTEXT',
  U: 'UNVERIFIABLE',
  O: 'OPINION',
}

/** "5 5 4 U": positions of the default scale, and letters for what is off it. */
function cast(ratings: string) {
  return ratings
    .split(' ')
    .filter(Boolean)
    .map(letter => ({ rating: RATINGS[letter] ?? letter }))
}

function policy(changes: Partial<ConsensusPolicy> = {}): ConsensusPolicy {
  return { ...DEFAULT_POLICY, ...changes }
}

/** The consensus in the shortest words: "AGREED(TRUE; far FALSE)", "SPLIT(BRANCH)", "AWAITING(2)". */
function brief(consensus: Consensus): string {
  switch (consensus.status) {
    case 'AWAITING':
      return `AWAITING(${consensus.missing})`
    case 'AGREED':
      return `AGREED(${[consensus.rating, ...consensus.farDissents.map(rating => `far ${rating}`)].join('; ')})`
    case 'SPLIT':
    case 'ESCALATED':
      return `${consensus.status}(${consensus.reason})`
  }
}

describe('consensusOf, by the default policy', () => {
  it.each<[string, string, number, string]>([
    ['no one has rated yet', '', 1, 'AWAITING(3)'],
    ['one below the quorum', '5 5', 1, 'AWAITING(1)'],
    ['the quorum counts verdicts off the scale too', '5 5 U', 1, 'AGREED(TRUE)'],
    ['unanimous', '1 1 1', 1, 'AGREED(FALSE)'],
    ['exactly two thirds agree, the third one step away', '1 1 2', 1, 'AGREED(FALSE)'],
    ['just below two thirds agree', '5 5 5 4 4', 1, 'SPLIT(MAJORITY)'],
    ['four of six are two thirds', '5 5 5 5 4 4', 1, 'AGREED(TRUE)'],
    ['one rating each on the scale', '5 4 3', 1, 'SPLIT(MAJORITY)'],
    ['a desk that splits between True and False has not agreed on Mixed', '5 1 5 1', 1, 'SPLIT(MAJORITY)'],
    ['two thirds agree but one is far away', '5 5 1', 1, 'SPLIT(SPREAD)'],
    ['two steps are too far for a spread of one', '4 4 2', 1, 'SPLIT(SPREAD)'],
    [
      'two thirds agree and the others lie within one step of them but not of each other',
      '5 4 4 4 4 3',
      1,
      'SPLIT(SPREAD)',
    ],
    ['two thirds off the scale with one label', 'U U 3', 1, 'AGREED(UNVERIFIABLE)'],
    ['an agreed label off the scale asks no spread of the rest', 'U U U U 5 1', 1, 'AGREED(UNVERIFIABLE)'],
    ['off the scale under different labels', 'U U M M', 1, 'SPLIT(BRANCH)'],
    ['one of each branch', 'M U 3', 1, 'SPLIT(BRANCH)'],
    ['half on the scale, half off it', '5 5 U U', 1, 'SPLIT(BRANCH)'],
    ['most on the scale, but no two thirds of all on one rating', '5 5 5 4 U', 1, 'SPLIT(MAJORITY)'],
    ['on the scale by two thirds, and no rating', '3 2 U', 1, 'SPLIT(MAJORITY)'],
    ['a far verdict blocks in round 1 however many there are', '5 5 5 5 1', 1, 'SPLIT(SPREAD)'],
    ['from round 2 one far verdict of four does not block', '5 5 5 1', 2, 'AGREED(TRUE; far FALSE)'],
    ['nor in round 3', '5 5 5 1', 3, 'AGREED(TRUE; far FALSE)'],
    ['of three it does', '5 5 1', 2, 'SPLIT(SPREAD)'],
    ['the four may include one off the scale', '5 5 5 1 U U', 2, 'SPLIT(MAJORITY)'],
    ['a far verdict beside one off the scale', '5 5 5 5 1 U', 2, 'AGREED(TRUE; far FALSE)'],
    ['two far verdicts block', '5 5 5 5 1 1', 2, 'SPLIT(SPREAD)'],
    ['two far verdicts in two places block', '5 5 5 5 1 2', 2, 'SPLIT(SPREAD)'],
    ['a near and a far dissent', '5 5 5 5 4 1', 2, 'AGREED(TRUE; far FALSE)'],
    [
      'two near verdicts on either side: either would do, so both are answered',
      '5 4 4 4 4 3',
      2,
      'AGREED(MOSTLY_TRUE; far TRUE; far MIXED)',
    ],
    [
      'two on one side and one on the other: only the one stands alone',
      '4 4 4 4 4 4 3 3 5',
      2,
      'AGREED(MOSTLY_TRUE; far TRUE)',
    ],
    ['a split in the last round escalates, by branch', 'M U 3', 3, 'ESCALATED(BRANCH)'],
    ['by majority', '5 4 3', 3, 'ESCALATED(MAJORITY)'],
    ['by spread', '5 5 1', 3, 'ESCALATED(SPREAD)'],
    ['and beyond it', '5 5 1', 4, 'ESCALATED(SPREAD)'],
    ['agreement in the last round is agreement', '5 5 4', 3, 'AGREED(TRUE)'],
    ['too few in the last round still wait', '5', 3, 'AWAITING(2)'],
  ])('%s', (_case, ratings, round, expected) => {
    expect(brief(consensusOf(cast(ratings), DEFAULT_SCALE, round, policy()))).toBe(expected)
  })
})

describe('consensusOf, by other policies', () => {
  it.each<[string, string, number, Partial<ConsensusPolicy>, string]>([
    ['a quorum of two', '5 5', 1, { quorum: 2 }, 'AGREED(TRUE)'],
    ['two of two who differ', '5 4', 1, { quorum: 2 }, 'SPLIT(MAJORITY)'],
    ['a spread of none', '5 5 4', 1, { spread: 0 }, 'SPLIT(SPREAD)'],
    ['a spread of four', '5 5 1', 1, { spread: 4 }, 'AGREED(TRUE)'],
    ['a majority of all', '5 5 4', 1, { majorityNumerator: 1, majorityDenominator: 1 }, 'SPLIT(MAJORITY)'],
    ['just over half', '5 5 5 4 4', 1, { majorityNumerator: 51, majorityDenominator: 100 }, 'AGREED(TRUE)'],
    ['one round only', '5 4 3', 1, { maxRounds: 1 }, 'ESCALATED(MAJORITY)'],
  ])('%s', (_case, ratings, round, changes, expected) => {
    expect(brief(consensusOf(cast(ratings), DEFAULT_SCALE, round, policy(changes)))).toBe(expected)
  })
})

describe('what a consensus carries', () => {
  it('an agreement names every dissent in the scale’s order', () => {
    expect(consensusOf(cast('U 4 5 5 5 5'), DEFAULT_SCALE, 1, policy())).toEqual({
      status: 'AGREED',
      rating: 'TRUE',
      isOnScale: true,
      count: 4,
      of: 6,
      dissents: [
        { rating: 'MOSTLY_TRUE', count: 1 },
        { rating: 'UNVERIFIABLE', count: 1 },
      ],
      farDissents: [],
    })
  })

  it('a split names every rating and how far apart they are', () => {
    expect(consensusOf(cast('2 4 4'), DEFAULT_SCALE, 1, policy())).toEqual({
      status: 'SPLIT',
      reason: 'SPREAD',
      counts: [
        { rating: 'MOSTLY_TRUE', count: 2 },
        { rating: 'MOSTLY_FALSE', count: 1 },
      ],
      of: 3,
      steps: 2,
      round: 1,
    })
    expect(consensusOf(cast('U M O'), DEFAULT_SCALE, 3, policy())).toMatchObject({
      status: 'ESCALATED',
      steps: null,
      round: 3,
    })
  })

  it('survives JSON unchanged', () => {
    for (const ratings of ['5', '5 5 4', '5 5 1', 'M U 3', 'U U U']) {
      const consensus = consensusOf(cast(ratings), DEFAULT_SCALE, 1, policy())
      expect(JSON.parse(JSON.stringify(consensus))).toEqual(consensus)
    }
  })

  it('refuses a rating the scale does not have, whether or not a quorum has cast', () => {
    expect(() => consensusOf(cast('HALF_TRUE'), DEFAULT_SCALE, 1, policy())).toThrow(RangeError)
    expect(() => consensusOf(cast('5 5 5 HALF_TRUE'), DEFAULT_SCALE, 1, policy())).toThrow(RangeError)
  })
})

const anyVerdicts = fc.array(fc.constantFrom(...DEFAULT_SCALE.ratings.map(({ key }) => ({ rating: key }))), {
  maxLength: 12,
})
/** Mostly one rating, so that agreement and its edges come up often. */
const leaningVerdicts = fc
  .tuple(fc.constantFrom(...DEFAULT_SCALE.ratings), fc.integer({ min: 1, max: 9 }), anyVerdicts)
  .map(([{ key }, count, others]) => [...Array.from({ length: count }, () => ({ rating: key })), ...others.slice(0, 4)])
/** One verdict above and one below the rest: rare by chance, and where far dissents are a matter of definition. */
const flankedVerdicts = fc.integer({ min: 3, max: 6 }).map(count => cast(`5 ${'4 '.repeat(count)}3`))
const verdicts = fc.oneof(anyVerdicts, leaningVerdicts, flankedVerdicts)
const round = fc.integer({ min: 1, max: 4 })
const anyPolicy = fc
  .record({
    quorum: fc.integer({ min: 2, max: 6 }),
    majorityDenominator: fc.integer({ min: 1, max: 12 }),
    above: fc.nat(12),
    spread: fc.integer({ min: 0, max: 4 }),
    maxRounds: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ above, ...rest }) => {
    const least = Math.floor(rest.majorityDenominator / 2) + 1
    return policy({ ...rest, majorityNumerator: Math.min(rest.majorityDenominator, least + above) })
  })

const seen = new Set<string>()

describe('consensusOf, whatever is cast', () => {
  const always = (
    holds: (
      consensus: Consensus,
      given: { verdicts: { rating: RatingKey }[]; round: number; policy: ConsensusPolicy },
    ) => void,
  ) =>
    fc.assert(
      fc.property(verdicts, round, anyPolicy, (cast, round, policy) => {
        const consensus = consensusOf(cast, DEFAULT_SCALE, round, policy)
        seen.add('reason' in consensus ? `${consensus.status} ${consensus.reason}` : consensus.status)
        if (consensus.status === 'AGREED') {
          seen.add(consensus.isOnScale ? 'on the scale' : 'off it')
          seen.add(`${consensus.farDissents.length} far`)
        }
        holds(consensus, { verdicts: cast, round, policy })
      }),
      { numRuns: 2000 },
    )

  it('order never matters', () => {
    fc.assert(
      fc.property(
        verdicts.chain(cast => fc.tuple(fc.constant(cast), fc.shuffledSubarray(cast, { minLength: cast.length }))),
        round,
        anyPolicy,
        ([cast, shuffled], round, policy) => {
          expect(consensusOf(shuffled, DEFAULT_SCALE, round, policy)).toEqual(
            consensusOf(cast, DEFAULT_SCALE, round, policy),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('n is all counted verdicts', () => {
    always((consensus, { verdicts, policy }) => {
      if (consensus.status === 'AWAITING') return expect(consensus.missing).toBe(policy.quorum - verdicts.length)
      expect(consensus.of).toBe(verdicts.length)
      const counts = consensus.status === 'AGREED' ? [consensus, ...consensus.dissents] : consensus.counts
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(verdicts.length)
    })
  })

  it('it waits exactly while a quorum is missing', () => {
    always((consensus, { verdicts, policy }) => {
      expect(consensus.status === 'AWAITING').toBe(verdicts.length < policy.quorum)
    })
  })

  it('it never agrees on what half or less said, nor on less than the policy’s majority', () => {
    always((consensus, { verdicts, policy }) => {
      if (consensus.status !== 'AGREED') return
      const count = verdicts.filter(({ rating }) => rating === consensus.rating).length
      expect(2 * count).toBeGreaterThan(verdicts.length)
      expect(count * policy.majorityDenominator).toBeGreaterThanOrEqual(policy.majorityNumerator * verdicts.length)
    })
  })

  it('an agreement on the scale lies within the spread once its far dissents are set aside, at most one verdict of each', () => {
    always((consensus, { verdicts, round, policy }) => {
      if (consensus.status !== 'AGREED' || !consensus.isOnScale) return
      const positions = (without?: RatingKey) =>
        verdicts.flatMap(({ rating }) =>
          rating === without ? [] : (findRating(DEFAULT_SCALE, rating)?.position ?? []),
        )
      const span = (of: number[]) => Math.max(...of) - Math.min(...of)
      if (consensus.farDissents.length === 0) return expect(span(positions())).toBeLessThanOrEqual(policy.spread)
      expect(round).toBeGreaterThanOrEqual(2)
      expect(verdicts.length).toBeGreaterThanOrEqual(4)
      for (const far of consensus.farDissents) {
        expect(positions(far)).toHaveLength(positions().length - 1)
        expect(span(positions(far))).toBeLessThanOrEqual(policy.spread)
      }
    })
  })

  it('an added agreeing verdict never breaks agreement', () => {
    always((consensus, { verdicts, round, policy }) => {
      if (consensus.status !== 'AGREED') return
      const more = consensusOf([...verdicts, { rating: consensus.rating }], DEFAULT_SCALE, round, policy)
      expect(more).toMatchObject({ status: 'AGREED', rating: consensus.rating, dissents: consensus.dissents })
    })
  })

  it('a split escalates exactly from the last round on', () => {
    always((consensus, { round, policy }) => {
      if (consensus.status === 'SPLIT') expect(round).toBeLessThan(policy.maxRounds)
      if (consensus.status === 'ESCALATED') expect(round).toBeGreaterThanOrEqual(policy.maxRounds)
    })
  })

  it('the properties above met every outcome', () => {
    expect([...seen].sort()).toEqual([
      '0 far',
      '1 far',
      '2 far',
      'AGREED',
      'AWAITING',
      'ESCALATED BRANCH',
      'ESCALATED MAJORITY',
      'ESCALATED SPREAD',
      'SPLIT BRANCH',
      'SPLIT MAJORITY',
      'SPLIT SPREAD',
      'off it',
      'on the scale',
    ])
  })
})
