import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SCALE,
  findRating,
  RATING_TONES,
  type Rating,
  ratingOf,
  ratingsInOrder,
  validateScale,
} from '@/lib/domain/scale'

function rating(key: string, position: number | null, changes: Partial<Rating> = {}): Rating {
  const label = key.toLowerCase()
  return { key, label, definition: `What ${label} means.`, position, tone: 'mixed', requiresCitation: true, ...changes }
}

function scale(...ratings: Rating[]) {
  return { version: 2, name: 'A scale', ratings }
}

describe('the default scale', () => {
  it('is valid, wears every tone once and asks for citations on the scale only', () => {
    expect(validateScale(DEFAULT_SCALE)).toEqual([])
    expect(DEFAULT_SCALE.ratings.map(({ tone }) => tone)).toEqual(RATING_TONES)
    expect(DEFAULT_SCALE.ratings.map(({ requiresCitation }) => requiresCitation)).toEqual(
      DEFAULT_SCALE.ratings.map(({ position }) => position !== null),
    )
  })
})

describe('validateScale', () => {
  const good = [rating('YES', 2), rating('NO', 1), rating('ASIDE', null)]

  it.each<[string, Rating[], string[]]>([
    ['two ordered ratings and one off the scale', good, []],
    ['positions in any order', [rating('NO', 1), rating('YES', 2)], []],
    ['one ordered rating', [rating('YES', 1), rating('ASIDE', null)], ['ratings']],
    ['none at all', [], ['ratings']],
    ['a shared position', [rating('YES', 1), rating('NO', 1)], ['ratings']],
    ['a gap between positions', [rating('YES', 3), rating('NO', 1)], ['ratings']],
    ['positions from zero', [rating('YES', 1), rating('NO', 0)], ['ratings']],
    ['positions between whole numbers', [rating('YES', 1.5), rating('NO', 1)], ['ratings']],
    ['twelve ratings', Array.from({ length: 12 }, (_, index) => rating(`R${index}`, index + 1)), []],
    ['thirteen ratings', Array.from({ length: 13 }, (_, index) => rating(`R${index}`, index + 1)), ['ratings']],
    ['a repeated key', [...good, rating('YES', null, { label: 'other' })], ['ratings.3.key']],
    ['labels that differ in case only', [...good, rating('OTHER', null, { label: ' Yes ' })], ['ratings.3.label']],
    ['an empty label', [...good, rating('OTHER', null, { label: ' ' })], ['ratings.3.label']],
    ['a long label', [...good, rating('OTHER', null, { label: 'x'.repeat(41) })], ['ratings.3.label']],
    ['an empty definition', [...good, rating('OTHER', null, { definition: '' })], ['ratings.3.definition']],
    ['a long definition', [...good, rating('OTHER', null, { definition: 'x'.repeat(301) })], ['ratings.3.definition']],
    ['a key in small letters', [...good, rating('other', null)], ['ratings.3.key']],
    ['an unknown tone', [...good, rating('OTHER', null, { tone: 'pink' as Rating['tone'] })], ['ratings.3.tone']],
  ])('%s', (_case, ratings, paths) => {
    expect(validateScale(scale(...ratings)).map(({ path }) => path)).toEqual(paths)
  })

  it('asks for a name', () => {
    expect(validateScale({ ...scale(...good), name: ' ' })).toEqual([
      { path: 'name', message: 'Give the scale a name.' },
    ])
  })
})

describe('finding ratings', () => {
  it('by key, and says so when a scale has none', () => {
    expect(ratingOf(DEFAULT_SCALE, 'MIXED').label).toBe('Mixed')
    expect(findRating(DEFAULT_SCALE, 'HALF_TRUE')).toBeUndefined()
    expect(() => ratingOf(DEFAULT_SCALE, 'HALF_TRUE')).toThrow(RangeError)
  })

  it('in the order they are read: highest position first, then those off the scale as listed', () => {
    const shuffled = scale(rating('B', null), rating('LOW', 1), rating('A', null), rating('HIGH', 2))
    expect(ratingsInOrder(shuffled).map(({ key }) => key)).toEqual(['HIGH', 'LOW', 'B', 'A'])
    expect(shuffled.ratings[0]?.key).toBe('B')
  })
})
