import { type Block, blockAt, blocksOf } from './blocks'
import { graphemeStart, type TextRange, trimSpan } from './graphemes'
import { MAX_SPAN_LENGTH } from './selectors'
import { sentencesIn } from './sentences'
import type { TextStops } from './text-stops'

/** Intl.Segmenter slows down with the square of its input, so a long line is given to it in parts of this many UTF-16 units. */
const AT_ONCE = 4_000

/**
 * The sentences of one text, found line by line when first asked for and then kept: a step costs the line it leads to,
 * however long the text. A sentence has no whitespace at its ends and is at most as long as a span may be. `locale` is
 * a BCP 47 tag.
 */
export class SentenceIndex implements TextStops {
  private readonly lines: readonly Block[]
  private readonly known = new Map<number, readonly TextRange[]>()
  /** How many sentences stand before each line; as far as they were counted. */
  private readonly before: number[] = [0]

  constructor(
    readonly text: string,
    readonly locale: string,
  ) {
    this.lines = blocksOf(text)
  }

  /** The sentence at an offset, or the nearest one before it in its line, or the line's first; null on a blank line. */
  at(offset: number): TextRange | null {
    const line = blockAt(this.lines, offset)
    if (!line) return null
    const sentences = this.sentencesOf(line.index)
    return sentences[Math.max(0, firstWhere(sentences, ({ start }) => start > offset) - 1)] ?? null
  }

  nextStart(offset: number): number | null {
    return this.find(offset, 1, ({ start }) => start > offset)?.start ?? null
  }

  nextEnd(offset: number): number | null {
    return this.find(offset, 1, ({ end }) => end > offset)?.end ?? null
  }

  previousStart(offset: number): number | null {
    return this.find(offset, -1, ({ start }) => start < offset)?.start ?? null
  }

  previousEnd(offset: number): number | null {
    return this.find(offset, -1, ({ end }) => end < offset)?.end ?? null
  }

  /** Counts on, line by line, until this says to stop; true once all are counted. */
  count(isOver: () => boolean): boolean {
    while (this.before.length <= this.lines.length) {
      const line = this.before.length - 1
      this.before.push((this.before[line] ?? 0) + this.sentencesOf(line).length)
      if (isOver()) break
    }
    return this.before.length > this.lines.length
  }

  /** Which sentence of how many this is, from 1; null until all are counted. */
  placeOf(sentence: TextRange): { number: number; total: number } | null {
    const total = this.before[this.lines.length]
    const line = blockAt(this.lines, sentence.start)
    if (total === undefined || !line) return null
    const within = firstWhere(this.sentencesOf(line.index), ({ start }) => start >= sentence.start)
    return { number: (this.before[line.index] ?? 0) + within + 1, total }
  }

  /** The first sentence that fits from an offset's line on, or the last one from there back. */
  private find(offset: number, by: 1 | -1, fits: (sentence: TextRange) => boolean): TextRange | null {
    const from = blockAt(this.lines, Math.max(0, Math.min(offset, this.text.length)))
    for (let index = from?.index ?? 0; index >= 0 && index < this.lines.length; index += by) {
      const sentences = this.sentencesOf(index)
      const at = by > 0 ? firstWhere(sentences, fits) : firstWhere(sentences, sentence => !fits(sentence)) - 1
      const found = sentences[at]
      if (found) return found
    }
    return null
  }

  private sentencesOf(index: number): readonly TextRange[] {
    const known = this.known.get(index)
    if (known) return known
    const line = this.lines[index]
    const sentences = line ? sentencesOfLine(line.text, this.locale) : []
    const placed = sentences.map(sentence => {
      const { start, end } = trimSpan(this.text, (line?.start ?? 0) + sentence.start, (line?.start ?? 0) + sentence.end)
      return { start, end }
    })
    this.known.set(index, placed)
    return placed
  }
}

/** The sentences of one line: in parts, each begun where a sentence begins, so that no part's edge makes an end. */
function sentencesOfLine(line: string, locale: string): TextRange[] {
  const found: TextRange[] = []
  for (let from = 0; from < line.length; ) {
    const to = line.length - from <= MAX_SPAN_LENGTH ? line.length : from + AT_ONCE
    const part = sentencesIn(line.slice(from, to), locale).map(({ start, end }) => ({
      start: from + start,
      end: from + end,
    }))
    const isLast = to === line.length
    // The last one of a part may go on beyond it, so the next part begins with it.
    const whole = isLast || part.length < 2 ? part : part.slice(0, -1)
    const end = whole.at(-1)?.end ?? to
    const isCut = !isLast && part.length < 2
    const next = isCut ? cutBefore(line, from, to) : isLast ? line.length : end
    found.push(...(isCut ? [{ start: whole[0]?.start ?? from, end: next }] : whole))
    from = next
  }
  return found.filter(({ start, end }) => line.slice(start, end).trim() !== '')
}

/** Where to cut what has no end: after a space if there is one, and between characters in any case. */
function cutBefore(line: string, from: number, to: number): number {
  const space = line.lastIndexOf(' ', to - 1) + 1
  const cut = space > from ? space : graphemeStart(line, to)
  return cut > from ? cut : to
}

/** Index of the first element for which this holds, as it does for all after it; their number if none. O(log n). */
function firstWhere<T>(sorted: readonly T[], holds: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const element = sorted[middle]
    if (element !== undefined && holds(element)) high = middle
    else low = middle + 1
  }
  return low
}
