import { snapToGraphemes, type TextRange } from './graphemes'
import { alignBest } from './quote-index-alignment'
import { type Folded, foldForLikeness } from './quote-index-folding'
import { GRAM, type GramIndex } from './quote-index-grams'
import { wholeWords } from './quote-index-words'
import { MAX_SPAN_LENGTH, type Quote } from './selectors'

export interface LikenessIndex {
  readonly text: string
  readonly folded: Folded
  /** Over the folded units. */
  readonly grams: GramIndex
}

/** Of a quote and its context, so many of the rarest runs vote for where it may stand, each for so many places at most. */
const MAX_VOTERS = 96
const MAX_VOTES = 64
/** Regions looked at closely for each passage asked for. */
const REGIONS_PER_PASSAGE = 2
/** Regions with less than this share of the votes of the first are not looked at. */
const WORTHWHILE = 0.1
/** Only this much of the head and the tail of a long quote is aligned: alignment costs length × length. */
const MAX_ALIGNED = 160
/** Units of context looked for beside a passage that was reworded. */
const CONTEXT = 24
const MIN_CONTEXT = 8
/** At least half of a passage must be the same, unless the words around it are. */
const MIN_LIKENESS = 0.5

interface Passage extends TextRange {
  /** 0 to 1, with up to a quarter more for equal context. Orders passages; says nothing of what they mean. */
  readonly score: number
}

/**
 * Passages like a quote, the likeliest first: regions that share its rare runs of letters, or those of its context,
 * aligned by edit distance; and what stands between its two contexts where the quote itself was reworded. Whole words.
 * Likeness cannot tell a typo from a reversed claim, so a person must choose.
 */
export function likePassages(index: LikenessIndex, quote: Quote, limit: number): TextRange[] {
  const exact = foldForLikeness(quote.exact).units
  if (exact.length === 0) return []
  // Only the context next to the quote says where it stood; a long one would outvote it.
  const prefix = foldForLikeness((quote.prefix ?? '').slice(-64)).units
  const suffix = foldForLikeness((quote.suffix ?? '').slice(0, 64)).units
  const regions = likelyStarts(index.grams, [prefix, exact, suffix], limit * REGIONS_PER_PASSAGE)
  const passages = regions.flatMap(start => passageNear(index, start, { exact, prefix, suffix }) ?? [])
  passages.sort((one, other) => other.score - one.score)
  const chosen: TextRange[] = []
  for (const { start, end } of passages) {
    if (chosen.length >= limit) break
    if (!chosen.some(other => other.start < end && start < other.end)) chosen.push({ start, end })
  }
  return chosen
}

/** Offsets at which the quote may begin, by the votes of the runs it shares with the text; each run counts the more the rarer it is. */
function likelyStarts(
  grams: GramIndex,
  [prefix, exact, suffix]: readonly [Uint16Array, Uint16Array, Uint16Array],
  limit: number,
): number[] {
  const whole = new Uint16Array(prefix.length + exact.length + suffix.length)
  whole.set(prefix)
  whole.set(exact, prefix.length)
  whole.set(suffix, prefix.length + exact.length)
  const voters: { at: number; size: number }[] = []
  for (let at = 0; at + GRAM <= whole.length; at++) {
    const size = grams.frequency(whole, at)
    if (size > 0) voters.push({ at, size })
  }
  voters.sort((one, other) => one.size - other.size)

  const width = Math.max(16, Math.min(256, exact.length >> 1))
  const votes = new Map<number, { score: number; start: number }>()
  for (const { at, size } of voters.slice(0, MAX_VOTERS)) {
    for (const place of grams.occurrences(whole, at, MAX_VOTES)) {
      const start = place - at + prefix.length
      const bin = Math.floor(start / width)
      const score = 1 / size + (votes.get(bin)?.score ?? 0)
      votes.set(bin, { score, start: votes.get(bin)?.start ?? start })
    }
  }
  const regions = [...votes.values()].sort((one, other) => other.score - one.score || one.start - other.start)
  const worthwhile = (regions[0]?.score ?? 0) * WORTHWHILE
  return regions
    .slice(0, limit)
    .filter(({ score }) => score >= worthwhile)
    .map(({ start }) => start)
}

