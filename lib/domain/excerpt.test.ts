import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt'

describe('excerptOf', () => {
  it.each([
    ['leaves what fits', 'Two berths.', 11, 'Two berths.'],
    ['cuts between words', 'Arrivals at the harbour rose.', 20, 'Arrivals at the…'],
    ['cuts within a word where there is no other way', 'Hafenkapitänsgehilfe', 10, 'Hafenkapi…'],
    ['never cuts a character in two', '🚢🚢🚢🚢', 6, '🚢🚢…'],
  ])('%s', (_case, text, max, expected) => {
    expect(excerptOf(text, max)).toBe(expected)
    expect(excerptOf(text, max).length).toBeLessThanOrEqual(max)
  })
})
