import { graphemeEnd, graphemeStart, type TextRange } from './graphemes'

/**
 * Where a caret that moves by one kind of unit may stop. All offsets are UTF-16 units over one text; every answer is
 * strictly beyond the offset asked about, and null where there is none.
 */
export interface TextStops {
  nextStart(offset: number): number | null
  nextEnd(offset: number): number | null
  previousStart(offset: number): number | null
  previousEnd(offset: number): number | null
}

/** A selection as a caret has it: where it was begun, and the end that moves. Equal where nothing is selected. */
export interface Caret {
  readonly anchor: number
  readonly focus: number
}

/** The caret's passage in text order; empty where nothing is selected. */
export function rangeOfCaret({ anchor, focus }: Caret): TextRange {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** The caret one unit on (1) or back (-1), at the beginning of that unit; where there is none it stays, with nothing selected. */
export function stepped(caret: Caret, by: 1 | -1, stops: TextStops): Caret {
  const { start, end } = rangeOfCaret(caret)
  // What ends where the next unit begins is left behind all the same.
  const last = start === end ? end : end - 1
  const to = (by > 0 ? stops.nextStart(last) : stops.previousStart(start)) ?? caret.focus
  return { anchor: to, focus: to }
}

/**
 * The selection with its moving end one unit further in the text (1) or back (-1). It covers whole units: an end that
 * lies after the beginning goes from end to end, one before it from start to start; on its way it stops at the beginning,
 * so that shrinking never turns a selection over unseen.
 */
export function extended({ anchor, focus }: Caret, by: 1 | -1, stops: TextStops): Caret {
  if (by > 0) {
    const to = focus >= anchor ? stops.nextEnd(focus) : stops.nextStart(focus)
    return { anchor, focus: to === null ? focus : focus < anchor ? Math.min(to, anchor) : to }
  }
  const to = focus <= anchor ? stops.previousStart(focus) : (stops.previousEnd(focus) ?? anchor)
  return { anchor, focus: to === null ? focus : focus > anchor ? Math.max(to, anchor) : to }
}

/** Every user-perceived character of a text. */
export function characterStops(text: string): TextStops {
  const next = (offset: number) => (offset < text.length ? graphemeEnd(text, offset + 1) : null)
  const previous = (offset: number) => (offset > 0 ? graphemeStart(text, offset - 1) : null)
  return { nextStart: next, nextEnd: next, previousStart: previous, previousEnd: previous }
}
