import { describe, expect, it } from 'vitest'
import { DEFAULT_SCALE, validateScale } from '@/lib/domain/scale'
import { draftOf, moved, problemsByRow, type RatingDraft, ratingsOf } from './scale-draft'

const scale = { ...DEFAULT_SCALE, ratings: [...DEFAULT_SCALE.ratings] }

function added(label: string, id = label): RatingDraft {
  return { id, key: null, label, definition: 'As it says.', tone: 'mixed', requiresCitation: false }
}

describe('a scale while it is edited', () => {
  it('comes out as it went in', () => {
    expect(ratingsOf(draftOf(scale))).toEqual(scale.ratings)
  })

  it('numbers the ordered ratings anew when one is added in their middle', () => {
    const draft = draftOf(scale)
    const on = [...draft.on.slice(0, 1), added('Nearly true'), ...draft.on.slice(1)]
    const ratings = ratingsOf({ ...draft, on })
    expect(ratings.map(({ key, position }) => [key, position]).slice(0, 3)).toEqual([
      ['TRUE', 6],
      ['NEARLY_TRUE', 5],
      ['MOSTLY_TRUE', 4],
    ])
    expect(validateScale({ name: 'Six points', ratings })).toEqual([])
  })

  it.each([
    ['words', 'Half right', 'HALF_RIGHT'],
    ['accents', 'Vérifié', 'VERIFIE'],
    ['a number first', '50 % true', 'TRUE_2'],
    ['another script', 'Не подтверждено', 'RATING'],
    ['nothing', '', 'RATING'],
    ['a key that is taken', 'Mixed', 'MIXED_2'],
    ['more than a key may hold', 'x'.repeat(40), 'X'.repeat(30)],
  ])('makes a key from %s', (_case, label, key) => {
    const draft = draftOf(scale)
    expect(ratingsOf({ ...draft, off: [added(label)] }).at(-1)?.key).toBe(key)
  })

  it('gives two new ratings of one label two keys', () => {
    const keys = ratingsOf({ name: '', on: [], off: [added('Satire', '1'), added('Satire', '2')] }).map(
      ({ key }) => key,
    )
    expect(keys).toEqual(['SATIRE', 'SATIRE_2'])
  })

  it('moves a rating by one place', () => {
    const order = moved(draftOf(scale).on, 3, -1).map(({ key }) => key)
    expect(order).toEqual(['TRUE', 'MOSTLY_TRUE', 'MOSTLY_FALSE', 'MIXED', 'FALSE'])
  })

  it('tells rows apart from the scale in what is wrong', () => {
    const rows = problemsByRow([
      { path: 'ratings.2.label', message: 'a' },
      { path: 'ratings', message: 'b' },
      { path: 'name', message: 'c' },
    ])
    expect(rows.get(2)).toEqual([{ path: 'label', message: 'a' }])
    expect(rows.get(-1)?.map(({ path }) => path)).toEqual(['ratings', 'name'])
  })
})