type Parts = { exact: Uint16Array; prefix: Uint16Array; suffix: Uint16Array }

/** The passage near an offset that is most like the quote; null where none is like enough. */
function passageNear(index: LikenessIndex, near: number, parts: Parts): Passage | null {
  const { exact, prefix, suffix } = parts
  const { units } = index.folded
  const found = aligned(units, near, exact)
  const likeness = 1 - found.distance / exact.length
  if (likeness >= MIN_LIKENESS && found.start < found.end) {
    const context = contextLikeness(units, found, prefix, suffix)
    return asPassage(index, found, likeness + context / 4)
  }
  const between = betweenContexts(units, near, parts)
  return between && asPassage(index, between, MIN_LIKENESS)
}

function aligned(units: Uint16Array, near: number, exact: Uint16Array): TextRange & { distance: number } {
  const slack = 16 + Math.min(80, exact.length >> 2)
  if (exact.length <= 2 * MAX_ALIGNED) {
    return alignBest(exact, units, Math.max(0, near - slack), Math.min(units.length, near + exact.length + slack))
  }
  const head = exact.subarray(0, MAX_ALIGNED)
  const tail = exact.subarray(exact.length - MAX_ALIGNED)
  const first = alignBest(head, units, Math.max(0, near - slack), Math.min(units.length, near + MAX_ALIGNED + slack))
  const tailNear = first.start + exact.length - MAX_ALIGNED
  const last = alignBest(
    tail,
    units,
    Math.min(units.length, Math.max(first.end, tailNear - slack)),
    Math.min(units.length, tailNear + MAX_ALIGNED + slack),
  )
  const distance = ((first.distance + last.distance) * exact.length) / (2 * MAX_ALIGNED)
  return { start: first.start, end: last.end, distance }
}

/** How much of the context beside a passage is equal, 0 to 1. */
function contextLikeness(units: Uint16Array, { start, end }: TextRange, prefix: Uint16Array, suffix: Uint16Array) {
  const before = Math.min(CONTEXT, prefix.length)
  const after = Math.min(CONTEXT, suffix.length)
  if (before + after === 0) return 0
  let equal = 0
  while (equal < before && units[start - 1 - equal] === prefix[prefix.length - 1 - equal]) equal++
  let following = 0
  while (following < after && units[end + following] === suffix[following]) following++
  return (equal + following) / (before + after)
}

/** What stands between the words before and the words after the quote, where both still stand. */
function betweenContexts(units: Uint16Array, near: number, { exact, prefix, suffix }: Parts): TextRange | null {
  if (prefix.length < MIN_CONTEXT || suffix.length < MIN_CONTEXT) return null
  const before = prefix.subarray(Math.max(0, prefix.length - CONTEXT))
  const after = suffix.subarray(0, CONTEXT)
  const reach = 64 + Math.min(exact.length, MAX_ALIGNED)
  const ahead = alignBest(before, units, Math.max(0, near - reach), Math.min(units.length, near + reach))
  if (ahead.distance > before.length / 5) return null
  const longest = Math.min(MAX_SPAN_LENGTH, 2 * exact.length + 80)
  const behind = alignBest(after, units, ahead.end, Math.min(units.length, ahead.end + longest + CONTEXT))
  if (behind.distance > after.length / 5 || behind.start <= ahead.end) return null
  return { start: ahead.end, end: behind.start }
}

/** A range of folded units as whole words of the text; null where nothing is left, or more than a span may hold. */
function asPassage({ text, folded }: LikenessIndex, { start, end }: TextRange, score: number): Passage | null {
  const { offsets } = folded
  const last = offsets[end - 1] ?? 0
  const { start: from, end: to } = wholeWords(text, {
    start: offsets[start] ?? 0,
    end: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1),
  })
  const span = snapToGraphemes(text, from, to)
  return span.start < span.end && span.end - span.start <= MAX_SPAN_LENGTH ? { ...span, score } : null
}
