import { mapTargets } from './map-targets'
import { describeSpan, type SpanSelector } from './selectors'
import type { AnchorState } from './vocabulary'

/** A passage as it was last accepted: highlighted, mapped without a change, or confirmed by a person. */
export interface AcceptedSpan extends SpanSelector {
  /** The version of the text in which it was. */
  readonly anchoredIn: number
}

/** What became of a passage in a newer text. */
export interface MappedSpan extends SpanSelector {
  readonly anchorState: AnchorState
  /** The version in which its words were last accepted: the newer one where they stand in it. */
  readonly anchoredIn: number
}

/**
 * What becomes of passages in a newer text, in the order given: each is compared with the text in which it was last
 * accepted, one comparison a text. A lost one keeps its quote and is empty, at the place where it stood. `textOf` is asked
 * for each version that a passage was accepted in.
 */
export function mapVersion(
  spans: readonly AcceptedSpan[],
  textOf: (version: number) => string,
  to: { readonly number: number; readonly text: string },
): MappedSpan[] {
  const mapped: MappedSpan[] = []
  for (const [version, indexes] of byVersion(spans)) {
    const own = indexes.flatMap(index => spans[index] ?? [])
    const places = mapTargets(textOf(version), to.text, own)
    own.forEach((span, at) => {
      const place = places[at]
      const index = indexes[at]
      if (place === undefined || index === undefined) throw new RangeError('a passage was not mapped')
      mapped[index] = mappedAt(span, place, to)
    })
  }
  return mapped
}

function byVersion(spans: readonly AcceptedSpan[]): Map<number, number[]> {
  const indexes = new Map<number, number[]>()
  spans.forEach(({ anchoredIn }, index) => {
    const known = indexes.get(anchoredIn)
    if (known) known.push(index)
    else indexes.set(anchoredIn, [index])
  })
  return indexes
}

function mappedAt(
  { anchoredIn, exact, prefix, suffix }: AcceptedSpan,
  { state: anchorState, start, end }: { state: AnchorState; start: number; end: number },
  to: { readonly number: number; readonly text: string },
): MappedSpan {
  switch (anchorState) {
    case 'ANCHORED':
      return { ...describeSpan(to.text, start, end), anchorState, anchoredIn: to.number }
    case 'CHANGED':
      return { ...describeSpan(to.text, start, end), anchorState, anchoredIn }
    case 'ORPHANED':
      return { exact, prefix, suffix, start, end: start, anchorState, anchoredIn }
  }
}

/** How many passages came out how; they add up to all of them. */
export function countStates(spans: Iterable<{ readonly anchorState: AnchorState }>) {
  const counts = { anchored: 0, changed: 0, orphaned: 0 }
  for (const { anchorState } of spans) {
    if (anchorState === 'ANCHORED') counts.anchored++
    else if (anchorState === 'CHANGED') counts.changed++
    else counts.orphaned++
  }
  return counts
}
export type StateCounts = ReturnType<typeof countStates>
