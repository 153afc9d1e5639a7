import { describe, expect, it } from 'vitest'
import { overlapPhrase } from './overlap'

const exact = 'peaceful demonstrations in Almaty'
const span = { start: 100, end: 100 + exact.length, exact }

describe('overlapPhrase', () => {
  it.each([
    ['the very same span', [[100, 133]], 'the same passage'],
    ['a span around it', [[50, 200]], 'overlaps all 4 words you selected'],
    ['its first word', [[90, 108]], 'overlaps 1 of the 4 words you selected'],
    [
      'two spans that share a word',
      [
        [100, 123],
        [109, 126],
      ],
      'overlaps 3 of the 4 words you selected',
    ],
    [
      'two spans apart',
      [
        [100, 108],
        [127, 133],
      ],
      'overlaps 2 of the 4 words you selected',
    ],
    ['a space between words', [[108, 109]], 'touches your selection'],
  ])('%s', (_case, targets, expected) => {
    const ranges = targets.map(([start = 0, end = 0]) => ({ start, end }))
    expect(overlapPhrase(span, ranges)).toBe(expected)
  })

  it('speaks of one word in the singular', () => {
    expect(overlapPhrase({ start: 0, end: 6, exact: 'Almaty' }, [{ start: 0, end: 20 }])).toBe(
      'overlaps all 1 word you selected',
    )
  })
})
