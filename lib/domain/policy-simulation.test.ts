import { describe, expect, it } from 'vitest'
import { type ConsensusPolicy, DEFAULT_POLICY } from './consensus-policy'
import { type ClosedRound, simulatePolicy } from './policy-simulation'
import { DEFAULT_SCALE } from './scale'
import { textOf } from './sentence'

const round = (ratings: string, over: Partial<ClosedRound> = {}): ClosedRound => ({
  claimId: 'c',
  number: 1,
  claimRevision: 1,
  ratings: ratings.split(' '),
  scale: DEFAULT_SCALE,
  policy: DEFAULT_POLICY,
  loweredQuorum: null,
  ...over,
})

/** "before → after" of what would come out otherwise. */
function changes(rounds: readonly ClosedRound[], policy: Partial<ConsensusPolicy>): string[] {
  const { changed } = simulatePolicy(rounds, { ...DEFAULT_POLICY, ...policy })
  return changed.map(({ before, after }) => `${textOf(before)} → ${textOf(after)}`)
}

describe('simulatePolicy', () => {
  it.each<[string, ClosedRound[], Partial<ConsensusPolicy>, string[]]>([
    ['nothing changed, nothing to say', [round('TRUE TRUE FALSE'), round('TRUE TRUE TRUE')], {}, []],
    [
      'a wider spread',
      [round('TRUE TRUE MIXED')],
      { spread: 2 },
      ['Split: 2 say True, 1 says Mixed, 2 steps apart. → Agreed: True (2 of 3; one says Mixed).'],
    ],
    [
      'a higher quorum',
      [round('TRUE TRUE TRUE')],
      { quorum: 4 },
      ['Agreed: True (3 of 3). → Too few verdicts: 1 more needed.'],
    ],
    [
      'a quorum lowered for the claim stays lowered',
      [round('TRUE TRUE', { loweredQuorum: 2 }), round('TRUE TRUE TRUE', { claimId: 'd' })],
      { quorum: 4 },
      ['Agreed: True (3 of 3). → Too few verdicts: 1 more needed.'],
    ],
    [
      'a lowered quorum raises none',
      [round('TRUE TRUE TRUE', { loweredQuorum: 3, policy: { ...DEFAULT_POLICY, quorum: 4 } })],
      { quorum: 2 },
      [],
    ],
    [
      'fewer rounds, counted within the wording that was rated',
      [
        round('TRUE TRUE FALSE'),
        round('TRUE TRUE FALSE', { number: 2 }),
        round('TRUE TRUE FALSE', { number: 3, claimRevision: 2 }),
      ],
      { maxRounds: 2 },
      [
        'Split: 2 say True, 1 says False, 4 steps apart. → Escalated after 2 rounds: 2 say True, 1 says False, 4 steps apart.',
      ],
    ],
  ])('%s', (_case, rounds, policy, expected) => {
    expect(changes(rounds, policy)).toEqual(expected)
  })

  it('counts every round before and after', () => {
    const rounds = [
      round('TRUE TRUE TRUE'),
      round('TRUE TRUE FALSE', { claimId: 'd' }),
      round('TRUE FALSE MIXED', { claimId: 'e' }),
    ]
    expect(simulatePolicy(rounds, { ...DEFAULT_POLICY, spread: 4, maxRounds: 1 })).toMatchObject({
      before: { AWAITING: 0, AGREED: 1, SPLIT: 2, ESCALATED: 0 },
      after: { AWAITING: 0, AGREED: 2, SPLIT: 0, ESCALATED: 1 },
    })
  })

  it('has nothing to say of a desk without rounds', () => {
    expect(simulatePolicy([], DEFAULT_POLICY).changed).toEqual([])
  })
})
