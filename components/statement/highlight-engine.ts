import { firstWhere } from '@/lib/domain/binary-search'
import { type Block, blockAt, blocksOf } from '@/lib/domain/blocks'
import { graphemeEnd, graphemeStart, snapToGraphemes, type TextRange } from '@/lib/domain/graphemes'
import { IntervalIndex } from '@/lib/domain/interval-index'
import type { Caret } from '@/lib/domain/text-stops'
import { BlockDom, type DomPosition } from './block-dom'
import type { SpanChange } from './claim-spans'
import { HighlightPainter, type NamedRanges, supportsHighlights } from './highlight-painter'
import { type HighlightSpan, highlightSegments } from './highlight-segments'

export interface HighlightEngineOptions {
  /** The editor's element, whose children are the blocks. */
  readonly root: HTMLElement
  /** Canonical text of the version shown. */
  readonly text: string
  /** Its blocks, where hard breaks make them other than its lines. */
  readonly blocks?: readonly Block[]
  /** Draw with CSS highlights; off where decorations do it. Everything else works all the same. Default: whether the browser can. */
  readonly paints?: boolean
  /**
   * The part of the text around the viewport has changed, what margin markers need be mounted for; or its elements have
   * (`hasMoved`), and with them the places of its lines.
   */
  readonly onWindow?: (window: TextRange, hasMoved: boolean) => void
}

/** Screens above and below the viewport that are drawn ahead. */
const SCREENS_AHEAD = 1
/** Nearer than this to the edge of what is drawn, in screens, draws anew. */
const SCREENS_LEFT = 1 / 3
/** A block taller than this many screens is drawn in part. */
const TALL_BLOCK_SCREENS = 3

/** Hebrew, Arabic and their neighbours, in the BMP and beyond. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** What covers the top and the bottom of the scroll container, in CSS pixels. */
type Inset = { readonly top: number; readonly bottom: number }
const INSET: Inset = { top: 16, bottom: 16 }

/** Code units within which something of a line has a width. */
const NEAR = 64

const NOTHING: TextRange = { start: 0, end: 0 }

/**
 * Draws the spans of a statement over its text as CSS custom highlights and answers where they are. Only what is
 * near the viewport is drawn, one `Highlight` a tone, so cost follows the screen, not the number of spans. No DOM is
 * added: give every span a real element elsewhere (a margin marker) for keyboard and assistive technology.
 *
 * Highlight names: `rating-*` for tint and underline, over it `overlap-*` and `selected-*` to deepen the tint, over all
 * `span-draft`; `highlights.css` styles the latter three.
 */
export class HighlightEngine<S extends HighlightSpan = HighlightSpan> {
  private readonly root: HTMLElement
  private readonly text: string
  private readonly dom: BlockDom
  private readonly painter: HighlightPainter | null
  private readonly onWindow: ((window: TextRange, hasMoved: boolean) => void) | undefined
  private readonly stop = new AbortController()
  private readonly resized: ResizeObserver
  private readonly mutated: MutationObserver

  private index: IntervalIndex<S> = IntervalIndex.of<S>([])
  private selectedIds: ReadonlySet<string> = new Set()
  private draft: TextRange = NOTHING
  private window: TextRange = NOTHING
  private isStale = true
  private hasMoved = false
  private frame = 0

  constructor({
    root,
    text,
    blocks = blocksOf(text),
    paints = supportsHighlights(),
    onWindow,
  }: HighlightEngineOptions) {
    this.root = root
    this.text = text
    this.dom = new BlockDom(root, blocks)
    this.painter = paints ? new HighlightPainter(priorityOf) : null
    this.onWindow = onWindow
    const signal = this.stop.signal
    // Captured on the document: whichever ancestor scrolls, its event comes by.
    document.addEventListener('scroll', () => this.schedule(), { capture: true, passive: true, signal })
    window.addEventListener('resize', () => this.schedule(), { signal })
    // Paper has no viewport: all of it is printed.
    window.addEventListener('beforeprint', () => this.painter?.paint(this.rangesIn(this.wholeText())), { signal })
    window.addEventListener('afterprint', () => this.repaint(), { signal })
    this.resized = new ResizeObserver(() => this.schedule())
    this.resized.observe(root)
    this.mutated = new MutationObserver(() => this.handleMutation())
    this.mutated.observe(root, { childList: true, characterData: true, subtree: true })
    this.schedule()
  }

