import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstAtLeast, firstWhere, lastAtMost } from './binary-search'

const ascending = fc.array(fc.integer({ min: -20, max: 20 })).map(numbers => numbers.toSorted((a, b) => a - b))

describe('binary search', () => {
  it('finds in ascending numbers what a walk finds', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: -22, max: 22 }), (numbers, limit) => {
        const first = numbers.findIndex(number => number >= limit)
        expect(firstAtLeast(numbers, limit)).toBe(first < 0 ? numbers.length : first)
        expect(lastAtMost(Int32Array.from(numbers), limit)).toBe(numbers.findLastIndex(number => number <= limit))
      }),
    )
  })

  it('asks only within its bounds', () => {
    expect(firstWhere(3, 7, number => number >= 5)).toBe(5)
    expect(firstWhere(3, 7, () => false)).toBe(7)
    expect(firstWhere(3, 7, () => true)).toBe(3)
    expect(firstWhere(3, 3, () => expect.unreachable())).toBe(3)
  })
})
