import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { TextRange } from '@/lib/domain/graphemes'
import { IntervalIndex } from '@/lib/domain/interval-index'
import { type HighlightSegment, type HighlightSpan, highlightSegments } from './highlight-segments'

/** All that is drawn over the text at once. */
export interface DrawnHighlights {
  /** The part of the text to draw over, such as what is near the viewport. */
  readonly within: TextRange
  readonly spans: readonly HighlightSpan[]
  readonly selectedIds: ReadonlySet<string>
  /** The passage whose claim is being written. */
  readonly draft: TextRange | null
}

const key = new PluginKey<DecorationSet>('highlightDecorations')

/**
 * Highlights for browsers without CSS custom highlights: elements around the text, made by ProseMirror, never part of
 * the document. They cost far more than a highlight that has no element, so only where `supportsHighlights()` says no.
 */
export const HighlightDecorations = Extension.create({
  name: 'highlightDecorations',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, decorations) {
            const drawn: DrawnHighlights | undefined = transaction.getMeta(key)
            if (drawn) return decorate(transaction.doc, drawn)
            return transaction.docChanged ? decorations.map(transaction.mapping, transaction.doc) : decorations
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state) },
      }),
    ]
  },
})

/** Draws these highlights and no others. */
export function drawHighlights(view: EditorView, drawn: DrawnHighlights): void {
  view.dispatch(view.state.tr.setMeta(key, drawn).setMeta('addToHistory', false))
}

/** The decorations of a document, whose top-level blocks are the blocks of the canonical text. */
export function decorate(
  document: DocumentNode,
  { within: drawn, spans, selectedIds, draft }: DrawnHighlights,
): DecorationSet {
  const index = IntervalIndex.of(spans)
  const decorations: Decoration[] = []
  let blockStart = 0
  document.forEach((block, position) => {
    // Text counts in UTF-16 code units and a hard break as one, here as in canonical text.
    const blockEnd = blockStart + block.content.size
    const within = { start: Math.max(blockStart, drawn.start), end: Math.min(blockEnd, drawn.end) }
    const inner = position + 1 - blockStart
    blockStart = blockEnd + 1
    if (within.start >= within.end) return
    for (const segment of highlightSegments(within, index.overlapping(within.start, within.end), selectedIds)) {
      const attributes = attributesOf(segment, index, selectedIds)
      decorations.push(Decoration.inline(inner + segment.start, inner + segment.end, attributes))
    }
    const start = Math.max(draft?.start ?? 0, within.start)
    const end = Math.min(draft?.end ?? 0, within.end)
    if (start < end) decorations.push(Decoration.inline(inner + start, inner + end, { class: 'hl-draft' }))
  })
  return DecorationSet.create(document, decorations)
}

/** What tokens.css styles: `.hl[data-r][data-overlap]`, `.is-selected`, and its two edges. */
function attributesOf(
  { start, end, ids, tone, isOverlap, isSelected }: HighlightSegment,
  index: IntervalIndex<HighlightSpan>,
  selectedIds: ReadonlySet<string>,
): Record<string, string> {
  const selected = ids.filter(id => selectedIds.has(id)).flatMap(id => index.get(id) ?? [])
  const classes = ['hl']
  if (isSelected) classes.push('is-selected')
  if (selected.some(span => span.start === start)) classes.push('is-first')
  if (selected.some(span => span.end === end)) classes.push('is-last')
  return {
    nodeName: 'span',
    class: classes.join(' '),
    'data-r': tone,
    'data-ids': ids.join(' '),
    ...(isOverlap ? { 'data-overlap': '' } : {}),
  }
}
