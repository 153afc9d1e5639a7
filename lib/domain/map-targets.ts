import { snapToGraphemes, type TextRange } from './graphemes'
import { diffTexts } from './text-diff'
import type { AnchorState } from './vocabulary'

/** What became of a span: where it stands in the new text. An ORPHANED one has start === end, the place it stood at. */
export interface MappedTarget extends TextRange {
  readonly state: AnchorState
}

/** Maps spans of one text to another, all through one diff; the results stand in the order of the spans. */
export function mapTargets(from: string, to: string, spans: readonly TextRange[]): readonly MappedTarget[] {
  const [hunk] = diffTexts(from, to)
  return spans.map(({ start, end }) => {
    if (!hunk) return { state: 'ANCHORED', start, end }
    const shift = hunk.toEnd - hunk.fromEnd
    const place = snapToGraphemes(
      to,
      start < hunk.fromStart ? start : Math.max(start + shift, hunk.toStart),
      end <= hunk.fromStart ? end : Math.max(end + shift, hunk.toStart),
    )
    return place.start < place.end
      ? { state: 'CHANGED', start: place.start, end: place.end }
      : { state: 'ORPHANED', start: place.start, end: place.start }
  })
}
