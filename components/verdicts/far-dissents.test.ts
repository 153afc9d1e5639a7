import { describe, expect, it } from 'vitest'
import type { RoundDto } from '@/lib/contracts/rounds'
import { DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import { farDissents } from './far-dissents'

const claim = {
  scale: { ...DEFAULT_SCALE, ratings: [...DEFAULT_SCALE.ratings] },
  policy: { ...DEFAULT_POLICY, version: 1 },
  loweredQuorum: null,
}
const round = (ratings: string, countedRound: number, consensus = 'AGREED', trainees = '') =>
  ({
    consensus,
    countedRound,
    verdicts: [
      ...ratings.split(' ').map(rating => ({ rating, isTrainee: false })),
      ...trainees
        .split(' ')
        .filter(Boolean)
        .map(rating => ({ rating, isTrainee: true })),
    ],
  }) as unknown as RoundDto // nothing else is read

describe('farDissents', () => {
  it.each([
    ['one verdict far away in round 2', round('TRUE TRUE TRUE FALSE', 2), ['FALSE']],
    ['none where all are near', round('TRUE TRUE TRUE MOSTLY_TRUE', 2), []],
    ['a trainee’s is not counted', round('TRUE TRUE TRUE', 2, 'AGREED', 'FALSE'), []],
    ['a split has none', round('TRUE TRUE TRUE FALSE', 1, 'SPLIT'), []],
  ])('%s', (_case, given, expected) => {
    expect(farDissents(claim, given)).toEqual(expected)
  })
})
