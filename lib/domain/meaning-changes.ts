import type { TextRange } from './graphemes'
import { type MeaningToken, meaningTokens } from './meaning-changes-tokens'
import type { MeaningKind } from './meaning-changes-words'
import { equalRuns } from './text-diff-sequence'

/** One piece of wording that differs. UTF-16 offsets within the two wordings; an empty range where nothing stands. */
export interface MeaningChange {
  readonly kind: MeaningKind
  readonly was: TextRange
  readonly now: TextRange
}

/**
 * Where two wordings differ, in text order, and what each difference bears on, as far as lists of words can tell. It
 * points out and never decides. Spaces and the shape of quote marks count for nothing; every other difference is in.
 * `language` is a BCP 47 tag; without one all languages of the lists apply, and German nouns look like names.
 */
export function meaningChanges(was: string, now: string, language?: string): readonly MeaningChange[] {
  const [old, young] = meaningTokens([was, now], language)
  const ids = new Map<string, number>()
  const idsOf = (tokens: readonly MeaningToken[]) =>
    Int32Array.from(tokens, ({ text }) => {
      const id = ids.get(text) ?? ids.size
      ids.set(text, id)
      return id
    })
  const changes: MeaningChange[] = []
  let oldAt = 0
  let youngAt = 0
  const end = { from: old.length, to: young.length, length: 0 }
  for (const run of [...equalRuns(idsOf(old), idsOf(young)), end]) {
    const left = { was: placeOf(old, oldAt), now: placeOf(young, youngAt) }
    changes.push(...paired(segmentsOf(old.slice(oldAt, run.from)), segmentsOf(young.slice(youngAt, run.to)), left))
    oldAt = run.from + run.length
    youngAt = run.to + run.length
  }
  return changes
}

interface Segment extends TextRange {
  readonly kind: MeaningKind
  readonly text: string
}

/** Neighbours of one kind together. */
function segmentsOf(tokens: readonly MeaningToken[]): Segment[] {
  const segments: Segment[] = []
  for (const token of tokens) {
    const last = segments.at(-1)
    if (last?.kind === token.kind) {
      segments[segments.length - 1] = { ...last, end: token.end, text: `${last.text} ${token.text}` }
    } else {
      segments.push(token)
    }
  }
  return segments
}

/** Where something would stand that is not there: at the token at an index, or at the end of the last. */
function placeOf(tokens: readonly MeaningToken[], index: number): number {
  return tokens[index]?.start ?? tokens.at(-1)?.end ?? 0
}

/** What took whose place in one region: the first number is compared with the first number, then what is left in order. */
function paired(old: Segment[], young: Segment[], place: { was: number; now: number }): MeaningChange[] {
  const changes: MeaningChange[] = []
  const left = [...young]
  const without: Segment[] = []
  for (const segment of old) {
    const index = left.findIndex(({ kind }) => kind === segment.kind)
    const [match] = index < 0 ? [] : left.splice(index, 1)
    if (match) changes.push(change(segment, match))
    else without.push(segment)
  }
  for (const segment of without) {
    const match = left.shift()
    changes.push(match ? change(segment, match) : { kind: segment.kind, was: rangeOf(segment), now: at(place.now) })
  }
  for (const segment of left) changes.push({ kind: segment.kind, was: at(place.was), now: rangeOf(segment) })
  return changes.sort((one, other) => one.was.start - other.was.start || one.now.start - other.now.start)
}

/** The kind that weighs more: what is now there, unless nothing is known of it. */
function change(was: Segment, now: Segment): MeaningChange {
  const kind = isContrary(was.text, now.text)
    ? 'NEGATION'
    : was.kind === 'NEGATION' || now.kind === 'OTHER'
      ? was.kind
      : now.kind
  return { kind, was: rangeOf(was), now: rangeOf(now) }
}

/** "legal" and "illegal", "true" and "untrue". */
function isContrary(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const prefix = long.slice(0, long.length - short.length).toLowerCase()
  return (
    short.length > 2 &&
    long.toLowerCase().endsWith(short.toLowerCase()) &&
    /^(?:un|in|im|il|ir|non-?|dis|anti-?|de|des|a|не|غير)$/.test(prefix)
  )
}

function rangeOf({ start, end }: Segment): TextRange {
  return { start, end }
}

function at(offset: number): TextRange {
  return { start: offset, end: offset }
}
