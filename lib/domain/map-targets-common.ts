import { firstAtLeast } from './binary-search'
import type { Marks } from './map-targets-marks'
import { BREAK_APART, type SentenceText, STARTS_LED_IN } from './map-targets-sentences'
import type { EqualRun } from './text-diff-sequence'

/** What the sentences of two texts have in common, as ascending offsets into the old normalised text. */
export interface CommonSentences {
  /** Inside an equal run, and a sentence begins there in both. */
  readonly starts: readonly number[]
  /** For each start: whether, in one of the texts, the line before leads in to the sentence. */
  readonly isLedIn: readonly boolean[]
  /** Inside an equal run, and a sentence ends there in both. */
  readonly ends: readonly number[]
  /** Where a line break that kept two things apart is now a mere space. */
  readonly apart: readonly number[]
}

/** O(sentences + lines + runs). */
export function commonSentences(was: SentenceText, is: SentenceText, runs: readonly EqualRun[]): CommonSentences {
  const starts: number[] = []
  const isLedIn: boolean[] = []
  eachInRuns(was.starts, runs, 0, (at, now) => {
    const value = is.starts.valueAt(now)
    if (value === 0) return
    starts.push(at)
    isLedIn.push(value === STARTS_LED_IN || was.starts.valueAt(at) === STARTS_LED_IN)
  })
  const ends: number[] = []
  eachInRuns(was.ends, runs, 1, (at, now) => {
    if (is.ends.valueAt(now) > 0) ends.push(at)
  })
  const apart: number[] = []
  eachInRuns(was.breaks, runs, 0, (at, now) => {
    if (was.breaks.valueAt(at) === BREAK_APART && is.breaks.valueAt(now) === 0) apart.push(at)
  })
  return { starts, isLedIn, ends, apart }
}

/** The marks of the old text that lie in equal runs, and where they stand now. `first`: 0 for what precedes a character, 1 for what follows one. */
function eachInRuns(
  { offsets }: Marks,
  runs: readonly EqualRun[],
  first: 0 | 1,
  visit: (at: number, now: number) => void,
): void {
  for (const { from, to, length } of runs) {
    let index = firstAtLeast(offsets, from + first)
    for (let at = offsets[index]; at !== undefined && at < from + first + length; at = offsets[++index]) {
      visit(at, to + at - from)
    }
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
  if (starts.valueAt(start) > 0) return 0
  for (
    let step = 1;
    step <= left && normalized.charCodeAt(start - step) === normalized.charCodeAt(end - step);
    step++
  ) {
    if (starts.valueAt(start - step) > 0) return -step
  }
  for (
    let step = 1;
    step <= right && normalized.charCodeAt(start + step - 1) === normalized.charCodeAt(end + step - 1);
    step++
  ) {
    if (starts.valueAt(start + step) > 0) return step
  }
  return 0
}
