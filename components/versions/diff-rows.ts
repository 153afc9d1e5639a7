import type { TextRange } from '@/lib/domain/graphemes'
import { diffTexts, type Hunk } from '@/lib/domain/text-diff'

/** A run of words of a changed place. What was removed stands in the earlier text alone, what was added in the later one. */
export type DiffPiece = { kind: 'same' | 'removed' | 'added'; text: string }

export type DiffRow =
  /** Paragraphs that both texts have, as a range of the later one; only what stands next to a change comes with its words. */
  | { kind: 'same'; paragraphs: number; range: TextRange; text: string | null }
  | { kind: 'changed'; number: number; pieces: DiffPiece[] }

export type TextComparison = {
  rows: DiffRow[]
  /** How many places changed. */
  changes: number
}

/** How many unchanged paragraphs are shown on either side of a change. */
const CONTEXT = 1

/**
 * Two texts as rows of whole paragraphs: changed ones in full, and what is between them folded but for the paragraph
 * next to a change. Paragraphs that change together, as when one is split in two, are one row.
 */
export function compareTexts(from: string, to: string): TextComparison {
  const groups = groupsOf(from, to)
  const rows: DiffRow[] = []
  let at = 0
  groups.forEach((group, index) => {
    rows.push(...sameRows(to, { start: at, end: group.to.start }, index > 0, true))
    rows.push({ kind: 'changed', number: index + 1, pieces: group.pieces })
    at = group.to.end + 1
  })
  rows.push(...sameRows(to, { start: at, end: to.length + 1 }, groups.length > 0, false))
  return { rows, changes: groups.length }
}

/** How many paragraphs a text has: the lines that are not blank. */
export function countParagraphs(text: string): number {
  let count = 0
  for (const line of text.split('\n')) if (line.trim() !== '') count++
  return count
}

type Group = { from: TextRange; to: TextRange; pieces: DiffPiece[] }
type Grown = { from: TextRange; to: TextRange; hunks: Hunk[] }

/** Changed places, each grown to whole paragraphs in both texts; those that then share one are one. */
function groupsOf(from: string, to: string): Group[] {
  const groups: (Group | Grown)[] = []
  for (const hunk of diffTexts(from, to)) {
    const whole = wholeLines(from, to, hunk)
    if (whole) {
      groups.push(whole)
      continue
    }
    const was = lineRange(from, hunk.fromStart, hunk.fromEnd)
    const now = lineRange(to, hunk.toStart, hunk.toEnd)
    const last = groups.at(-1)
    if (last && 'hunks' in last && (was.start <= last.from.end || now.start <= last.to.end)) {
      last.from = { start: Math.min(last.from.start, was.start), end: Math.max(last.from.end, was.end) }
      last.to = { start: Math.min(last.to.start, now.start), end: Math.max(last.to.end, now.end) }
      last.hunks.push(hunk)
    } else groups.push({ from: was, to: now, hunks: [hunk] })
  }
  return groups.map(group => ('hunks' in group ? withPieces(from, to, group) : group))
}

/** A change that adds or takes whole paragraphs, so that none beside it is part of it; null for any other. */
function wholeLines(from: string, to: string, hunk: Hunk): Group | null {
  const { fromStart, fromEnd, toStart, toEnd } = hunk
  const areStarts =
    [fromStart, fromEnd].every(at => isLineStart(from, at)) && [toStart, toEnd].every(at => isLineStart(to, at))
  const areEnds =
    [fromStart, fromEnd].every(at => isLineEnd(from, at)) && [toStart, toEnd].every(at => isLineEnd(to, at))
  if (!areStarts && !areEnds) return null
  const shift = areStarts ? 0 : 1
  const was = { start: fromStart + shift, end: fromEnd - 1 + shift }
  const now = { start: toStart + shift, end: toEnd - 1 + shift }
  const pieces: DiffPiece[] = []
  // Where nothing stands, the range ends before it starts.
  push(pieces, 'removed', from.slice(was.start, Math.max(was.start, was.end)))
  push(pieces, 'added', to.slice(now.start, Math.max(now.start, now.end)))
  return { from: was, to: now, pieces }
}

