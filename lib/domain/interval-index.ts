import { compareSpans, type Span } from './span-order'

/** Spans that may differ from the sorted base before it is built anew; bounds what every query pays extra. */
const MAX_PENDING = 256
/** More changes than this are made by building anew. */
const MAX_AT_ONCE = 64

/**
 * Spans found by place: an array sorted in text order that doubles as an implicit interval tree (each midpoint knows
 * the furthest end in its half), plus a short list of what was added or removed since it was built. Immutable:
 * changing returns a new index that shares the array. A query costs O(log n + found · log n) and answers in text order,
 * outermost first. Ids are unique; a repeated one throws when one is looked up.
 */
export class IntervalIndex<S extends Span> {
  private readonly base: Base<S>
  /** In text order. */
  private readonly added: readonly S[]
  /** Ids of base spans that no longer count, replaced ones included. */
  private readonly removed: ReadonlySet<string>

  private constructor(base: Base<S>, added: readonly S[], removed: ReadonlySet<string>) {
    this.base = base
    this.added = added
    this.removed = removed
  }

  /** O(n log n). */
  static of<S extends Span>(spans: Iterable<S>): IntervalIndex<S> {
    return new IntervalIndex(new Base(inTextOrder([...spans])), [], new Set())
  }

  get size(): number {
    return this.base.spans.length - this.removed.size + this.added.length
  }

  get(id: string): S | undefined {
    const added = this.added.find(span => span.id === id)
    return added ?? (this.removed.has(id) ? undefined : this.base.byId.get(id))
  }

  /** All spans, in text order. O(n). */
  all(): S[] {
    if (this.removed.size === 0 && this.added.length === 0) return this.base.spans.slice()
    const kept = this.removed.size === 0 ? this.base.spans : this.base.spans.filter(span => !this.removed.has(span.id))
    return mergeSorted(kept, this.added)
  }

  /** The spans that cover the code unit at an offset (start ≤ offset < end), outermost first. */
  at(offset: number): S[] {
    return this.overlapping(offset, offset + 1)
  }

  /** The spans that share at least one code unit with [start, end); none for an empty range. */
  overlapping(start: number, end: number): S[] {
    if (start >= end) return []
    const found: S[] = []
    collect(this.base, 0, this.base.spans.length, start, end, span => {
      if (!this.removed.has(span.id)) found.push(span)
    })
    if (this.added.length === 0) return found
    return mergeSorted(
      found,
      this.added.filter(span => span.start < end && span.end > start),
    )
  }

  /** With one span more, or another in place of the one with its id. O(pending ≤ 256), and O(n) every 256th time. */
  withAdded(span: S): IntervalIndex<S> {
    const added = insertSorted(
      this.added.filter(other => other.id !== span.id),
      span,
    )
    return this.next(added, this.base.byId.has(span.id) ? new Set([...this.removed, span.id]) : this.removed)
  }

  /** Without the span of this id; the same index if there is none. Costs what `withAdded` costs. */
  withRemoved(id: string): IntervalIndex<S> {
    if (this.added.some(span => span.id === id)) {
      return this.next(
        this.added.filter(span => span.id !== id),
        this.removed,
      )
    }
    if (this.removed.has(id) || !this.base.byId.has(id)) return this
    return this.next(this.added, new Set([...this.removed, id]))
  }

  /** With many changes at once: what `withAdded` and `withRemoved` do one by one, and O(n log n) where that is cheaper. */
  with(changed: readonly S[], goneIds: readonly string[]): IntervalIndex<S> {
    if (this.size === 0) return IntervalIndex.of(changed)
    if (changed.length + goneIds.length > MAX_AT_ONCE) {
      const all = new Map(this.all().map(span => [span.id, span]))
      for (const id of goneIds) all.delete(id)
      for (const span of changed) all.set(span.id, span)
      return IntervalIndex.of(all.values())
    }
    let index: IntervalIndex<S> = this
    for (const id of goneIds) index = index.withRemoved(id)
    for (const span of changed) index = index.withAdded(span)
    return index
  }

  private next(added: readonly S[], removed: ReadonlySet<string>): IntervalIndex<S> {
    const next = new IntervalIndex(this.base, added, removed)
    return added.length + removed.size <= MAX_PENDING ? next : new IntervalIndex(new Base(next.all()), [], new Set())
  }
}

/** Spans in text order, ready to be asked. */
class Base<S extends Span> {
  /** Of each midpoint of the implicit tree: the furthest end among the spans of its subtree. */
  readonly furthest: Float64Array
  private ids: ReadonlyMap<string, S> | undefined

  constructor(readonly spans: readonly S[]) {
    this.furthest = new Float64Array(spans.length)
    fillFurthest(spans, this.furthest, 0, spans.length)
  }

  /** Made when first asked for: what is only drawn needs no names. */
  get byId(): ReadonlyMap<string, S> {
    if (this.ids) return this.ids
    this.ids = new Map(this.spans.map(span => [span.id, span]))
    if (this.ids.size !== this.spans.length) throw new Error('Two spans of one index have the same id.')
    return this.ids
  }
}

/** Sorted in place, unless it is already, as what comes from the server is. */
function inTextOrder<S extends Span>(spans: S[]): S[] {
  const isSorted = spans.every((span, at) => {
    const before = spans[at - 1]
    return !before || compareSpans(before, span) <= 0
  })
  return isSorted ? spans : spans.sort(compareSpans)
}

function fillFurthest(spans: readonly Span[], furthest: Float64Array, low: number, high: number): number {
  if (low >= high) return Number.NEGATIVE_INFINITY
  const middle = (low + high) >> 1
  const left = fillFurthest(spans, furthest, low, middle)
  const right = fillFurthest(spans, furthest, middle + 1, high)
  const furthestEnd = Math.max(spans[middle]?.end ?? 0, left, right)
  furthest[middle] = furthestEnd
  return furthestEnd
}

/** In order, so what it finds is sorted: left half, midpoint, right half, leaving out halves that end too early or start too late. */
function collect<S extends Span>(
  base: Base<S>,
  low: number,
  high: number,
  start: number,
  end: number,
  found: (span: S) => void,
): void {
  if (low >= high) return
  const middle = (low + high) >> 1
  const span = base.spans[middle]
  if (!span || (base.furthest[middle] ?? 0) <= start) return
  collect(base, low, middle, start, end, found)
  if (span.start >= end) return
  if (span.end > start) found(span)
  collect(base, middle + 1, high, start, end, found)
}

function insertSorted<S extends Span>(sorted: readonly S[], span: S): S[] {
  const at = sorted.findIndex(other => compareSpans(other, span) > 0)
  return at < 0 ? [...sorted, span] : [...sorted.slice(0, at), span, ...sorted.slice(at)]
}

function mergeSorted<S extends Span>(left: readonly S[], right: readonly S[]): S[] {
  const merged: S[] = []
  let next = 0
  for (const span of left) {
    for (let other = right[next]; other && compareSpans(other, span) < 0; other = right[++next]) merged.push(other)
    merged.push(span)
  }
  return merged.concat(right.slice(next))
}
