import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSpans, type Span, segmentRange, segmentSpans } from './span-order'

const spans = fc
  .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 15 })
  .map(pairs => pairs.map(([start, length], index): Span => ({ id: `s${index}`, start, end: start + length })))

function span(id: string, start: number, end: number): Span {
  return { id, start, end }
}

describe('compareSpans', () => {
  it('puts earlier before later, containing before contained, and is total', () => {
    const sorted = [span('c', 5, 9), span('b', 0, 3), span('d', 5, 9), span('a', 0, 8)].sort(compareSpans)
    expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(compareSpans(span('a', 1, 2), span('a', 1, 2))).toBe(0)
  })
})

describe('segmentSpans', () => {
  it('cuts where spans begin and end, naming the outermost first', () => {
    expect(segmentSpans('abcdefghij', [span('inner', 4, 6), span('outer', 2, 8), span('late', 5, 9)])).toEqual([
      { start: 0, end: 2, ids: [] },
      { start: 2, end: 4, ids: ['outer'] },
      { start: 4, end: 5, ids: ['outer', 'inner'] },
      { start: 5, end: 6, ids: ['outer', 'inner', 'late'] },
      { start: 6, end: 8, ids: ['outer', 'late'] },
      { start: 8, end: 9, ids: ['late'] },
      { start: 9, end: 10, ids: [] },
    ])
  })

  it('cuts only what is asked for', () => {
    expect(segmentRange({ start: 3, end: 8 }, [span('a', 0, 4), span('b', 8, 10)])).toEqual([
      { start: 3, end: 4, ids: ['a'] },
      { start: 4, end: 8, ids: [] },
    ])
    expect(segmentRange({ start: 1, end: 1 }, [span('a', 1, 1)])).toEqual([])
    expect(segmentSpans('abc', [span('empty', 1, 1)])).toEqual([{ start: 0, end: 3, ids: [] }])
    expect(segmentSpans('', [])).toEqual([])
  })

  it('joined is the text, and each span covers exactly its own', () => {
    fc.assert(
      fc.property(spans, fc.nat(45), fc.nat(45), (given, one, other) => {
        const text = Array.from({ length: 45 }, (_, index) => String.fromCharCode(65 + index)).join('')
        const within = { start: Math.min(one, other), end: Math.max(one, other) }
        const segments = segmentRange(within, given)
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.slice(within.start, within.end),
        )
        expect(segments.every(({ start, end }) => start < end)).toBe(true)
        for (const { id, start, end } of given) {
          const covered = segments.filter(segment => segment.ids.includes(id))
          expect(covered.map(segment => text.slice(segment.start, segment.end)).join('')).toBe(
            text.slice(Math.max(start, within.start), Math.max(Math.min(end, within.end), within.start)),
          )
        }
      }),
    )
  })
})
