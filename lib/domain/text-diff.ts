import { graphemeEnd, graphemeStart } from './graphemes'
import { type EqualRun, equalRuns } from './text-diff-sequence'
import { Interner, tokenStarts } from './text-diff-tokens'

/** One region that differs, as UTF-16 offsets into both texts. */
export interface Hunk {
  readonly fromStart: number
  readonly fromEnd: number
  readonly toStart: number
  readonly toEnd: number
}

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * Where two texts differ: sorted, disjoint, never inside a character; everything between two hunks is equal, code unit
 * for code unit. Line by line first, then word by word within the lines that differ. Equal crumbs between two changes
 * belong to the change. O(n log n), coarser where a text repeats itself without end.
 */
export function diffTexts(from: string, to: string): readonly Hunk[] {
  const runs = equalStretches(inLines(from), inLines(to))
  return betweenCharacters(from, to, withoutCrumbs(from, hunksBetween(runs, from.length, to.length)))
}

/** How a short text became another, piece by piece, for screens. `same` and `removed` are the old text, `same` and `added` the new one. */
export function diffWords(was: string, now: string): readonly Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text })
  }
  let at = 0
  for (const hunk of diffTexts(was, now)) {
    add('same', was.slice(at, hunk.fromStart))
    add('removed', was.slice(hunk.fromStart, hunk.fromEnd))
    add('added', now.slice(hunk.toStart, hunk.toEnd))
    at = hunk.fromEnd
  }
  add('same', was.slice(at))
  return pieces
}

/** A text cut into chunks (lines or sentences). */
export interface ChunkedText {
  readonly text: string
  /** Where each chunk begins, and last the end of `text` and `separator` together. */
  readonly starts: Int32Array
  /** What every chunk but the last ends in, so that the last one can be equal to another too. */
  readonly separator: ' ' | '\n'
}

/**
 * UTF-16 code units. Shorter chunks that are equal and occur several times (blank lines, "Applause.") say nothing about
 * which of the changed ones around them belong together; there the words decide.
 */
const TELLING_LENGTH = 32
/** The same for a chunk that occurs once in each text. */
const TELLING_LENGTH_IF_UNIQUE = 8

/** The stretches of text that are equal in both, in UTF-16 code units: whole chunks first, then words between them. */
export function equalStretches(from: ChunkedText, to: ChunkedText): EqualRun[] {
  const stretches: EqualRun[] = []
  const add = (run: EqualRun) => {
    const length = Math.min(run.length, from.text.length - run.from, to.text.length - run.to)
    if (length <= 0) return
    const last = stretches.at(-1)
    if (last && last.from + last.length === run.from && last.to + last.length === run.to) {
      stretches[stretches.length - 1] = { from: last.from, to: last.to, length: last.length + length }
    } else {
      stretches.push({ from: run.from, to: run.to, length })
    }
  }
  const was = from.text + from.separator
  const now = to.text + to.separator
  let fromAt = 0
  let toAt = 0
  for (const chunk of tellingChunks(was, from.starts, now, to.starts)) {
    for (const run of equalWords(was, fromAt, chunk.from, now, toAt, chunk.to)) add(run)
    add(chunk)
    fromAt = chunk.from + chunk.length
    toAt = chunk.to + chunk.length
  }
  for (const run of equalWords(was, fromAt, was.length, now, toAt, now.length)) add(run)
  return stretches
}

function tellingChunks(from: string, fromStarts: Int32Array, to: string, toStarts: Int32Array): EqualRun[] {
  const interner = new Interner()
  const a = interner.idsOf(from, fromStarts)
  const b = interner.idsOf(to, toStarts)
  const inA = countsOf(a, interner.size)
  const inB = countsOf(b, interner.size)
  const telling: EqualRun[] = []
  for (const run of equalRuns(a, b)) {
    const start = fromStarts[run.from] ?? 0
    const end = fromStarts[run.from + run.length] ?? 0
    const isUnique = (id: number) => inA[id] === 1 && inB[id] === 1
    if (end - start < TELLING_LENGTH_IF_UNIQUE) continue
    if (end - start < TELLING_LENGTH && !a.subarray(run.from, run.from + run.length).some(isUnique)) continue
    telling.push({ from: start, to: toStarts[run.to] ?? 0, length: end - start })
  }
  return telling
}

function countsOf(ids: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return counts
}

