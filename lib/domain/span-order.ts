import type { TextRange } from './graphemes'

/** A span with the id of what it belongs to. */
export interface Span extends TextRange {
  readonly id: string
}

/** Text order: by start, of two that start together the longer first, then by id. So a span comes before those it contains. */
export function compareSpans(one: Span, other: Span): number {
  if (one.start !== other.start) return one.start - other.start
  if (one.end !== other.end) return other.end - one.end
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}

/** A stretch of text covered by the same spans throughout. */
export interface Segment extends TextRange {
  /** Of the spans that cover it, outermost first; none for plain text. */
  readonly ids: readonly string[]
}

/**
 * Cuts the text at every edge of a span: what draws nested and overlapping spans where elements cannot overlap. The
 * segments follow one another without gap and none is empty; empty spans are ignored. O(n log n + segments · depth).
 */
export function segmentSpans(text: string, spans: Iterable<Span>): Segment[] {
  return segmentRange({ start: 0, end: text.length }, spans)
}

/** The same for a part of the text, such as one block or what is on screen; spans are clipped to it. */
export function segmentRange(within: TextRange, spans: Iterable<Span>): Segment[] {
  const inside = [...spans]
    .filter(span => span.start < within.end && span.end > within.start && span.start < span.end)
    .sort(compareSpans)
  const cuts = new Set([within.start, within.end])
  for (const span of inside) {
    cuts.add(Math.max(span.start, within.start))
    cuts.add(Math.min(span.end, within.end))
  }
  const edges = Float64Array.from(cuts).sort()
  const segments: Segment[] = []
  let open: Span[] = []
  let next = 0
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index] ?? 0
    const end = edges[index + 1] ?? 0
    open = open.filter(span => span.end > start)
    for (let span = inside[next]; span && span.start <= start; span = inside[++next]) open.push(span)
    segments.push({ start, end, ids: open.map(span => span.id) })
  }
  return segments
}
