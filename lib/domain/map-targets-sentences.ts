import { type AnchoringMap, mapForAnchoring } from './anchor-normalization'
import { isAnswer, isOneWord, opensAside } from './map-targets-asides'
import { type Lead, LeadFinder } from './map-targets-leads'
import {
  endsInAbbreviation,
  isClosing,
  isLetter,
  isLoneLetter,
  isLowerCase,
  isTerminator,
  TERMINATOR_CHARACTER,
} from './map-targets-letters'
import { Marks } from './map-targets-marks'
import { NextCharacter } from './next-character'

/**
 * A text as spans are compared: normalised, and cut into sentences without regard to its layout, so that the same words
 * in other lines are the same sentences. All offsets count UTF-16 code units of the normalised text.
 *
 * Where it is doubtful whether a sentence ends, it goes on: a sentence taken too long makes a person look at one span
 * more, one taken too short lets a verdict stand on words that mean something else.
 */
export interface SentenceText extends AnchoringMap {
  /** Where a sentence begins: 0 no, 1 yes, 2 yes, but the line before leads in to it (a heading, a speaker, an item above). */
  readonly starts: Marks
  /** 1 after the last character of a sentence, closing quote marks and note marks included. */
  readonly ends: Marks
  /** What a space stands for: 0 no line break, 1 one that may as well be a space, 2 one that keeps apart what stands on either side. */
  readonly breaks: Marks
  /** What says of several sentences how they are to be read: each kind in text order. */
  readonly leads: readonly (readonly Lead[])[]
}

export const STARTS = 1
export const STARTS_LED_IN = 2
export const BREAK_FREE = 1
export const BREAK_APART = 2

/** UTF-16 code units. No heading is longer, and no one wraps lines wider. */
const WIDEST_LINE = 120
/** The narrowest column whose full lines are a sign of wrapping by themselves. */
const NARROWEST_COLUMN = 40

