import { describe, expect, it } from 'vitest'
import { DEFAULT_SCALE } from '@/lib/domain/scale'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { unansweredIn } from './dissent-answers'

const claim = {
  scale: { ...DEFAULT_SCALE, ratings: [...DEFAULT_SCALE.ratings] },
  flags: {
    singlePublisher: [],
    farDissents: [
      { reviewer: { id: '01890000-0000-7000-8000-000000000001', name: 'Birch' }, rating: 'FALSE', evidence: [3] },
    ],
  },
}

describe('unansweredIn', () => {
  it.each<[string, DecisionAction, string, string | null, number]>([
    ['an approval that says nothing of it', 'APPROVE', 'It rose [1].', null, 1],
    ['an approval that points to its evidence', 'APPROVE', 'It rose [1], though one table differs [3].', null, 0],
    ['an override that says nothing of it', 'OVERRIDE', 'It rose.', 'MIXED', 1],
    ['an override to what the dissent said', 'OVERRIDE', 'It fell.', 'FALSE', 0],
    ['a return explains nothing', 'RETURN', '', null, 0],
    ['a dismissal rates nothing', 'DISMISS', 'A slogan.', null, 0],
  ])('%s', (_case, action, explanation, rating, expected) => {
    expect(unansweredIn(claim, action, { explanation, rating })).toHaveLength(expected)
  })

  it('asks for nothing where there is none, or the round is open', () => {
    const draft = { explanation: 'It rose.', rating: null }
    expect(unansweredIn({ ...claim, flags: null }, 'APPROVE', draft)).toEqual([])
    const agreed = { ...claim, flags: { singlePublisher: [], farDissents: [] } }
    expect(unansweredIn(agreed, 'APPROVE', draft)).toEqual([])
  })
})