/**
 * What precedes the first hunk and follows the last is equal in both texts, so both sides reach equally far: the longer
 * reach of the two, which is whole paragraphs in either.
 */
function withPieces(from: string, to: string, group: Grown): Group {
  const first = group.hunks[0]
  const last = group.hunks.at(-1)
  if (!first || !last) return { ...group, pieces: [] }
  const before = Math.max(first.fromStart - group.from.start, first.toStart - group.to.start)
  const after = Math.max(group.from.end - last.fromEnd, group.to.end - last.toEnd)
  const was = { start: first.fromStart - before, end: last.fromEnd + after }
  const now = { start: first.toStart - before, end: last.toEnd + after }
  const pieces: DiffPiece[] = []
  let at = was.start
  for (const { fromStart, fromEnd, toStart, toEnd } of group.hunks) {
    push(pieces, 'same', from.slice(at, fromStart))
    push(pieces, 'removed', from.slice(fromStart, fromEnd))
    push(pieces, 'added', to.slice(toStart, toEnd))
    at = fromEnd
  }
  push(pieces, 'same', from.slice(at, was.end))
  return { from: was, to: now, pieces }
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n'
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n'
}

function push(pieces: DiffPiece[], kind: DiffPiece['kind'], text: string): void {
  if (text !== '') pieces.push({ kind, text })
}

/** The range grown to whole lines, without the line feed after the last one. */
function lineRange(text: string, start: number, end: number): TextRange {
  const next = text.indexOf('\n', end)
  return { start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next }
}

/** Unchanged paragraphs between two changes: their edges in words, what lies between them folded. */
function sameRows(to: string, { start, end }: TextRange, isAfter: boolean, isBefore: boolean): DiffRow[] {
  // `end` is where the next changed paragraph begins: the line feed before it is in neither.
  const range = { start, end: end - 1 }
  if (range.start > range.end) return []
  const head = isAfter ? CONTEXT : 0
  const tail = isBefore ? CONTEXT : 0
  const paragraphs = countParagraphs(to.slice(range.start, range.end))
  if (paragraphs === 0) return []
  // Folding one paragraph saves nothing.
  if (paragraphs <= head + tail + 1)
    return [{ kind: 'same', paragraphs, range, text: to.slice(range.start, range.end) }]
  const headEnd = head > 0 ? endOfParagraphs(to, range, head) : range.start - 1
  const tailStart = tail > 0 ? startOfParagraphs(to, range, tail) : range.end + 1
  const shown = (part: TextRange): DiffRow => ({
    kind: 'same',
    paragraphs: countParagraphs(to.slice(part.start, part.end)),
    range: part,
    text: to.slice(part.start, part.end),
  })
  return [
    ...(head > 0 ? [shown({ start: range.start, end: headEnd })] : []),
    {
      kind: 'same',
      paragraphs: paragraphs - head - tail,
      range: { start: headEnd + 1, end: tailStart - 1 },
      text: null,
    },
    ...(tail > 0 ? [shown({ start: tailStart, end: range.end })] : []),
  ]
}

/** Where the n-th paragraph of a range ends. */
function endOfParagraphs(text: string, range: TextRange, count: number): number {
  let left = count
  let at = range.start
  while (at <= range.end) {
    const next = text.indexOf('\n', at)
    const end = next < 0 || next > range.end ? range.end : next
    if (text.slice(at, end).trim() !== '' && --left === 0) return end
    at = end + 1
  }
  return range.end
}

/** Where the n-th last paragraph of a range begins. */
function startOfParagraphs(text: string, range: TextRange, count: number): number {
  let left = count
  let end = range.end
  while (end >= range.start) {
    const start = end === 0 ? 0 : Math.max(range.start, text.lastIndexOf('\n', end - 1) + 1)
    if (text.slice(start, end).trim() !== '' && --left === 0) return start
    end = start - 1
  }
  return range.start
}
