import { describe, expect, it } from 'vitest'
import { DEFAULT_SCALE, type Rating, type RatingScale } from '@/lib/domain/scale'
import { ratingKeys } from './rating-keys'

const rating = (key: string, label: string, position: number | null): Rating => ({
  key,
  label,
  position,
  definition: '',
  tone: 'mixed',
  requiresCitation: false,
})
const scale = (...ratings: Rating[]): RatingScale => ({ version: 1, name: 'A scale', ratings })

describe('ratingKeys', () => {
  it('gives the default scale 5 to 1, M, U and X', () => {
    expect([...ratingKeys(DEFAULT_SCALE)]).toEqual([
      ['TRUE', '5'],
      ['MOSTLY_TRUE', '4'],
      ['MIXED', '3'],
      ['MOSTLY_FALSE', '2'],
      ['FALSE', '1'],
      ['MISSING_CONTEXT', 'm'],
      ['UNVERIFIABLE', 'u'],
      ['OPINION', 'x'],
    ])
  })

  it.each([
    [
      'a letter that leads elsewhere gives way to X',
      [rating('A', 'Opinion', null), rating('B', 'Rumour', null)],
      ['o', 'x'],
    ],
    ['X taken, the next free letter', [rating('A', 'Not so', null), rating('B', 'Not yet', null)], ['x', 'o']],
    ['no letter left, no key', [rating('A', 'Jack', null), rating('B', 'Jack', null)], ['x', undefined]],
    ['a position of two digits has no key', [rating('A', 'Ten', 10), rating('B', 'Nine', 9)], [undefined, '9']],
  ])('%s', (_case, ratings, expected) => {
    const keys = ratingKeys(scale(...ratings))
    expect(ratings.map(({ key }) => keys.get(key))).toEqual(expected)
  })
})
