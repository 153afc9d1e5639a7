import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntervalIndex } from './interval-index'
import { compareSpans, type Span } from './span-order'

/** What the index must answer: look at every span. */
class BruteForce {
  readonly spans = new Map<string, Span>()
  overlapping(start: number, end: number): Span[] {
    return [...this.spans.values()]
      .filter(span => start < end && span.start < end && span.end > start)
      .sort(compareSpans)
  }
}

type Step = { readonly kind: 'add'; readonly span: Span } | { readonly kind: 'remove'; readonly id: string }

const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(40), fc.nat(100), fc.integer({ min: 1, max: 30 }))
  .map(([id, start, length]) => ({ id: `s${id}`, start, end: start + length }))
const manySpans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(200), fc.nat(100), fc.integer({ min: 1, max: 30 }))
  .map(([id, start, length]) => ({ id: `s${id}`, start, end: start + length }))
const steps: fc.Arbitrary<Step> = fc.oneof(
  spans.map((span): Step => ({ kind: 'add', span })),
  fc.nat(40).map((id): Step => ({ kind: 'remove', id: `s${id}` })),
)

function spanOf(id: string, start: number, end: number): Span {
  return { id, start, end }
}

/** Milliseconds for a hundred runs, so that a busy machine slows both sides of a comparison. */
function timed(run: () => void): number {
  const before = performance.now()
  for (let time = 0; time < 100; time++) run()
  return performance.now() - before
}

describe('IntervalIndex', () => {
  it('answers as looking at every span does, through any additions, replacements and removals', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(spans, { selector: ({ id }) => id }),
        fc.array(steps, { maxLength: 60 }),
        (initial, then) => {
          const brute = new BruteForce()
          for (const span of initial) brute.spans.set(span.id, span)
          let index = IntervalIndex.of(initial)
          for (const step of [null, ...then]) {
            if (step?.kind === 'add') {
              index = index.withAdded(step.span)
              brute.spans.set(step.span.id, step.span)
            } else if (step) {
              index = index.withRemoved(step.id)
              brute.spans.delete(step.id)
            }
          }
          for (let offset = -1; offset < 135; offset += 3) {
            expect(index.at(offset)).toEqual(brute.overlapping(offset, offset + 1))
            expect(index.overlapping(offset, offset + 7)).toEqual(brute.overlapping(offset, offset + 7))
          }
          expect(index.size).toBe(brute.spans.size)
          expect(index.all()).toEqual([...brute.spans.values()].sort(compareSpans))
          for (let id = 0; id <= 40; id++) expect(index.get(`s${id}`)).toEqual(brute.spans.get(`s${id}`))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('makes many changes at once as it makes them one by one', () => {
    const changes = fc.array(
      fc.record({
        changed: fc.uniqueArray(manySpans, { selector: ({ id }) => id, maxLength: 90, size: 'max' }),
        gone: fc.nat(40),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(changes, rounds => {
        let atOnce = IntervalIndex.of<Span>([])
        let oneByOne = IntervalIndex.of<Span>([])
        for (const { changed, gone } of rounds) {
          const goneIds = [`s${gone}`].filter(id => !changed.some(span => span.id === id))
          atOnce = atOnce.with(changed, goneIds)
          for (const id of goneIds) oneByOne = oneByOne.withRemoved(id)
          for (const span of changed) oneByOne = oneByOne.withAdded(span)
          expect(atOnce.all()).toEqual(oneByOne.all())
        }
      }),
    )
  })

  it('covers half-open ranges: a span has its start, not its end', () => {
    const index = IntervalIndex.of([spanOf('a', 2, 4)])
    expect([1, 2, 3, 4].map(offset => index.at(offset).length)).toEqual([0, 1, 1, 0])
    expect([
      index.overlapping(0, 2),
      index.overlapping(4, 9),
      index.overlapping(3, 3),
      index.overlapping(9, 0),
    ]).toEqual([[], [], [], []])
  })

  it('answers the outermost first', () => {
    const index = IntervalIndex.of([spanOf('inner', 3, 5), spanOf('outer', 1, 9)]).withAdded(spanOf('middle', 3, 7))
    expect(index.at(4).map(({ id }) => id)).toEqual(['outer', 'middle', 'inner'])
  })

  it('leaves the index it came from as it was', () => {
    const before = IntervalIndex.of([spanOf('a', 0, 5)])
    const after = before.withAdded(spanOf('b', 1, 2)).withRemoved('a')
    expect(before.at(1)).toEqual([spanOf('a', 0, 5)])
    expect(after.at(1)).toEqual([spanOf('b', 1, 2)])
    expect(after.withRemoved('nobody')).toBe(after)
  })

  it('refuses two spans with one id', () => {
    expect(() => IntervalIndex.of([spanOf('a', 0, 5), spanOf('a', 6, 7)]).get('a')).toThrow('same id')
  })

  it('stays right and quick with ten thousand spans of which one covers everything', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      spanOf(`s${at}`, (at * 7919) % 600_000, ((at * 7919) % 600_000) + 5 + (at % 300)),
    )
    const brute = new BruteForce()
    for (const span of [...many, spanOf('all', 0, 700_000)]) brute.spans.set(span.id, span)
    let index = IntervalIndex.of(many).withAdded(spanOf('all', 0, 700_000))
    for (let step = 0; step < 600; step++) {
      index = index.withRemoved(`s${step}`).withAdded(spanOf(`n${step}`, step * 900, step * 900 + 50))
      brute.spans.delete(`s${step}`)
      brute.spans.set(`n${step}`, spanOf(`n${step}`, step * 900, step * 900 + 50))
    }
    for (const offset of [0, 1, 899, 300_000, 599_999, 650_000])
      expect(index.at(offset)).toEqual(brute.overlapping(offset, offset + 1))
    const quick = timed(() => index.at(300_000))
    const slow = timed(() => brute.overlapping(300_000, 300_001))
    expect(quick).toBeLessThan(slow / 5)
  })
})
