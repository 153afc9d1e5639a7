/**
 * The one plain text of a statement version: what is hashed, what offsets count in (UTF-16 code units), what its URL
 * serves. The Tiptap document is the same text as blocks; each can be made from the other without loss.
 */

export interface TiptapText {
  readonly type: 'text'
  readonly text: string
}

export interface TiptapHardBreak {
  readonly type: 'hardBreak'
}

export type TiptapInline = TiptapText | TiptapHardBreak

export interface TiptapParagraph {
  readonly type: 'paragraph'
  readonly content?: readonly TiptapInline[]
}

export interface TiptapHeading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 2 }
  readonly content?: readonly TiptapInline[]
}

export type TiptapBlock = TiptapParagraph | TiptapHeading

/** Flat on purpose: every block is a leaf block, so a block is a line of the canonical text (or several, with hard breaks). */
export interface TiptapDocument {
  readonly type: 'doc'
  readonly content: readonly TiptapBlock[]
}

/** The text of one block, a hard break being `\n`. */
export function blockText(block: TiptapBlock): string {
  return (block.content ?? []).map(inline => (inline.type === 'text' ? inline.text : '\n')).join('')
}

/** Leaf blocks joined by `\n`, a hard break is `\n`, none trailing; nothing else is touched. */
export function canonicalText(document: TiptapDocument): string {
  return withoutTrailingLineFeeds(document.content.map(blockText).join('\n'))
}

/**
 * Each line becomes a paragraph, an empty line an empty one, so that `canonicalText` gives the same text back, byte
 * for byte. Expects canonical text (LF only, none trailing): trailing line feeds would be lost on the way back.
 */
export function documentFromText(text: string): TiptapDocument {
  return { type: 'doc', content: text.split('\n').map(paragraph) }
}

function paragraph(line: string): TiptapParagraph {
  return line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] }
}

/** Not a regular expression: `/\n+$/` takes quadratic time on long runs of line feeds inside the text. */
export function withoutTrailingLineFeeds(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end--
  return text.slice(0, end)
}
