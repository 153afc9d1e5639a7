import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsOf } from './code-points'

const MIXED = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', '𝒜', '👩🏽‍🚀', 'ع', '\u202b', '한', '\n'),
  maxLength: 3_000,
})

describe('codePointsOf', () => {
  it.each([
    ['an empty text', '', 0, 0],
    ['letters of one unit each', 'harbour', 4, 4],
    ['what follows a character of two units', '😀 smile', 3, 2],
    ['a family of four, which is seven code points', '👨‍👩‍👧‍👦!', 11, 7],
    ['an offset beyond the text as its end', 'ab', 9, 2],
  ])('counts %s', (_case, text, unit, points) => {
    expect(codePointsOf(text).before(unit)).toBe(points)
  })

  it.each([
    ['before the first', -1],
    ['beyond the last', 4],
    ['between two', 1.5],
  ])('has no place for a code point %s', (_case, point) => {
    expect(codePointsOf('a😀b').unitAt(point)).toBeNull()
  })

  it('agrees with what the language iterates, in both directions, across the steps of its table', () => {
    fc.assert(
      fc.property(MIXED, text => {
        const points = codePointsOf(text)
        let unit = 0
        let count = 0
        for (const character of text) {
          if (points.before(unit) !== count || points.unitAt(count) !== unit) return false
          unit += character.length
          count++
        }
        return points.length === count && points.before(unit) === count && points.unitAt(count) === unit
      }),
      { numRuns: 200 },
    )
  })

  it('finds its way where a pair lies across two steps', () => {
    const text = `${'a'.repeat(1_023)}😀${'b'.repeat(2_000)}`
    const points = codePointsOf(text)
    expect([points.before(1_025), points.unitAt(1_024), points.unitAt(1_023)]).toEqual([1_024, 1_025, 1_023])
  })
})
