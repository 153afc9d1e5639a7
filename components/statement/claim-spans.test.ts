import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { ClaimSpans, spansOf } from './claim-spans'
import type { HighlightSpan } from './highlight-segments'

type Target = { id: string; start: number; end: number; anchorState?: 'ANCHORED' | 'CHANGED' | 'ORPHANED' }

/** A claim as far as its spans depend on it. */
function claim(id: string, targets: Target[], tone: 'true' | 'false' | null = null): ClaimSummaryDto {
  const rating = tone && { key: tone, label: tone, tone }
  return { id, rating, targets: targets.map(target => ({ anchorState: 'ANCHORED', ...target })) } as ClaimSummaryDto
}

describe('spansOf', () => {
  it('has every passage of a claim in its rating’s tone', () => {
    const twice = [
      { id: 'a', start: 1, end: 4 },
      { id: 'b', start: 9, end: 12 },
    ]
    expect(spansOf(claim('c', twice, 'false'))).toEqual(twice.map(target => ({ ...target, tone: 'false' })))
  })

  it('shows changed words as changed, whatever the rating was, and nothing of what is gone', () => {
    const targets: Target[] = [
      { id: 'a', start: 1, end: 4, anchorState: 'CHANGED' },
      { id: 'b', start: 9, end: 9, anchorState: 'ORPHANED' },
      { id: 'c', start: 20, end: 24 },
    ]
    expect(spansOf(claim('c', targets, 'true')).map(({ id, tone }) => [id, tone])).toEqual([
      ['a', 'changed'],
      ['c', 'true'],
    ])
  })
})

describe('ClaimSpans', () => {
  it('names only what differs', () => {
    const claims = Array.from({ length: 100 }, (_, at) => claim(`c${at}`, [{ id: `t${at}`, start: at, end: at + 2 }]))
    const spans = new ClaimSpans()
    expect(spans.follow(claims).changed).toHaveLength(100)
    const added = claim('new', [{ id: 'n', start: 50, end: 53 }])
    expect(spans.follow(claims.toSpliced(50, 0, added))).toEqual({ changed: spansOf(added), goneIds: [] })
    expect(spans.claimOf('n')).toBe(added)
    expect(spans.follow(claims)).toEqual({ changed: [], goneIds: ['n'] })
    expect(spans.claimOf('n')).toBeUndefined()
    expect(spans.follow(claims)).toEqual({ changed: [], goneIds: [] })
  })

  it('gives back a passage that moved from one claim to another', () => {
    const target = { id: 't', start: 1, end: 3 }
    const spans = new ClaimSpans()
    spans.follow([claim('one', [target]), claim('two', [])])
    const two = claim('two', [target], 'true')
    expect(spans.follow([claim('one', []), two])).toEqual({ changed: spansOf(two), goneIds: [] })
    expect(spans.claimOf('t')).toBe(two)
  })

  it('ends up with the spans of the last list, whichever lists came before', () => {
    const pool = Array.from({ length: 12 }, (_, at) => [
      claim(`c${at}`, [{ id: `t${at}`, start: at, end: at + 2 }]),
      claim(`c${at}`, [{ id: `t${at}`, start: at, end: at + 3 }], 'true'),
      claim(`c${at}`, [
        { id: `t${at}`, start: at, end: at + 2 },
        { id: `u${at}`, start: 90, end: 95 },
      ]),
      claim(`c${at}`, [{ id: `t${at}`, start: at, end: at, anchorState: 'ORPHANED' }]),
    ]).flat()
    const list = fc.uniqueArray(fc.constantFrom(...pool), { selector: ({ id }) => id })
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), lists => {
        const spans = new ClaimSpans()
        const drawn = new Map<string, HighlightSpan>()
        for (const claims of lists) {
          const { changed, goneIds } = spans.follow(claims)
          for (const id of goneIds) drawn.delete(id)
          for (const span of changed) drawn.set(span.id, span)
        }
        const wanted = lists.at(-1)?.flatMap(spansOf) ?? []
        expect(new Set(drawn.values())).toEqual(new Set(wanted))
      }),
    )
  })
})
