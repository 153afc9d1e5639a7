import { firstWhere } from './binary-search'
import { blockText, type TiptapDocument, withoutTrailingLineFeeds } from './canonical-text'

/** One top-level block of the document on the canonical text. */
export interface Block {
  /** Which block element on screen this is, from 0. */
  readonly index: number
  /** Paragraph number as readers count: from 1, blank blocks not counted. A blank block has its predecessor's (0 at the very start). */
  readonly number: number
  /** UTF-16 offsets into the canonical text; the `\n` that follows is outside. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The blocks of imported text: one a line. */
export function blocksOf(text: string): Block[] {
  return blocksFrom(text.split('\n'))
}

/** The blocks of a document, where one with hard breaks spans several lines. Empty blocks at the end, which canonical text leaves out, are left out. */
export function blocksOfDocument(document: TiptapDocument): Block[] {
  const texts = document.content.map(blockText)
  let last = withoutTrailingLineFeeds(texts.pop() ?? '')
  while (last === '' && texts.length > 0) last = withoutTrailingLineFeeds(texts.pop() ?? '')
  return blocksFrom([...texts, last])
}

function blocksFrom(texts: readonly string[]): Block[] {
  let start = 0
  let number = 0
  return texts.map((text, index) => {
    if (text.trim() !== '') number++
    const block: Block = { index, number, start, end: start + text.length, text }
    start = block.end + 1
    return block
  })
}

/** The block at an offset; the line feed after a block belongs to it, as a caret at its end does. Undefined outside the text. O(log n). */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  const block = blocks[lastStartingAt(blocks, offset)]
  return block && offset <= block.end ? block : undefined
}

/** Index of the last block that starts at or before the offset, or -1. */
function lastStartingAt(blocks: readonly Block[], offset: number): number {
  return firstWhere(0, blocks.length, index => (blocks[index]?.start ?? 0) > offset) - 1
}
