import { describe, expect, it } from 'vitest'
import type { RoundDto } from '@/lib/contracts/claims'
import { consensusOf } from '@/lib/domain/consensus'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { roundConsensus } from './round-consensus'

const scale = { ...DEFAULT_SCALE, ratings: [...DEFAULT_SCALE.ratings] }

describe('roundConsensus', () => {
  it.each([
    ['agreement in the first round', ['FALSE', 'FALSE', 'MOSTLY_FALSE'], 1],
    ['agreement in a later round past one far verdict', ['FALSE', 'FALSE', 'FALSE', 'TRUE'], 2],
    ['the same verdicts in the first round, a split', ['FALSE', 'FALSE', 'FALSE', 'TRUE'], 1],
    ['a split in a later round', ['FALSE', 'FALSE', 'TRUE', 'TRUE'], 2],
    ['the split of the last round', ['FALSE', 'TRUE', 'MIXED'], 3],
    ['agreement off the scale', ['OPINION', 'OPINION', 'TRUE'], 2],
    ['too few', ['TRUE', 'TRUE'], 1],
  ])('%s is what the rule says', (_case, ratings, countedRound) => {
    const verdicts = ratings.map(rating => ({ rating }))
    const expected = consensusOf(verdicts, scale, countedRound, DEFAULT_POLICY)
    const round = {
      consensus: expected.status,
      verdicts: verdicts as RoundDto['verdicts'],
      quorum: DEFAULT_POLICY.quorum,
    } // only ratings are read
    const replayed = roundConsensus(round, { scale, policy: { version: 1, ...DEFAULT_POLICY } })
    // A split says in which round it fell; nobody asks a replayed one.
    expect({ ...replayed, round: 0 }).toEqual({ ...expected, round: 0 })
  })
})
