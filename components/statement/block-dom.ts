import { firstWhere } from '@/lib/domain/binary-search'
import { type Block, blockAt } from '@/lib/domain/blocks'
import type { TextRange } from '@/lib/domain/graphemes'

/** A place in the document tree, as DOM ranges have it. */
export interface DomPosition {
  readonly node: Node
  readonly offset: number
}

/** One piece of a block that stands for canonical text: a text node, or a hard break, which is one line feed. */
interface Leaf {
  readonly node: Text | HTMLBRElement
  /** UTF-16 offset within the block. */
  readonly start: number
  readonly length: number
}

/**
 * Translates between canonical offsets and the DOM of a read-only editor, whose top-level children are the blocks in
 * order. A block's text nodes are looked at when first needed and kept until `refresh`.
 */
export class BlockDom {
  private elements: readonly Element[] = []
  private indexes: ReadonlyMap<Node, number> = new Map()
  private leaves = new WeakMap<Element, readonly Leaf[]>()
  /** For asking where things are. One for all: until it is collected, every live range makes every change of the document dearer. */
  private readonly probe = document.createRange()

  constructor(
    readonly root: HTMLElement,
    readonly blocks: readonly Block[],
  ) {
    this.refresh()
  }

  /** To be called when the DOM under the root has changed. */
  refresh(): void {
    this.elements = [...this.root.children].filter(child => !isForeign(child))
    this.indexes = new Map(this.elements.map((element, index) => [element, index]))
    this.leaves = new WeakMap()
  }

  /** How many blocks are on screen: those the document and the DOM both have. */
  get length(): number {
    return Math.min(this.elements.length, this.blocks.length)
  }

  element(index: number): Element | undefined {
    return this.elements[index]
  }

  /** Where an offset is. Between two text nodes a range's start belongs to the later, its end to the earlier one. Null outside the text. */
  positionOf(offset: number, edge: 'start' | 'end'): DomPosition | null {
    const block = blockAt(this.blocks, offset)
    const element = block && this.elements[block.index]
    if (!block || !element) return null
    const within = offset - block.start
    const leaves = this.leavesOf(element)
    const leaf =
      edge === 'start'
        ? (leaves.find(({ start, length }) => within < start + length) ?? leaves.at(-1))
        : leaves.find(({ start, length }) => within <= start + length)
    if (!leaf) return { node: element, offset: 0 }
    if (leaf.node instanceof Text) return { node: leaf.node, offset: Math.min(within - leaf.start, leaf.length) }
    const parent = leaf.node.parentNode ?? element
    return { node: parent, offset: childIndex(leaf.node) + (within > leaf.start ? 1 : 0) }
  }

  /** The canonical offset of a DOM position; places before and after the root are the text's ends. */
  offsetOf(node: Node, offset: number): number {
    const last = this.blocks.at(-1)?.end ?? 0
    if (!this.root.contains(node) || node === this.root) return this.offsetFromOutside(node, offset, last)
    let top = node
    while (top.parentNode && top.parentNode !== this.root) top = top.parentNode
    const index = this.indexes.get(top)
    const block = index === undefined ? undefined : this.blocks[index]
    const element = index === undefined ? undefined : this.elements[index]
    // Something of the editor's own, or a block the text ends before: where it stands among the blocks is all there is to say.
    if (!block || !element) return this.offsetFromOutside(this.root, childIndex(top), last)
    return block.start + this.offsetInBlock(element, node, offset)
  }

