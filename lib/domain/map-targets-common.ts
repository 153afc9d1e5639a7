import { BREAK_APART, type SentenceText, STARTS_LED_IN } from './map-targets-sentences'
import type { EqualRun } from './text-diff-sequence'

/** What the sentences of two texts have in common, as ascending offsets into the old normalised text. */
export interface CommonSentences {
  /** Inside an equal run, and a sentence begins there in both. */
  readonly starts: Int32Array
  /** For each start: 1 where, in one of the texts, the line before leads in to the sentence. */
  readonly isLedIn: Uint8Array
  /** Inside an equal run, and a sentence ends there in both. */
  readonly ends: Int32Array
  /** Where a line break that kept two things apart is now a mere space. */
  readonly apart: Int32Array
}

/** O(length). */
export function commonSentences(was: SentenceText, is: SentenceText, runs: readonly EqualRun[]): CommonSentences {
  const starts: number[] = []
  const isLedIn: number[] = []
  const ends: number[] = []
  const apart: number[] = []
  for (const { from, to, length } of runs) {
    for (let at = 0; at <= length; at++) {
      const wasStart = was.starts[from + at] ?? 0
      const isStart = is.starts[to + at] ?? 0
      if (at < length && wasStart > 0 && isStart > 0) {
        starts.push(from + at)
        isLedIn.push(wasStart === STARTS_LED_IN || isStart === STARTS_LED_IN ? 1 : 0)
      }
      if (at > 0 && was.ends[from + at] === 1 && is.ends[to + at] === 1) ends.push(from + at)
      if (at < length && was.breaks[from + at] === BREAK_APART && is.breaks[to + at] === 0) apart.push(from + at)
    }
  }
  return {
    starts: Int32Array.from(starts),
    isLedIn: Uint8Array.from(isLedIn),
    ends: Int32Array.from(ends),
    apart: Int32Array.from(apart),
  }
}

/**
 * The runs, with every mere insertion or deletion moved to where sentences begin, if it can be: in "It rose. [It sank. ]It
 * rose." the same words are new as in "It rose. It [sank. It ]rose.", but only the first leaves both old sentences whole.
 * O(length).
 */
export function alongSentences(was: SentenceText, is: SentenceText, runs: readonly EqualRun[]): EqualRun[] {
  const moved: EqualRun[] = [{ from: 0, to: 0, length: 0 }]
  const end = { from: was.normalized.length, to: is.normalized.length, length: 0 }
  for (const after of [...runs, end]) {
    const before = moved.pop() ?? end
    const fromEnd = before.from + before.length
    const toEnd = before.to + before.length
    const isInsertion = fromEnd === after.from
    const step =
      isInsertion === (toEnd === after.to)
        ? 0
        : isInsertion
          ? stepToSentence(is, toEnd, after.to, before.length, after.length)
          : stepToSentence(was, fromEnd, after.from, before.length, after.length)
    moved.push(
      { from: before.from, to: before.to, length: before.length + step },
      { from: after.from + step, to: after.to + step, length: after.length - step },
    )
  }
  return moved.filter(run => run.length > 0)
}

/** How far the region of a text that the other lacks can be moved (right is positive) so that it begins with a sentence; 0 if it cannot. */
function stepToSentence({ normalized, starts }: SentenceText, start: number, end: number, left: number, right: number) {
  if (starts[start] !== 0) return 0
  for (
    let step = 1;
    step <= left && normalized.charCodeAt(start - step) === normalized.charCodeAt(end - step);
    step++
  ) {
    if (starts[start - step] !== 0) return -step
  }
  for (
    let step = 1;
    step <= right && normalized.charCodeAt(start + step - 1) === normalized.charCodeAt(end + step - 1);
    step++
  ) {
    if (starts[start + step] !== 0) return step
  }
  return 0
}

/** Index of the first of ascending numbers that is at least a limit; their count where none is. O(log n). */
export function firstAtLeast(numbers: Int32Array, limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last of ascending numbers that is at most a limit, or -1. O(log n). */
export function lastAtMost(numbers: Int32Array, limit: number): number {
  return firstAtLeast(numbers, limit + 1) - 1
}
