import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { type ClaimSpan, spanChange, spansOf } from './claim-spans'

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
    const both = claim('c', twice, 'false')
    expect(spansOf([both])).toEqual(twice.map(target => ({ ...target, tone: 'false', claim: both })))
  })

  it('shows changed words as changed, whatever the rating was, and nothing of what is gone', () => {
    const targets: Target[] = [
      { id: 'a', start: 1, end: 4, anchorState: 'CHANGED' },
      { id: 'b', start: 9, end: 9, anchorState: 'ORPHANED' },
      { id: 'c', start: 20, end: 24 },
    ]
    expect(spansOf([claim('c', targets, 'true')]).map(({ id, tone }) => [id, tone])).toEqual([
      ['a', 'changed'],
      ['c', 'true'],
    ])
  })
})

describe('spanChange', () => {
  it('names only what differs', () => {
    const claims = Array.from({ length: 100 }, (_, at) => claim(`c${at}`, [{ id: `t${at}`, start: at, end: at + 2 }]))
    expect(spanChange([], claims)).toEqual({ changed: spansOf(claims), goneIds: [] })
    const added = claim('new', [{ id: 'n', start: 50, end: 53 }])
    const more = claims.toSpliced(50, 0, added)
    expect(spanChange(claims, more)).toEqual({ changed: spansOf([added]), goneIds: [] })
    expect(spanChange(more, claims)).toEqual({ changed: [], goneIds: ['n'] })
    expect(spanChange(claims, claims)).toEqual({ changed: [], goneIds: [] })
  })

  it('gives a passage that moved from one claim to another to that one', () => {
    const target = { id: 't', start: 1, end: 3 }
    const two = claim('two', [target], 'true')
    const change = spanChange([claim('one', [target]), claim('two', [])], [claim('one', []), two])
    expect(change).toEqual({ changed: spansOf([two]), goneIds: [] })
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
        const drawn = new Map<string, ClaimSpan>()
        let before: readonly ClaimSummaryDto[] = []
        for (const claims of lists) {
          const { changed, goneIds } = spanChange(before, claims)
          for (const id of goneIds) drawn.delete(id)
          for (const span of changed) drawn.set(span.id, span)
          before = claims
        }
        expect(new Set(drawn.values())).toEqual(new Set(spansOf(lists.at(-1) ?? [])))
      }),
    )
  })
})
