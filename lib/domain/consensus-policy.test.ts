import { describe, expect, it } from 'vitest'
import {
  type ConsensusPolicy,
  DEFAULT_POLICY,
  lowerQuorumProblem,
  validatePolicy,
  withQuorum,
} from '@/lib/domain/consensus-policy'

describe('validatePolicy', () => {
  it('finds nothing in the policy a new desk starts with', () => {
    expect(validatePolicy(DEFAULT_POLICY)).toEqual([])
  })

  it.each<[string, Partial<ConsensusPolicy>, string[]]>([
    ['a quorum of two', { quorum: 2 }, []],
    ['one rating is never called consensus', { quorum: 1 }, ['quorum']],
    ['a quorum of fifty', { quorum: 50 }, []],
    ['a quorum beyond fifty', { quorum: 51 }, ['quorum']],
    ['a quorum that is not whole', { quorum: 2.5 }, ['quorum']],
    ['one half is no majority', { majorityNumerator: 1, majorityDenominator: 2 }, ['majorityNumerator']],
    ['two of four is one half', { majorityNumerator: 2, majorityDenominator: 4 }, ['majorityNumerator']],
    ['just above one half', { majorityNumerator: 51, majorityDenominator: 100 }, []],
    ['all', { majorityNumerator: 1, majorityDenominator: 1 }, []],
    ['more than all', { majorityNumerator: 4, majorityDenominator: 3 }, ['majorityNumerator']],
    ['no denominator', { majorityNumerator: 1, majorityDenominator: 0 }, ['majorityDenominator', 'majorityNumerator']],
    ['an endless denominator', { majorityNumerator: 1001, majorityDenominator: 1001 }, ['majorityDenominator']],
    ['a broken numerator', { majorityNumerator: 2.5 }, ['majorityNumerator']],
    ['a spread of none', { spread: 0 }, []],
    ['a negative spread', { spread: -1 }, ['spread']],
    ['a spread longer than any scale', { spread: 12 }, ['spread']],
    ['no round at all', { maxRounds: 0 }, ['maxRounds']],
    ['ten rounds', { maxRounds: 10 }, []],
    ['eleven rounds', { maxRounds: 11 }, ['maxRounds']],
    ['not a number', { quorum: Number.NaN, spread: Number.NaN }, ['quorum', 'spread']],
  ])('%s', (_case, changes, paths) => {
    expect(validatePolicy({ ...DEFAULT_POLICY, ...changes }).map(({ path }) => path)).toEqual(paths)
  })
})

describe('a claim’s own quorum', () => {
  it('replaces the policy’s, and null leaves it', () => {
    expect(withQuorum(DEFAULT_POLICY, 2)).toEqual({ ...DEFAULT_POLICY, quorum: 2 })
    expect(withQuorum(DEFAULT_POLICY, 3)).toEqual(DEFAULT_POLICY)
    expect(withQuorum(DEFAULT_POLICY, null)).toEqual(DEFAULT_POLICY)
  })

  it.each([
    ['below two', 1, /at least 2/],
    ['not whole', 2.5, /at least 2/],
    ['the one in force', 3, /3 already/],
    ['raised', 4, /only be lowered/],
  ])('cannot be %s', (_case, quorum, message) => {
    expect(lowerQuorumProblem(DEFAULT_POLICY, quorum)).toMatch(message)
    if (quorum !== 3) expect(() => withQuorum(DEFAULT_POLICY, quorum)).toThrow(RangeError)
  })

  it('can be lowered to two', () => {
    expect(lowerQuorumProblem(DEFAULT_POLICY, 2)).toBeNull()
  })
})