const LINE_BREAK = /[\n-\r\x85\u2028\u2029]/g
const LIST_MARK = /[-–—*•‣·▪◦●○■►✓]|\(?(?:\p{Nd}{1,3}|\p{L})[.)] /uy
const NOTE_MARKS = /(?:\[[\p{N}*†‡]{1,4}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡])+/uy
/** Unicode Sentence_Break=SContinue: after a full stop they carry the sentence on. */
const CONTINUES = /[,:;\-–—՝،߸᠂᠈、︐︑︓︱︲﹐﹑﹕﹘﹣，－：､]/
const LEADS_ON = /[:;,،、؛，：；—–‐(-]/

/** Cuts a text into sentences. O(length). */
export function sentenceText(text: string): SentenceText {
  const map = mapForAnchoring(text)
  const { normalized } = map
  const starts = new Marks(normalized.length)
  const ends = new Marks(normalized.length)
  const breaks = new Marks(normalized.length)
  starts.add(0, STARTS)
  const lines = linesOf(text, map)
  const hasTurns = TURN.test(normalized)
  const leads = new LeadFinder(normalized)
  const terminators = new NextCharacter(normalized, TERMINATOR_CHARACTER)
  lines.forEach((line, index) => {
    if (!hasTurns || !turnsIn(normalized, line)) {
      const firstEnd = cutLine(normalized, line, terminators, starts, ends)
      if (firstEnd !== null) {
        leads.addLabelOf(line, firstEnd)
        leads.addQuotationsOf(line, starts, ends)
      }
    }
    const next = lines[index + 1]
    if (!next) {
      leads.addLine(line, undefined, true, null)
      ends.add(line.end)
      return
    }
    const { isBoundary, isFree } = breakAfter(normalized, lines, index)
    breaks.add(line.end, isFree ? BREAK_FREE : BREAK_APART)
    const lastSentence = Math.max(line.start, starts.last)
    const isLead = isBoundary ? leadsIn(line, next, lastSentence) : endsInColon(normalized, line, lastSentence)
    leads.addLine(line, next, isBoundary, isLead ? lastSentence : null)
    if (!isBoundary) return
    ends.add(line.end)
    starts.add(next.start, isLead || isAnswer(normalized, next.start, next.end) ? STARTS_LED_IN : STARTS)
  })
  return { ...map, starts, ends, breaks, leads: [leads.above, leads.labels, leads.before, leads.after] }
}

interface Line {
  readonly start: number
  readonly end: number
  /** Ends in a full stop or the like, closed and noted. */
  readonly hasTerminator: boolean
  /** So it does, and not in an abbreviation. */
  readonly isEnded: boolean
  readonly startsLow: boolean
  readonly isItem: boolean
  /** A blank line follows. */
  readonly isLastOfParagraph: boolean
  /** Length of its first word, as a line breaker would count it. */
  readonly firstWord: number
  readonly leadsOn: boolean
}

function linesOf(text: string, { normalized, offsets }: AnchoringMap): Line[] {
  const lines: Line[] = []
  let start = 0
  const add = (end: number, isLastOfParagraph: boolean) => {
    lines.push(describeLine(normalized, start, end, isLastOfParagraph))
    start = end + 1
  }
  const lineBreaks = new NextCharacter(text, LINE_BREAK)
  for (let at = lineBreaks.from(0); at < text.length; ) {
    const space = offsets.toNormalized(at + 1) - 1
    const runEnd = space + 1 < normalized.length ? offsets.toOriginal(space + 1) : text.length
    const second = lineBreaks.from(at + 1)
    // Before the first character and after the last one white space is nothing.
    if (space >= 0 && runEnd < text.length) add(space, second < runEnd)
    at = lineBreaks.from(runEnd)
  }
  add(normalized.length, true)
  return lines
}

function describeLine(normalized: string, start: number, end: number, isLastOfParagraph: boolean): Line {
  const last = beforeClosing(normalized, start, end)
  const terminator = last > start && isTerminator(normalized.charCodeAt(last - 1))
  LIST_MARK.lastIndex = start
  const space = normalized.indexOf(' ', start)
  const wordEnd = space < 0 || space > end ? end : space
  return {
    start,
    end,
    hasTerminator: terminator,
    isEnded: terminator && !isUnfinished(normalized, last - 1),
    startsLow: isLowerCase(normalized, firstLetter(normalized, start, end)),
    isItem: LIST_MARK.test(normalized),
    isLastOfParagraph,
    firstWord: isLoneLetter(normalized.charCodeAt(start)) ? 1 : Math.min(wordEnd - start, 24),
    leadsOn: LEADS_ON.test(normalized.charAt(end - 1)),
  }
}

/** The end without closing brackets, quote marks and note marks. */
function beforeClosing(normalized: string, start: number, end: number): number {
  let at = end
  while (at > start && at > end - 12) {
    const before = normalized.charAt(at - 1)
    if (isTerminator(before.charCodeAt(0))) return at
    if (!isClosing(before.charCodeAt(0)) && !/[\p{N}[*†‡]/u.test(before)) return at
    at--
  }
  return at
}

function firstLetter(normalized: string, start: number, end: number): number {
  let at = start
  while (at < end && !isLetter(normalized, at)) at++
  return at
}

/** Whether a line break ends a sentence, and whether it may become a space without anyone reading something else. */
function breakAfter(
  normalized: string,
  lines: readonly Line[],
  index: number,
): { isBoundary: boolean; isFree: boolean } {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next) return { isBoundary: true, isFree: false }
  const goesOnLow = next.startsLow && !next.isItem
  if (line.isEnded) return { isBoundary: !goesOnLow || line.isLastOfParagraph, isFree: true }
  if (next.isItem) return { isBoundary: true, isFree: false }
  if (line.hasTerminator) return { isBoundary: false, isFree: true }
  if (line.leadsOn) return { isBoundary: false, isFree: goesOnLow || /[,،、，]/.test(normalized.charAt(line.end - 1)) }
  if (line.isLastOfParagraph || line.end - line.start > WIDEST_LINE) return { isBoundary: true, isFree: goesOnLow }
  if (goesOnLow) return { isBoundary: false, isFree: true }
  if (isFull(lines, index)) return { isBoundary: false, isFree: isWrappedAround(lines, index) }
  return { isBoundary: true, isFree: false }
}

/** Whether the next line's first word had no place on a line as wide as those around it. */
function isFull(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next || line.isLastOfParagraph) return false
  const width = columnAround(lines, index)
  return width <= WIDEST_LINE && line.end - line.start + 1 + next.firstWord > width
}

function columnAround(lines: readonly Line[], index: number): number {
  let width = 0
  for (let at = index - 1; at <= index + 2; at++) {
    const line = lines[at]
    if (line) width = Math.max(width, line.end - line.start)
  }
  return width
}

/** Whether a line next to a full one is evidently wrapped too: in the middle of a sentence, or at the width of a column. */
function isWrappedAround(lines: readonly Line[], index: number): boolean {
  const isColumn = columnAround(lines, index) >= NARROWEST_COLUMN
  return [index - 1, index + 1].some(at => {
    const line = lines[at]
    const next = lines[at + 1]
    if (!line || !next || line.isEnded || next.isItem || !isFull(lines, at)) return false
    return next.startsLow || isColumn
  })
}

/** A short line without an end (a heading, a speaker, "What is not true:") says how to read what comes next. */
function leadsIn(line: Line, next: Line, lastSentence: number): boolean {
  if (line.isEnded || line.end - lastSentence > WIDEST_LINE) return false
  return !(line.isItem && next.isItem)
}

