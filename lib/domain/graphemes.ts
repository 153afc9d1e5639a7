import { isWhitespace } from './anchor-normalization'
import { firstAtLeast } from './binary-search'

/** Half-open range of UTF-16 code units over the canonical text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** The root locale: grapheme clusters (UAX #29) do not depend on the language. */
let segmenter: Intl.Segmenter | undefined

/**
 * The range grown outward to whole user-perceived characters, without the whitespace and line feeds at its ends.
 * A range of whitespace only comes back empty. Idempotent; offsets beyond the text are clamped.
 */
export function snapToGraphemes(text: string, start: number, end: number): TextRange {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  if (from === to) return { start: from, end: to }
  const trimmed = trimSpan(text, graphemeStart(text, from), graphemeEnd(text, to))
  if (trimmed.start === trimmed.end) return trimmed
  // A space may carry a combining mark; trimming it away would cut that character, so take it back.
  return { start: graphemeStart(text, trimmed.start), end: graphemeEnd(text, trimmed.end) }
}

/** The range without the whitespace (Unicode White_Space, so NBSP and line feeds too) at its ends; empty at `start` if there is nothing else. */
export function trimSpan(text: string, start: number, end: number): TextRange {
  let from = start
  let to = end
  while (from < to && isWhitespace(text.charAt(from))) from++
  if (from === to) return { start, end: start }
  while (to > from && isWhitespace(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

/** True where a caret may stand: not inside a surrogate pair, a combining sequence, a conjoined syllable or an emoji. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return graphemeStart(text, offset) === offset
}

/** The last grapheme boundary at or before an offset. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  if (isCertainBoundary(text, offset)) return offset
  return clusterAround(text, offset).start
}

/** The first grapheme boundary at or after an offset. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  if (isCertainBoundary(text, offset)) return offset
  const { start, end } = clusterAround(text, offset)
  return start === offset ? offset : end
}

/**
 * How far a certain boundary is looked for. Prose has one at every space; only thousands of flags or combining marks
 * in a row reach this, and there a cluster may be cut rather than the search take quadratic time.
 */
const MAX_WINDOW = 4_096

/**
 * The cluster that covers the code unit at an offset, segmenting only as far as the nearest certain boundary on each
 * side: Intl.Segmenter copies all it is given, which costs milliseconds on a statement without line breaks.
 */
function clusterAround(text: string, offset: number): TextRange {
  const first = Math.max(0, offset - MAX_WINDOW)
  const last = Math.min(text.length, offset + MAX_WINDOW)
  let from = offset
  while (from > first && !isCertainBoundary(text, from)) from--
  let to = offset + 1
  while (to < last && !isCertainBoundary(text, to)) to++
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from)
  if (!cluster) throw new RangeError(`No character at offset ${offset} of ${text.length}`)
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length }
}

/**
 * True where UAX #29 breaks whatever stands further away: before a character that never continues a cluster and is
 * not preceded by one that reaches forward. False means "ask the segmenter".
 */
function isCertainBoundary(text: string, offset: number): boolean {
  const next = text.charCodeAt(offset)
  const previous = text.charCodeAt(offset - 1)
  if (next === 0x0a) return previous !== 0x0d
  if (previous === 0x0a) return true
  return startsCluster(next) && !reachesForward(previous)
}

/** Code units that no rule joins to what precedes: Latin (not ©, ®, which emoji sequences may end in), Greek, Cyrillic letters, Kana, Han. */
function startsCluster(unit: number): boolean {
  if (unit < 0x300) return unit !== 0xa9 && unit !== 0xae
  return (
    (unit >= 0x370 && unit <= 0x482) ||
    (unit >= 0x48a && unit <= 0x52f) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  )
}

/** Code units that may be or end a Prepend character (GB9b). Astral ones cannot be told apart here, so any low surrogate counts. */
function reachesForward(unit: number): boolean {
  return (
    (unit >= 0x600 && unit <= 0x605) ||
    unit === 0x6dd ||
    unit === 0x70f ||
    unit === 0x890 ||
    unit === 0x891 ||
    unit === 0x8e2 ||
    unit === 0xd4e ||
    (unit >= 0xdc00 && unit <= 0xdfff)
  )
}

/** How many code points precede a UTF-16 offset. O(offset); for many offsets use `codePointCounter`. */
export function codePointOffset(text: string, utf16: number): number {
  return codePointCounter(text.slice(0, utf16))(utf16)
}

/** Converts UTF-16 offsets of one text to code points, as W3C TextPositionSelector counts: O(length) once, then O(log n) each. */
export function codePointCounter(text: string): (utf16: number) => number {
  const lowSurrogates: number[] = []
  for (let at = 1; at < text.length; at++) {
    if (isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at))) lowSurrogates.push(at)
  }
  return utf16 => utf16 - firstAtLeast(lowSurrogates, utf16)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
