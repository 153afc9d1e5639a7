import { firstAtLeast, firstWhere, lastAtMost } from './binary-search'
import { graphemeStart, snapToGraphemes, type TextRange, trimSpan } from './graphemes'
import { alongSentences, type CommonSentences, commonSentences } from './map-targets-common'
import { type Lead, leadAt } from './map-targets-leads'
import { pieceStarts, type SentenceText, sentenceText } from './map-targets-sentences'
import { MAX_SPAN_LENGTH } from './selectors'
import { type ChunkedText, equalStretches, hunksBetween, withoutCrumbs } from './text-diff'
import type { EqualRun } from './text-diff-sequence'
import { WordFinder } from './text-diff-tokens'
import type { AnchorState } from './vocabulary'

/** What became of a span: where it stands in the new text. An ORPHANED one has start === end, the place it stood at. */
export interface MappedTarget extends TextRange {
  readonly state: AnchorState
}

/**
 * Maps spans of one text to another, all through one diff; the results stand in the order of the spans.
 *
 * - ANCHORED: the span and the whole sentences around it are the same words in one piece, white space and the shape of
 *   quote marks aside. They begin and end as sentences in both texts, a heading or speaker right above is the same too, as
 *   is who speaks in their paragraph or quotation and what their list is said to be, and no line was joined to another that it does not
 *   continue.
 * - CHANGED: everything else of which something is left: what stands at its place now, never empty.
 * - ORPHANED: nothing stands at its place, or not one word of its sentence is left to say where its place would be.
 *
 * Both texts are canonical, the spans valid (`checkSpan`). O((text + spans) log).
 */
export function mapTargets(from: string, to: string, spans: readonly TextRange[]): readonly MappedTarget[] {
  if (from === to) return spans.map(span => stayed(from, span))
  if (spans.length === 0) return []
  const mapping = new Mapping(from, to)
  return spans.map(span => mapping.map(span))
}

function stayed(text: string, { start, end }: TextRange): MappedTarget {
  const words = trimSpan(text, start, end)
  return words.start < words.end ? { state: 'ANCHORED', start, end } : { state: 'ORPHANED', start, end: start }
}

class Mapping {
  private readonly was: SentenceText
  private readonly is: SentenceText
  private readonly runs: readonly EqualRun[]
  private readonly common: CommonSentences
  /** The runs without the crumbs that two unrelated passages have in common. */
  private readonly kept: readonly EqualRun[]
  /** Of the kinds that either text has. */
  private readonly leads: readonly { readonly was: readonly Lead[]; readonly is: readonly Lead[] }[]
  private readonly wordsWere: WordFinder
  private readonly wordsAre: WordFinder

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {
    this.was = sentenceText(from)
    this.is = sentenceText(to)
    this.runs = alongSentences(this.was, this.is, equalStretches(inPieces(this.was), inPieces(this.is)))
    this.common = commonSentences(this.was, this.is, this.runs)
    this.kept = keptRuns(this.was, this.is, this.runs)
    this.leads = this.was.leads
      .map((was, kind) => ({ was, is: this.is.leads[kind] ?? [] }))
      .filter(({ was, is }) => was.length + is.length > 0)
    this.wordsWere = new WordFinder(this.was.normalized)
    this.wordsAre = new WordFinder(this.is.normalized)
  }

  map(span: TextRange): MappedTarget {
    const trimmed = trimSpan(this.from, span.start, span.end)
    const start = this.was.offsets.toNormalized(trimmed.start)
    if (trimmed.start === trimmed.end) return this.orphaned(start)
    const end = this.was.offsets.toNormalized(trimmed.end - 1) + 1
    const run = this.runs[lastRunFrom(this.runs, start)]
    if (run && end <= run.from + run.length && this.isUntouched(start, end, run)) {
      const shift = run.to - run.from
      return { state: 'ANCHORED', ...this.rangeIn(start + shift, end + shift) }
    }
    return this.changed(start, end)
  }

  /** Whether the sentences around a range of an equal run lie in the run as a whole. */
  private isUntouched(start: number, end: number, run: EqualRun): boolean {
    const { starts, isLedIn, ends, apart } = this.common
    let first = lastAtMost(starts, start)
    if (isLedIn[first]) first--
    const sentenceStart = starts[first] ?? -1
    const sentenceEnd = ends[firstAtLeast(ends, end)] ?? Number.POSITIVE_INFINITY
    if (sentenceStart < run.from || sentenceEnd > run.from + run.length) return false
    const now = start + run.to - run.from
    if (!this.leads.every(leads => this.isKept(leadAt(leads.was, start), leadAt(leads.is, now)))) return false
    const join = apart[firstAtLeast(apart, sentenceStart)]
    return join === undefined || join >= sentenceEnd
  }

