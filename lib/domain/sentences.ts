import { graphemeEnd, graphemeStart, type TextRange, trimSpan } from './graphemes'
import { MAX_SPAN_LENGTH } from './selectors'

/**
 * What ends in a full stop without ending the sentence: initials ("J. Smith", "U.S. Congress") and the commonest English
 * titles. Unicode's rules (UAX #29) break after them; a real end after "the U.S." is missed, which costs a reader one
 * step back, not a wrong half sentence.
 */
const ABBREVIATED = /(?:^|[\s\p{Ps}\p{Pi}"'])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|vs)\.)\s*$/u
const SMALL_LETTER = /^\p{Ll}/u

/**
 * The sentence around an offset of the canonical text, within its block, without the whitespace that follows it, and no
 * further than `MAX_SPAN_LENGTH` away;
 * null in a blank block or outside the text. At the end of a block it is the last one. `locale` is a BCP 47 tag.
 */
export function sentenceAt(text: string, offset: number, locale: string): TextRange | null {
  const line = lineAround(text, offset)
  if (!line) return null
  const content = text.slice(line.start, line.end)
  const segments = segmenterFor(locale, 'sentence').segment(content)
  let { start, end } = rangeOf(segments, Math.min(offset - line.start, content.length - 1))
  while (start > 0 && isFalseBreak(content, start)) start = rangeOf(segments, start - 1).start
  while (end < content.length && isFalseBreak(content, end)) end = rangeOf(segments, end).end
  const sentence = trimSpan(content, start, end)
  return { start: line.start + sentence.start, end: line.start + sentence.end }
}

/**
 * The sentences of a text in order, each within its line, without those that are blank. What stands between two belongs
 * to the first. `locale` is a BCP 47 tag. Meant for what a person writes in one go, of some ten thousand code units.
 */
export function sentencesIn(text: string, locale: string): TextRange[] {
  const sentences: TextRange[] = []
  let start = 0
  for (const line of text.split('\n')) {
    let open: TextRange | null = null
    for (const { index, segment } of segmenterFor(locale, 'sentence').segment(line)) {
      const goesOn: boolean = open !== null && isFalseBreak(line, index)
      if (open && !goesOn) sentences.push(open)
      open = { start: open && goesOn ? open.start : start + index, end: start + index + segment.length }
    }
    if (open) sentences.push(open)
    start += line.length + 1
  }
  return sentences.filter(sentence => text.slice(sentence.start, sentence.end).trim() !== '')
}

/**
 * The word around an offset; between words the next one of the block, after the last word the last; null where the
 * block has none or the offset is outside the text.
 */
export function wordAt(text: string, offset: number, locale: string): TextRange | null {
  const line = lineAround(text, offset)
  if (!line) return null
  const content = text.slice(line.start, line.end)
  const segments = segmenterFor(locale, 'word').segment(content)
  const from = Math.min(offset - line.start, content.length - 1)
  const word = wordFrom(segments, content.length, from, 1) ?? wordFrom(segments, content.length, from, -1)
  return word && { start: line.start + word.start, end: line.start + word.end }
}

function wordFrom(segments: Intl.Segments, length: number, from: number, step: 1 | -1): TextRange | null {
  for (let at = from; at >= 0 && at < length; ) {
    const segment = segments.containing(at)
    if (!segment) return null
    const end = segment.index + segment.segment.length
    if (segment.isWordLike) return { start: segment.index, end }
    at = step > 0 ? end : segment.index - 1
  }
  return null
}

/** After an abbreviation, or before a small letter (“Really?” he asked.), a sentence goes on. */
function isFalseBreak(content: string, at: number): boolean {
  return ABBREVIATED.test(content.slice(Math.max(0, at - 16), at)) || SMALL_LETTER.test(content.slice(at, at + 2))
}

function rangeOf(segments: Intl.Segments, at: number): TextRange {
  const segment = segments.containing(at)
  return segment ? { start: segment.index, end: segment.index + segment.segment.length } : { start: at, end: at }
}

/**
 * The line an offset is in, or null outside the text and where there is nothing to read. Of a line longer than any
 * span may be only what a span could reach, since Intl.Segmenter is slow on long input.
 */
function lineAround(text: string, offset: number): TextRange | null {
  if (offset < 0 || offset > text.length) return null
  const before = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  const start = Math.max(before, graphemeEnd(text, offset - MAX_SPAN_LENGTH))
  const end = Math.min(next < 0 ? text.length : next, graphemeStart(text, offset + MAX_SPAN_LENGTH))
  return text.slice(start, end).trim() === '' ? null : { start, end }
}

const segmenters = new Map<string, Intl.Segmenter>()

/** One segmenter a locale and granularity: making them is what costs. A malformed tag counts as none. */
export function segmenterFor(locale: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${locale}`
  const known = segmenters.get(key)
  if (known) return known
  const segmenter = createSegmenter(locale, granularity)
  segmenters.set(key, segmenter)
  return segmenter
}

function createSegmenter(locale: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity })
  } catch {
    // A statement's language is free text to a person; a malformed tag must not stop them from selecting.
    return new Intl.Segmenter('und', { granularity })
  }
}
