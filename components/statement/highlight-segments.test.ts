import { describe, expect, it } from 'vitest'
import { type HighlightSpan, highlightSegments, type SpanTone } from './highlight-segments'

const all = { start: 0, end: 100 }

function span(id: string, start: number, end: number, tone: SpanTone): HighlightSpan {
  return { id, start, end, tone }
}

/** Each segment as "start-end tone", a + for overlap, a ! for selected. */
function drawn(spans: HighlightSpan[], selected: string[] = [], within = all): string[] {
  return highlightSegments(within, spans, new Set(selected)).map(
    ({ start, end, tone, isOverlap, isSelected }) =>
      `${start}-${end} ${tone}${isOverlap ? '+' : ''}${isSelected ? '!' : ''}`,
  )
}

describe('highlightSegments', () => {
  it.each([
    ['nothing without spans', [], [], []],
    ['a span alone', [span('a', 3, 9, 'true')], [], ['3-9 true']],
    [
      'the innermost claim shows, deepened',
      [span('a', 0, 9, 'true'), span('b', 3, 5, 'false')],
      [],
      ['0-3 true', '3-5 false+', '5-9 true'],
    ],
    [
      'the selected claim shows over an inner one',
      [span('a', 0, 9, 'true'), span('b', 3, 5, 'false')],
      ['a'],
      ['0-3 true!', '3-5 true+!', '5-9 true!'],
    ],
    [
      'where two cross, the later one shows',
      [span('a', 0, 5, 'true'), span('b', 3, 8, 'none')],
      [],
      ['0-3 true', '3-5 none+', '5-8 none'],
    ],
    ['two on the same words', [span('a', 0, 5, 'true'), span('b', 0, 5, 'mixed')], [], ['0-5 mixed+']],
    [
      'all targets of a selected claim',
      [span('a', 0, 2, 'true'), span('b', 4, 6, 'true')],
      ['a', 'b'],
      ['0-2 true!', '4-6 true!'],
    ],
  ])('%s', (_case, spans, selected, expected) => {
    expect(drawn(spans, selected)).toEqual(expected)
  })

  it('draws only what lies within', () => {
    expect(drawn([span('a', 0, 20, 'true'), span('b', 50, 60, 'false')], [], { start: 10, end: 50 })).toEqual([
      '10-20 true',
    ])
  })
})
