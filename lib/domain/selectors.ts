import { isWhitespace, mapForAnchoring, normalizeForAnchoring, unifyQuoteMark } from './anchor-normalization'
import { graphemeEnd, graphemeStart, isGraphemeBoundary, type TextRange } from './graphemes'

/**
 * One span as W3C Web Annotation describes it (TextQuoteSelector and TextPositionSelector), in UTF-16 code units over
 * the canonical text; the export converts to code points.
 */
export interface SpanSelector extends TextRange {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** UTF-16 code units of text kept on either side of a quote: what Hypothesis keeps, enough to tell most repeats apart. */
export const CONTEXT_LENGTH = 32
/** UTF-16 code units: about 800 words. What is longer asserts more than one checkable thing. */
export const MAX_SPAN_LENGTH = 5_000

/** The quote of a valid span with what stands around it: at most `CONTEXT_LENGTH` on each side, no character cut in two. */
export function describeSpan(text: string, start: number, end: number): SpanSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(graphemeEnd(text, start - CONTEXT_LENGTH), start), start),
    suffix: text.slice(end, Math.max(graphemeStart(text, end + CONTEXT_LENGTH), end)),
    start,
    end,
  }
}

export interface SpanProblem {
  readonly code:
    | 'NOT_INTEGER'
    | 'OUT_OF_RANGE'
    | 'REVERSED'
    | 'EMPTY'
    | 'TOO_LONG'
    | 'BLANK'
    | 'CUTS_CHARACTER'
    | 'QUOTE_DIFFERS'
  /** What is wrong and what to do, as a sentence. */
  readonly message: string
}

/** Why these offsets are no span of this text, or null if they are one. `exact`, where the client sends it, must be the very text there. */
export function checkSpan(
  text: string,
  { start, end, exact }: TextRange & { readonly exact?: string | undefined },
): SpanProblem | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) {
    return { code: 'NOT_INTEGER', message: 'Start and end must be whole numbers: offsets in UTF-16 code units.' }
  }
  if (start > end) return { code: 'REVERSED', message: `The end (${end}) lies before the start (${start}). Swap them.` }
  if (start < 0 || end > text.length) {
    return {
      code: 'OUT_OF_RANGE',
      message: `The span ${start}–${end} lies outside the text, which ends at ${text.length}. Is it from another version?`,
    }
  }
  if (start === end) return { code: 'EMPTY', message: 'The span is empty. Select at least one character.' }
  if (end - start > MAX_SPAN_LENGTH) {
    return {
      code: 'TOO_LONG',
      message: `The span has ${end - start} characters; the limit is ${MAX_SPAN_LENGTH}. Select the passage that makes the claim.`,
    }
  }
  const quote = text.slice(start, end)
  if (exact !== undefined && exact !== quote) {
    return {
      code: 'QUOTE_DIFFERS',
      message: 'The text at these offsets is not the quote sent with them. Read the text again and send new offsets.',
    }
  }
  if (quote.trim() === '') {
    return { code: 'BLANK', message: 'The span holds only spaces or line breaks. Select some words.' }
  }
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) {
    return {
      code: 'CUTS_CHARACTER',
      message: `The span ${start}–${end} cuts a character in two; ${graphemeStart(text, start)}–${graphemeEnd(text, end)} would not.`,
    }
  }
  return null
}

export interface Quote {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export type QuoteMatch =
  | { readonly kind: 'unique'; readonly start: number; readonly end: number }
  /** At this many places, counted up to `MAX_QUOTE_COUNT`. */
  | { readonly kind: 'ambiguous'; readonly count: number }
  | { readonly kind: 'absent' }

/** Counting repeats stops here; nobody needs to know more of an ambiguous quote. */
export const MAX_QUOTE_COUNT = 1_000
/** A quote that stands at more places than this is ambiguous whatever its context: bounds what "aaa…" in "aaaa…" costs. */
const MAX_PLACES = 100_000

/** The one place a quote stands at; see `quoteFinder`, which is cheaper for many quotes of one text. */
export function findQuote(text: string, quote: Quote): QuoteMatch {
  return quoteFinder(text)(quote)
}

/**
 * Finds quotes that come without offsets, and never guesses. First byte for byte; only where that finds nothing, with
 * whitespace runs and quote marks unified (a quote copied from a page that joins lines). Context that is given must
 * hold, whitespace aside, since pages join blocks with or without it: a quote that stands once, but between other
 * words, is absent. More than one place left is ambiguous, not the first of them. No character is cut in two.
 */
export function quoteFinder(text: string): (quote: Quote) => QuoteMatch {
  let map: ReturnType<typeof mapForAnchoring> | undefined
  return quote => {
    const needle = normalizeForAnchoring(quote.exact)
    if (needle === '') return { kind: 'absent' }
    const verbatim = matchOf(text, quote, placesOf(text, quote.exact))
    if (verbatim.kind !== 'absent') return verbatim
    map ??= mapForAnchoring(text)
    return matchOf(text, quote, normalizedPlacesOf(map, needle))
  }
}

function* placesOf(text: string, needle: string): Generator<TextRange> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    yield { start: at, end: at + needle.length }
  }
}

function* normalizedPlacesOf(
  { normalized, offsets }: ReturnType<typeof mapForAnchoring>,
  needle: string,
): Generator<TextRange> {
  for (const { start, end } of placesOf(normalized, needle)) {
    // The needle is trimmed, so its first and last code unit each stand for exactly one in the text.
    yield { start: offsets.toOriginal(start), end: offsets.toOriginal(end - 1) + 1 }
  }
}

function matchOf(text: string, { prefix = '', suffix = '' }: Quote, candidates: Iterable<TextRange>): QuoteMatch {
  let found: TextRange | undefined
  let count = 0
  let places = 0
  for (const place of candidates) {
    if (++places > MAX_PLACES) return { kind: 'ambiguous', count: MAX_QUOTE_COUNT }
    if (!isPrecededBy(text, place.start, prefix) || !isFollowedBy(text, place.end, suffix)) continue
    if (!isGraphemeBoundary(text, place.start) || !isGraphemeBoundary(text, place.end)) continue
    found ??= place
    count++
    if (count === MAX_QUOTE_COUNT) break
  }
  if (!found) return { kind: 'absent' }
  return count === 1 ? { kind: 'unique', start: found.start, end: found.end } : { kind: 'ambiguous', count }
}

/**
 * Whether the text before an offset ends with the prefix, whitespace left out and quote marks unified on both sides.
 * Beyond the text `charAt` is empty: neither whitespace nor what is wanted.
 */
function isPrecededBy(text: string, offset: number, prefix: string): boolean {
  let at = offset
  for (let index = prefix.length - 1; index >= 0; index--) {
    const wanted = prefix.charAt(index)
    if (isWhitespace(wanted)) continue
    do at--
    while (isWhitespace(text.charAt(at)))
    if (unifyQuoteMark(text.charAt(at)) !== unifyQuoteMark(wanted)) return false
  }
  return true
}

/** The same after an offset, forward. */
function isFollowedBy(text: string, offset: number, suffix: string): boolean {
  let at = offset - 1
  for (let index = 0; index < suffix.length; index++) {
    const wanted = suffix.charAt(index)
    if (isWhitespace(wanted)) continue
    do at++
    while (isWhitespace(text.charAt(at)))
    if (unifyQuoteMark(text.charAt(at)) !== unifyQuoteMark(wanted)) return false
  }
  return true
}