  /** These spans more, or in place of those with their ids, and those not. Few changes cost the same however many spans there are. */
  update({ changed, goneIds }: SpanChange<S>): void {
    if (changed.length === 0 && goneIds.length === 0) return
    this.index = this.index.with(changed, goneIds)
    this.repaint()
  }

  /** Which spans are selected: all targets of the selected claim. */
  select(ids: Iterable<string>): void {
    this.selectedIds = new Set(ids)
    this.repaint()
  }

  /** Keeps a passage marked while its claim is being written; null when that is over. */
  showDraft(range: TextRange | null): void {
    this.draft = range ?? NOTHING
    this.repaint()
  }

  /** The spans under a point in client coordinates, outermost first; none beside the text. Under a tenth of a millisecond at 10,000 spans. */
  hitTest(clientX: number, clientY: number): S[] {
    const offset = this.characterAt(clientX, clientY)
    return offset === null ? [] : this.index.at(offset)
  }

  /** The spans that share text with a range, in text order. */
  spansIn(range: TextRange): S[] {
    return this.index.overlapping(range.start, range.end)
  }

  span(id: string): S | undefined {
    return this.index.get(id)
  }

  /** The boxes of a span's text, line by line, in client coordinates, drawn or not; none for an unknown id. */
  rectsOf(id: string): DOMRect[] {
    const span = this.index.get(id)
    return span ? this.dom.rectsOf(span.start, span.end) : []
  }

  /** The boxes of any passage, such as a selection. */
  rectsOfRange({ start, end }: TextRange): DOMRect[] {
    return this.dom.rectsOf(start, end)
  }

  /** The box of the character at an offset, or of one near it where it has no width, to place things beside its line. */
  rectAt(offset: number): DOMRect | null {
    const [start, end] = [graphemeStart(this.text, offset), graphemeEnd(this.text, offset + 1)]
    return (
      this.dom.rectsOf(start, end)[0] ??
      this.dom.rectsOf(end, Math.min(end + NEAR, this.text.length))[0] ??
      this.dom.rectsOf(Math.max(0, start - NEAR), start).at(-1) ??
      null
    )
  }

  /** A DOM range over a passage, for `Selection.addRange`. */
  rangeOf({ start, end }: TextRange): Range | null {
    return this.dom.rangeOf(start, end)
  }

  /**
   * What is selected, as canonical offsets of whole characters without whitespace at the ends, whichever way it was
   * selected and however it ends (a triple click ends in the next block). Null if that is nothing, or none of this text.
   */
  offsetsFromSelection(selection: Selection | null): TextRange | null {
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
    const range = selection.getRangeAt(0)
    if (!range.intersectsNode(this.root)) return null
    const start = this.dom.offsetOf(range.startContainer, range.startOffset)
    const end = this.dom.offsetOf(range.endContainer, range.endOffset)
    const snapped = snapToGraphemes(this.text, start, end)
    return snapped.start < snapped.end ? snapped : null
  }

  /** The offset of a caret, selected range or not; null outside the text. */
  offsetFromCaret(selection: Selection | null): number | null {
    const node = selection?.focusNode
    return node && this.root.contains(node) ? this.dom.offsetOf(node, selection.focusOffset) : null
  }

  /** Both ends of the caret or selection; null where one of them is outside the text. */
  caretOf(selection: Selection | null): Caret | null {
    const { anchorNode, focusNode } = selection ?? {}
    if (!selection || !anchorNode || !focusNode) return null
    if (!this.root.contains(anchorNode) || !this.root.contains(focusNode)) return null
    return {
      anchor: this.dom.offsetOf(anchorNode, selection.anchorOffset),
      focus: this.dom.offsetOf(focusNode, selection.focusOffset),
    }
  }

