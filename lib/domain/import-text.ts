import { documentFromText, type TiptapDocument, withoutTrailingLineFeeds } from './canonical-text'
import { countWords } from './count-words'
import { hasVisibleText } from './visible-text'

/** The longest statement a desk may import, in words as `countWords` counts them. */
export const MAX_WORDS = 200_000
/** UTF-16 code units: ten a word at `MAX_WORDS`, spaces included, which the longest-worded languages stay under. */
export const MAX_CHARACTERS = 2_000_000
/** Every line becomes a block on screen. A text of `MAX_WORDS` passes if its lines, blank ones included, average two words. */
export const MAX_LINES = 100_000

export interface ImportedText {
  readonly ok: true
  /** Canonical: hash this, count offsets in it. */
  readonly text: string
  readonly document: TiptapDocument
  readonly wordCount: number
}

export interface ImportProblem {
  readonly code: 'EMPTY' | 'NUL' | 'LONE_SURROGATE' | 'TOO_MANY_CHARACTERS' | 'TOO_MANY_WORDS' | 'TOO_MANY_LINES'
  /** What happened and what to do, in a sentence for the person who imports. */
  readonly message: string
  /** 1-based, of the offending character; the column counts code points. */
  readonly line?: number
  readonly column?: number
}

export type ImportResult = ImportedText | { readonly ok: false; readonly problem: ImportProblem }

const number = new Intl.NumberFormat('en')

/**
 * Makes pasted or uploaded text canonical: one leading BOM is dropped, CRLF and lone CR become LF, line feeds at the
 * end are dropped; everything else is kept byte for byte. Refuses what PostgreSQL cannot store (NUL), what would
 * silently become U+FFFD (a lone surrogate) and what is too long to work on.
 */
export function importText(raw: string): ImportResult {
  const unmarked = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  const text = withoutTrailingLineFeeds(unmarked.replace(/\r\n?/g, '\n'))
  const problem = sizeProblem(text) ?? characterProblem(text)
  if (problem) return { ok: false, problem }
  if (!hasVisibleText(text)) {
    return refuse('EMPTY', 'There is no text here. Paste the statement, or choose a file that contains it.')
  }
  const wordCount = countWords(text)
  if (wordCount > MAX_WORDS) {
    return refuse(
      'TOO_MANY_WORDS',
      `This text has ${number.format(wordCount)} words; the limit is ${number.format(MAX_WORDS)}. Split it into parts and import each as a statement.`,
    )
  }
  return { ok: true, text, document: documentFromText(text), wordCount }
}

function refuse(code: ImportProblem['code'], message: string): ImportResult {
  return { ok: false, problem: { code, message } }
}

function sizeProblem(text: string): ImportProblem | null {
  if (text.length > MAX_CHARACTERS) {
    return {
      code: 'TOO_MANY_CHARACTERS',
      message: `This text has ${number.format(text.length)} characters; the limit is ${number.format(MAX_CHARACTERS)}. Split it into parts and import each as a statement.`,
    }
  }
  const lines = countLines(text)
  if (lines > MAX_LINES) {
    return {
      code: 'TOO_MANY_LINES',
      message: `This text has ${number.format(lines)} lines; the limit is ${number.format(MAX_LINES)}. Remove blank lines, or split it into parts.`,
    }
  }
  return null
}

function characterProblem(text: string): ImportProblem | null {
  const nul = text.indexOf('\0')
  const surrogate = loneSurrogateIn(text)
  if (nul >= 0 && (surrogate < 0 || nul < surrogate)) {
    const { line, column } = positionOf(text, nul)
    return {
      code: 'NUL',
      line,
      column,
      message: `There is a NUL character at line ${line}, column ${column}. Is this a text file? Save it as plain text (UTF-8), or remove the character, and import it again.`,
    }
  }
  if (surrogate >= 0) {
    const { line, column } = positionOf(text, surrogate)
    const unit = text.charCodeAt(surrogate).toString(16).toUpperCase()
    return {
      code: 'LONE_SURROGATE',
      line,
      column,
      message: `There is half a character (U+${unit}, a lone surrogate) at line ${line}, column ${column}. The text was cut or damaged there: copy it again from its source, or remove the character.`,
    }
  }
  return null
}

/** Offset of the first surrogate without its other half, or -1. */
function loneSurrogateIn(text: string): number {
  return text.search(/\p{Surrogate}/u)
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(0, lineStart)
  return { line: countLines(before), column: Array.from(text.slice(lineStart, offset)).length + 1 }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
