import type { TextRange } from '@/lib/domain/graphemes'
import type { RatingTone } from '@/lib/domain/scale'
import { type Segment, type Span, segmentRange } from '@/lib/domain/span-order'

/** How a span is drawn: as its rating, as one that shows no verdict yet, or as words that a new text changed. */
export type SpanTone = RatingTone | 'none' | 'changed'

/** A passage to highlight: UTF-16 offsets over the canonical text. */
export interface HighlightSpan extends Span {
  readonly tone: SpanTone
}

/** A stretch of text drawn alike throughout. */
export interface HighlightSegment extends Segment {
  /** The selected span's where one is selected, else the innermost one's. */
  readonly tone: SpanTone
  readonly isOverlap: boolean
  readonly isSelected: boolean
}

/** The highlighted stretches within a part of the text, in order; plain text between them is left out. */
export function highlightSegments(
  within: TextRange,
  spans: readonly HighlightSpan[],
  selectedIds: ReadonlySet<string>,
): HighlightSegment[] {
  const tones = new Map(spans.map(span => [span.id, span.tone]))
  return segmentRange(within, spans).flatMap(segment => {
    const innermost = segment.ids.at(-1)
    if (innermost === undefined) return []
    const selected = segment.ids.findLast(id => selectedIds.has(id))
    return {
      ...segment,
      tone: tones.get(selected ?? innermost) ?? 'none',
      isOverlap: segment.ids.length > 1,
      isSelected: selected !== undefined,
    }
  })
}