  /** Selects from the caret's anchor to its focus, the end that moves. */
  placeCaret(selection: Selection | null, { anchor, focus }: Caret): void {
    const from = this.dom.positionOf(anchor, anchor <= focus ? 'start' : 'end')
    const to = this.dom.positionOf(focus, anchor < focus ? 'end' : 'start')
    if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  /**
   * Scrolls the first of these spans into view if none of them is there, and otherwise moves nothing. `inset` is what
   * covers the scroll container's top and bottom, in CSS pixels.
   */
  reveal(ids: readonly string[], inset: Inset = INSET): void {
    const spans = ids.flatMap(id => this.index.get(id) ?? [])
    const [first] = spans
    if (first && spans.every(span => this.distanceTo(span, inset) !== 0)) this.revealRange(first, inset)
  }

  /** The same for any passage. */
  revealRange(range: TextRange, inset: Inset = INSET): void {
    const distance = this.distanceTo(range, inset)
    if (distance === 0) return
    const isFar = Math.abs(distance) > 2 * window.innerHeight
    const isStill = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches
    scrollerOf(this.root).scrollBy({ top: distance, behavior: isStill ? 'instant' : 'smooth' })
  }

  /** How far to scroll until a passage begins in the upper part of what is seen of the text, in CSS pixels; 0 where all of it is in view. */
  private distanceTo(range: TextRange, inset: Inset): number {
    const rects = this.rectsOfRange(range)
    const first = rects[0]
    const last = rects.at(-1)
    if (!first || !last) return 0
    const scroller = scrollerOf(this.root)
    const page = document.documentElement
    const isPage = scroller === document.scrollingElement
    const box = isPage ? { top: 0, bottom: page.clientHeight } : scroller.getBoundingClientRect()
    const top = Math.max(0, box.top) + inset.top
    const bottom = Math.min(page.clientHeight, box.bottom) - inset.bottom
    if (first.top >= top && last.bottom <= bottom) return 0
    return first.top - (top + (bottom - top) / 4)
  }

  /** Takes every highlight of this engine off the page and stops listening. */
  destroy(): void {
    this.stop.abort()
    this.resized.disconnect()
    this.mutated.disconnect()
    cancelAnimationFrame(this.frame)
    this.painter?.clear()
  }

  private handleMutation(): void {
    this.dom.refresh()
    this.hasMoved = true
    // Static ranges do not follow the nodes they were made from.
    this.painter?.clear()
    this.repaint()
  }

  private repaint(): void {
    this.isStale = true
    this.schedule()
  }

  private schedule(): void {
    if (this.frame !== 0 || this.stop.signal.aborted) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.paint()
    })
  }

  private paint(): void {
    if (!this.isStale && this.isWindowAmple()) return
    const before = this.window
    this.window = this.windowAround(SCREENS_AHEAD)
    this.isStale = false
    this.painter?.paint(this.rangesIn(this.window))
    const { start, end } = this.window
    if (this.hasMoved || before.start !== start || before.end !== end) this.onWindow?.(this.window, this.hasMoved)
    this.hasMoved = false
  }

  private wholeText(): TextRange {
    return { start: 0, end: this.text.length }
  }

  private rangesIn(within: TextRange): NamedRanges {
    const ranges = new Map<string, TextRange[]>()
    const draw = (name: string, { start, end }: TextRange) => {
      const list = ranges.get(name) ?? []
      const last = list.at(-1)
      // Joined, so that a wavy or dotted line runs on.
      if (last?.end === start) list[list.length - 1] = { start: last.start, end }
      else list.push({ start, end })
      ranges.set(name, list)
    }
    for (const segment of highlightSegments(within, this.spansIn(within), this.selectedIds)) {
      draw(`rating-${segment.tone}`, segment)
      if (segment.isSelected) draw(`selected-${segment.tone}`, segment)
      else if (segment.isOverlap) draw(`overlap-${segment.tone}`, segment)
    }
    const draft = { start: Math.max(this.draft.start, within.start), end: Math.min(this.draft.end, within.end) }
    if (draft.start < draft.end) draw('span-draft', draft)
    return new Map(
      Array.from(ranges, ([name, list]) => [
        name,
        new Map(list.map(({ start, end }) => [`${start}-${end}`, () => this.dom.staticRangeOf(start, end)])),
      ]),
    )
  }

  /** The part of the text within the viewport and this many screens above and below it; empty while nothing is laid out. */
  private windowAround(screens: number): TextRange {
    if (this.dom.length === 0 || this.root.getClientRects().length === 0) return NOTHING
    const screen = window.innerHeight
    const top = -screens * screen
    const bottom = (1 + screens) * screen
    const first = this.firstBlock(rect => rect.bottom >= top)
    const last = this.firstBlock(rect => rect.top > bottom) - 1
    const firstBlock = this.dom.blocks[first]
    const lastBlock = this.dom.blocks[last]
    if (!firstBlock || !lastBlock || first > last) return NOTHING
    return {
      start: this.isTall(first) ? this.dom.partBetween(firstBlock, top, bottom).start : firstBlock.start,
      end: this.isTall(last) ? this.dom.partBetween(lastBlock, top, bottom).end : lastBlock.end,
    }
  }

  /** Whether what is drawn still reaches a good way beyond the viewport. Two boxes, as it is asked in every frame of scrolling. */
  private isWindowAmple(): boolean {
    const { start, end } = this.window
    const first = this.edgeRect(start, 'start')
    const last = this.edgeRect(end, 'end')
    if (!first || !last) return false
    const screen = window.innerHeight
    return (
      (start === 0 || first.top < -SCREENS_LEFT * screen) &&
      (end >= this.text.length || last.bottom > (1 + SCREENS_LEFT) * screen)
    )
  }

  /** The box of the window's edge: its block's, which is cheap, or within a tall block its line's. */
  private edgeRect(offset: number, edge: 'start' | 'end'): DOMRect | null {
    const block = blockAt(this.dom.blocks, offset)
    if (block && block[edge] === offset) return this.dom.element(block.index)?.getBoundingClientRect() ?? null
    return this.dom.caretRectAt(offset)
  }

  private isTall(index: number): boolean {
    const height = this.dom.element(index)?.getBoundingClientRect().height ?? 0
    return height > TALL_BLOCK_SCREENS * window.innerHeight
  }

  /** Index of the first block for which this holds, as it does for all below it; their number if none. O(log n) boxes. */
  private firstBlock(isThere: (rect: DOMRect) => boolean): number {
    return firstWhere(0, this.dom.length, index => {
      const element = this.dom.element(index)
      return element !== undefined && isThere(element.getBoundingClientRect())
    })
  }

  /** Offset of the character a point lies on. The caret nearest to the point may be on either side of it, or far off. */
  private characterAt(clientX: number, clientY: number): number | null {
    const caret = caretAt(clientX, clientY)
    if (!caret || !this.root.contains(caret.node)) return null
    const offset = this.dom.offsetOf(caret.node, caret.offset)
    const isHit = (near: number) => this.isAt(near, clientX, clientY)
    const near = [offset, offset - 1].find(isHit)
    if (near !== undefined) return near
    // Where directions meet, the caret at the edge of a run may be that of its other end: look along the line.
    const block = blockAt(this.dom.blocks, offset)
    if (!block || !RIGHT_TO_LEFT.test(block.text)) return null
    const line = this.dom.partBetween(block, clientY, clientY)
    for (let at = line.start; at < line.end; at++) if (isHit(at)) return at
    return null
  }

  private isAt(offset: number, clientX: number, clientY: number): boolean {
    if (offset < 0 || offset >= this.text.length || this.text[offset] === '\n') return false
    const rects = this.dom.rectsOf(graphemeStart(this.text, offset), graphemeEnd(this.text, offset + 1))
    return rects.some(rect => isOnLine(rect, clientX, clientY, this.lineGap(rect)))
  }

  /** Half of what line height adds above and below a line's text. */
  private lineGap(rect: DOMRect): number {
    const block = this.dom.element(0) ?? this.root
    const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight)
    return Number.isNaN(lineHeight) ? 0 : Math.max(0, (lineHeight - rect.height) / 2)
  }
}

function priorityOf(name: string): number {
  if (name === 'span-draft') return 3
  if (name.startsWith('selected-')) return 2
  return name.startsWith('overlap-') ? 1 : 0
}

function isOnLine(rect: DOMRect, x: number, y: number, gap: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - gap && y <= rect.bottom + gap
}

/** `caretPositionFromPoint` is the standard, `caretRangeFromPoint` what older Chromium and Safari have. */
function caretAt(x: number, y: number): DomPosition | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret && { node: caret.offsetNode, offset: caret.offset }
  }
  // Widened again: every browser that the compiler knows has the standard.
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

/** The nearest ancestor that scrolls vertically, or the page. */
function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if ((overflowY === 'auto' || overflowY === 'scroll') && parent.scrollHeight > parent.clientHeight) return parent
  }
  return document.scrollingElement ?? document.documentElement
}