/** The sentence goes on in the next line, and what it says may hold of those after it too. */
function endsInColon(normalized: string, line: Line, lastSentence: number): boolean {
  return line.end - lastSentence <= WIDEST_LINE && /[:\uff1a]/.test(normalized.charAt(line.end - 1))
}

/** Embeddings, overrides and isolates reach to the end of their line: one of them may make "123" in a later sentence read "321" (CVE-2021-42574). */
const TURN = /[\u202a-\u202e\u2066-\u2069]/

function turnsIn(normalized: string, { start, end }: Line): boolean {
  return TURN.test(normalized.slice(start, end))
}

/** Marks where sentences end within a line, and returns the first of these places; null where there is none. */
function cutLine(
  normalized: string,
  { start, end }: Line,
  terminators: NextCharacter,
  starts: Marks,
  ends: Marks,
): number | null {
  let first: number | null = null
  let sentence = start
  for (let at = terminators.from(start); at < end; ) {
    const cut = sentenceEnd(normalized, at, end)
    // One word is an answer, or says what to think of the sentence beside it: "Wrong."
    if (
      cut.next < end &&
      cut.isEnd &&
      !isOneWord(normalized, sentence, cut.end) &&
      !isOneWord(normalized, cut.next, end)
    ) {
      ends.add(cut.end)
      starts.add(cut.next, STARTS)
      sentence = cut.next
      first ??= cut.end
    }
    at = terminators.from(Math.max(at + 1, cut.end))
  }
  return first
}

/** What follows a terminator: where the sentence would end, where the next would begin, and whether it does. */
function sentenceEnd(normalized: string, at: number, lineEnd: number): { end: number; next: number; isEnd: boolean } {
  let after = at + 1
  while (after < lineEnd && isTerminator(normalized.charCodeAt(after))) after++
  const afterTerminators = after
  let isQuoted = false
  while (after < lineEnd && isClosing(normalized.charCodeAt(after))) {
    isQuoted ||= !/[)\]}]/.test(normalized.charAt(after))
    after++
  }
  NOTE_MARKS.lastIndex = after
  if (NOTE_MARKS.test(normalized)) after = Math.min(NOTE_MARKS.lastIndex, lineEnd)
  const isSpaced = normalized.charCodeAt(after) === 0x20
  const next = isSpaced ? after + 1 : after
  const isEnd =
    next < lineEnd &&
    (isSpaced || (!isQuoted && isWide(normalized.charCodeAt(at)))) &&
    !isUnfinished(normalized, afterTerminators - 1) &&
    !goesOn(normalized, next, lineEnd, isQuoted, normalized.charAt(afterTerminators - 1))
  return { end: after, next, isEnd }
}

/** Whether the full stop at an offset is that of an abbreviation, an ordinal number or an ellipsis. */
function isUnfinished(normalized: string, at: number): boolean {
  if (normalized.charCodeAt(at) !== 0x2e) return false
  if (normalized.charCodeAt(at - 1) === 0x2e) return true
  return endsInAbbreviation(normalized, at)
}

/** Chinese and Japanese put no space after a sentence. */
function isWide(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff61
}

/** Whether what follows belongs to the same sentence: small letters, or who said the quote that just closed. */
function goesOn(normalized: string, start: number, end: number, isQuoted: boolean, terminator: string): boolean {
  if (CONTINUES.test(normalized.charAt(start)) || opensAside(normalized, start)) return true
  let at = start
  while (at < end && !isLetter(normalized, at) && !isTerminator(normalized.charCodeAt(at))) at++
  // Signs alone are no sentence: ". . ."
  if (at === end || isTerminator(normalized.charCodeAt(at)))
    return isQuoted || !/\p{N}/u.test(normalized.slice(start, at))
  if (isLowerCase(normalized, at)) return true
  return (
    isQuoted && (terminator !== '.' || !/\p{Lu}|\p{Lt}/u.test(String.fromCodePoint(normalized.codePointAt(at) ?? 0)))
  )
}

/**
 * Where pieces of a normalised text begin that a diff may compare as a whole, and the end with one space more: after every
 * full stop or the like. Unlike sentences they know nothing of lines, so that a text in other lines has the same pieces.
 */
export function pieceStarts(normalized: string): Int32Array {
  const starts = [0]
  const last = normalized.length - 1
  const terminators = new NextCharacter(normalized, TERMINATOR_CHARACTER)
  for (let at = terminators.from(0); at < last; at = terminators.from(at + 1)) {
    if (isWide(normalized.charCodeAt(at))) starts.push(at + 1)
    let after = at + 1
    while (after <= at + 3 && isClosing(normalized.charCodeAt(after))) after++
    if (after < last && normalized.charCodeAt(after) === 0x20) starts.push(after + 1)
  }
  starts.push(normalized.length + 1)
  return Int32Array.from(starts)
}