  /** Whether the words that led in to a place still do, and no others: either may be a lead in one text's lines only. */
  private isKept(was: Lead | undefined, is: Lead | undefined): boolean {
    const runOf = was && this.runs[lastRunFrom(this.runs, was.words.start)]
    if (was && !(runOf && was.words.end <= runOf.from + runOf.length)) return false
    const runTo = is && this.runs[lastRunTo(this.runs, is.words.start)]
    return !is || (runTo !== undefined && is.words.end <= runTo.to + runTo.length)
  }

  private changed(start: number, end: number): MappedTarget {
    const range = { start: this.startNow(start), end: this.endNow(end) }
    const isWordless = !this.wordsWere.isIn(start, end)
    const saysSomething = range.start < range.end && (isWordless || this.wordsAre.isIn(range.start, range.end))
    if (!saysSomething || !this.hasPlace(start, end)) return this.orphaned(start)
    const now = this.rangeIn(range.start, range.end)
    if (now.start === now.end) return this.orphaned(start)
    return { state: 'CHANGED', ...this.noLongerThanASpan(now) }
  }

  /** Whether a word of the sentences around a range is left. */
  private hasPlace(start: number, end: number): boolean {
    const sentenceStart = this.was.starts.lastUpTo(start)
    const sentenceEnd = this.was.ends.firstFrom(end)
    for (let index = Math.max(0, lastRunFrom(this.kept, sentenceStart)); ; index++) {
      const run = this.kept[index]
      if (!run || run.from >= sentenceEnd) return false
      const from = Math.max(run.from, sentenceStart)
      if (this.wordsWere.isIn(from, Math.min(run.from + run.length, sentenceEnd))) return true
    }
  }

  private startNow(start: number): number {
    const index = lastRunFrom(this.kept, start)
    const run = this.kept[index]
    if (!run) return 0
    return run.to + Math.min(start - run.from, run.length)
  }

  private endNow(end: number): number {
    const index = lastRunFrom(this.kept, end - 1)
    const run = this.kept[index]
    if (run && end <= run.from + run.length) return run.to + end - run.from
    return this.kept[index + 1]?.to ?? this.is.normalized.length
  }

  private orphaned(start: number): MappedTarget {
    const now = this.startNow(start)
    const at = now < this.is.normalized.length ? this.is.offsets.toOriginal(now) : this.to.length
    const place = snapToGraphemes(this.to, at, at).start
    return { state: 'ORPHANED', start: place, end: place }
  }

  /** Where a sentence gave way to pages, only their beginning: a span may not be longer. */
  private noLongerThanASpan({ start, end }: TextRange): TextRange {
    if (end - start <= MAX_SPAN_LENGTH) return { start, end }
    return snapToGraphemes(this.to, start, Math.max(graphemeStart(this.to, start + MAX_SPAN_LENGTH), start + 1))
  }

  /** A range of the new normalised text as one of the new text, whole characters. */
  private rangeIn(start: number, end: number): TextRange {
    return snapToGraphemes(this.to, this.is.offsets.toOriginal(start), this.is.offsets.toOriginal(end - 1) + 1)
  }
}

function inPieces({ normalized }: SentenceText): ChunkedText {
  return { text: normalized, starts: pieceStarts(normalized), separator: ' ' }
}

function keptRuns(was: SentenceText, is: SentenceText, runs: readonly EqualRun[]): EqualRun[] {
  const hunks = withoutCrumbs(was.normalized, hunksBetween(runs, was.normalized.length, is.normalized.length))
  const kept: EqualRun[] = []
  let from = 0
  let to = 0
  for (const hunk of hunks) {
    if (hunk.fromStart > from) kept.push({ from, to, length: hunk.fromStart - from })
    from = hunk.fromEnd
    to = hunk.toEnd
  }
  if (from < was.normalized.length) kept.push({ from, to, length: was.normalized.length - from })
  return kept
}

/** Index of the last run that begins at or before an offset of the old text, or -1. */
function lastRunFrom(runs: readonly EqualRun[], offset: number): number {
  return firstWhere(0, runs.length, index => (runs[index]?.from ?? 0) > offset) - 1
}

/** The same of the new text. */
function lastRunTo(runs: readonly EqualRun[], offset: number): number {
  return firstWhere(0, runs.length, index => (runs[index]?.to ?? 0) > offset) - 1
}