function equalWords(from: string, fromStart: number, fromEnd: number, to: string, toStart: number, toEnd: number) {
  if (fromStart === fromEnd || toStart === toEnd) return []
  const interner = new Interner()
  const a = tokenStarts(from, { start: fromStart, end: fromEnd })
  const b = tokenStarts(to, { start: toStart, end: toEnd })
  return equalRuns(interner.idsOf(from, a), interner.idsOf(to, b)).map(run => ({
    from: a[run.from] ?? 0,
    to: b[run.to] ?? 0,
    length: (a[run.from + run.length] ?? 0) - (a[run.from] ?? 0),
  }))
}

/** The regions between equal stretches. */
export function hunksBetween(runs: readonly EqualRun[], fromLength: number, toLength: number): Hunk[] {
  const hunks: Hunk[] = []
  let fromStart = 0
  let toStart = 0
  for (const run of [...runs, { from: fromLength, to: toLength, length: 0 }]) {
    if (run.from > fromStart || run.to > toStart) {
      hunks.push({ fromStart, fromEnd: run.from, toStart, toEnd: run.to })
    }
    fromStart = run.from + run.length
    toStart = run.to + run.length
  }
  return hunks
}

/** UTF-16 code units. What is longer stays, however much changed around it. */
const LONGEST_CRUMB = 24

/**
 * The hunks, joined where what is equal between two of them is shorter than what changed on either side (the rule of
 * Neil Fraser's diff-match-patch): "the" in two unrelated sentences is no common ground. Never across a line.
 */
export function withoutCrumbs(from: string, hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = []
  for (const next of hunks) {
    let hunk = next
    for (let last = joined.at(-1); last && isCrumb(from, last, hunk); last = joined.at(-1)) {
      hunk = { fromStart: last.fromStart, fromEnd: hunk.fromEnd, toStart: last.toStart, toEnd: hunk.toEnd }
      joined.pop()
    }
    joined.push(hunk)
  }
  return joined
}

function isCrumb(from: string, before: Hunk, after: Hunk): boolean {
  const length = after.fromStart - before.fromEnd
  if (length > LONGEST_CRUMB || length > sizeOf(before) || length > sizeOf(after)) return false
  return !from.slice(before.fromEnd, after.fromStart).includes('\n')
}

function sizeOf({ fromStart, fromEnd, toStart, toEnd }: Hunk): number {
  return Math.max(fromEnd - fromStart, toEnd - toStart)
}

/** The hunks grown, over what is equal beside them, until they begin and end between characters of both texts. */
function betweenCharacters(from: string, to: string, hunks: readonly Hunk[]): Hunk[] {
  const whole: Hunk[] = []
  for (let index = 0; index < hunks.length; index++) {
    const first = hunks[index]
    if (!first) break
    let { fromStart, fromEnd, toStart, toEnd } = first
    const last = whole.at(-1)
    const room = fromStart - (last?.fromEnd ?? 0)
    let back = 0
    for (let step = stepBack(from, fromStart, to, toStart); step > 0 && back < room; ) {
      back = Math.min(back + step, room)
      step = stepBack(from, fromStart - back, to, toStart - back)
    }
    fromStart -= back
    toStart -= back
    for (;;) {
      const step = Math.max(graphemeEnd(from, fromEnd) - fromEnd, graphemeEnd(to, toEnd) - toEnd)
      if (step === 0) break
      const next = hunks[index + 1]
      if (next && fromEnd + step >= next.fromStart) {
        fromEnd = next.fromEnd
        toEnd = next.toEnd
        index++
      } else {
        fromEnd += step
        toEnd += step
      }
    }
    if (last && fromStart === last.fromEnd && toStart === last.toEnd) {
      whole[whole.length - 1] = { fromStart: last.fromStart, fromEnd, toStart: last.toStart, toEnd }
    } else {
      whole.push({ fromStart, fromEnd, toStart, toEnd })
    }
  }
  return whole
}

/** How far the nearest place between characters lies before two offsets. */
function stepBack(from: string, fromAt: number, to: string, toAt: number): number {
  return Math.max(fromAt - graphemeStart(from, fromAt), toAt - graphemeStart(to, toAt))
}

/** Each line with the feed that ends it. */
function inLines(text: string): ChunkedText {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  starts.push(text.length + 1)
  return { text, starts: Int32Array.from(starts), separator: '\n' }
}