  /** A live range over the text, or null where the DOM lacks it. */
  rangeOf(start: number, end: number): Range | null {
    const from = this.positionOf(start, 'start')
    const to = this.positionOf(end, 'end')
    if (!from || !to) return null
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** The same as a range that costs the document nothing when it changes. */
  staticRangeOf(start: number, end: number): StaticRange | null {
    const from = this.positionOf(start, 'start')
    const to = this.positionOf(end, 'end')
    if (!from || !to) return null
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  /** The boxes of the text, line by line, in client coordinates. Text only: a range over whole blocks would report theirs. */
  rectsOf(start: number, end: number): DOMRect[] {
    const rects: DOMRect[] = []
    const range = this.probe
    const first = blockAt(this.blocks, start)?.index ?? 0
    for (let index = first; index < this.length; index++) {
      const block = this.blocks[index]
      const element = this.elements[index]
      if (!block || !element || block.start >= end) break
      for (const leaf of this.leavesOf(element)) {
        const from = Math.max(start - block.start, leaf.start)
        const to = Math.min(end - block.start, leaf.start + leaf.length)
        if (from >= to || !(leaf.node instanceof Text)) continue
        range.setStart(leaf.node, from - leaf.start)
        range.setEnd(leaf.node, to - leaf.start)
        for (const rect of range.getClientRects()) if (rect.width > 0) rects.push(rect)
      }
    }
    return rects
  }

  /** The part of a block, in canonical offsets, whose lines lie between two heights in client coordinates. O(log n) boxes. */
  partBetween(block: Block, top: number, bottom: number): TextRange {
    return {
      start: this.firstOffset(block, rect => rect.bottom >= top),
      end: this.firstOffset(block, rect => rect.top > bottom),
    }
  }

  /** The box of a caret at an offset, of no width; null outside the text. */
  caretRectAt(offset: number): DOMRect | null {
    const position = this.positionOf(offset, 'start')
    if (!position) return null
    this.probe.setStart(position.node, position.offset)
    this.probe.collapse(true)
    return this.probe.getBoundingClientRect()
  }

  private firstOffset(block: Block, isThere: (rect: DOMRect) => boolean): number {
    let isUnknown = false
    const first = firstWhere(block.start, block.end, offset => {
      const rect = this.caretRectAt(offset)
      isUnknown ||= !rect
      return rect !== null && isThere(rect)
    })
    return isUnknown ? block.end : first
  }

  private offsetFromOutside(node: Node, offset: number, last: number): number {
    if (node === this.root) {
      // Between two children: before the block that follows, so that a triple click ends where the next block starts.
      for (let child: Node | undefined = this.root.childNodes[offset]; child; child = child.nextSibling ?? undefined) {
        const index = this.indexes.get(child)
        if (index !== undefined) return this.blocks[index]?.start ?? last
      }
      return last
    }
    this.probe.selectNodeContents(this.root)
    return this.probe.comparePoint(node, offset) < 0 ? 0 : last
  }

  private offsetInBlock(element: Element, node: Node, offset: number): number {
    const leaves = this.leavesOf(element)
    const own = leaves.find(leaf => leaf.node === node)
    if (own) return own.start + Math.min(offset, own.length)
    // An element boundary, or something foreign: all leaves that end before it count.
    const next = node.childNodes[offset]
    let before = 0
    for (const leaf of leaves) {
      if (!isBefore(leaf.node, node, next)) break
      before = leaf.start + leaf.length
    }
    return before
  }

  private leavesOf(element: Element): readonly Leaf[] {
    const known = this.leaves.get(element)
    if (known) return known
    const leaves = collectLeaves(element)
    this.leaves.set(element, leaves)
    return leaves
  }
}

function collectLeaves(element: Element): Leaf[] {
  const leaves: Leaf[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    isForeign(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  let start = 0
  while (walker.nextNode()) {
    const node = walker.currentNode
    const length = node instanceof Text ? node.length : 1
    if (!(node instanceof Text || node instanceof HTMLBRElement) || length === 0) continue
    leaves.push({ node, start, length })
    start += length
  }
  return leaves
}

/** What ProseMirror puts beside the document: widgets, and the break that keeps an empty line open. */
function isForeign(node: Node): boolean {
  if (!(node instanceof Element)) return false
  return (
    node.classList.contains('ProseMirror-widget') ||
    node.classList.contains('ProseMirror-trailingBreak') ||
    node.classList.contains('ProseMirror-separator')
  )
}

/** Whether a leaf lies before the boundary between `next` and what precedes it in `parent` (its end, if there is no next). */
function isBefore(leaf: Node, parent: Node, next: Node | undefined): boolean {
  if (next) return next !== leaf && (next.compareDocumentPosition(leaf) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  const relation = parent.compareDocumentPosition(leaf)
  return (relation & (Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0
}

function childIndex(node: Node): number {
  let index = 0
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index++
  return index
}
