import type { TextRange } from './graphemes'
import type { SentenceIndex } from './sentence-index'
import { segmenterFor } from './sentences'
import type { TextStops } from './text-stops'

/** What is no word to Unicode, yet changes what a figure says: "40 %", "€ 5". */
const SAYS_SOMETHING = /[\p{Sc}%‰‱°′″§]/u

/**
 * Where words begin and end (UAX #29, with a dictionary for Chinese, Japanese, Thai and their neighbours), one sentence
 * at a time, so that a step costs its sentence. Punctuation is passed over; signs of percent, money and degree count.
 */
export class WordStops implements TextStops {
  private latest: { sentence: TextRange; words: readonly TextRange[] } | null = null

  constructor(private readonly sentences: SentenceIndex) {}

  nextStart(offset: number): number | null {
    return this.onward(offset, words => words.find(({ start }) => start > offset)?.start)
  }

  nextEnd(offset: number): number | null {
    return this.onward(offset, words => words.find(({ end }) => end > offset)?.end)
  }

  previousStart(offset: number): number | null {
    return this.back(offset, words => words.findLast(({ start }) => start < offset)?.start)
  }

  /** Or a sentence's, so that what shrinks by a word after growing past a full stop keeps the full stop. */
  previousEnd(offset: number): number | null {
    const word = this.back(offset, words => words.findLast(({ end }) => end < offset)?.end)
    const sentence = this.sentences.previousEnd(offset)
    return word === null || sentence === null ? word : Math.max(word, sentence)
  }

  /** The word at an offset, or the one that ends there; null between words. */
  at(offset: number): TextRange | null {
    const sentence = this.sentences.at(offset)
    const words = sentence ? this.wordsOf(sentence) : []
    return (
      words.find(({ start, end }) => start <= offset && offset < end) ?? words.find(({ end }) => end === offset) ?? null
    )
  }

  private onward(offset: number, pick: (words: readonly TextRange[]) => number | undefined): number | null {
    let sentence = this.sentences.at(offset)
    if (!sentence || sentence.end <= offset) sentence = this.startingAt(this.sentences.nextStart(offset))
    while (sentence) {
      const found = pick(this.wordsOf(sentence))
      if (found !== undefined) return found
      sentence = this.startingAt(this.sentences.nextStart(sentence.start))
    }
    return null
  }

  private back(offset: number, pick: (words: readonly TextRange[]) => number | undefined): number | null {
    let sentence = this.sentences.at(offset) ?? this.startingAt(this.sentences.previousStart(offset))
    while (sentence) {
      const found = pick(this.wordsOf(sentence))
      if (found !== undefined) return found
      sentence = this.startingAt(this.sentences.previousStart(sentence.start))
    }
    return null
  }

  private startingAt(start: number | null): TextRange | null {
    return start === null ? null : this.sentences.at(start)
  }

  private wordsOf(sentence: TextRange): readonly TextRange[] {
    if (this.latest?.sentence === sentence) return this.latest.words
    const { text, locale } = this.sentences
    const words: TextRange[] = []
    const content = text.slice(sentence.start, sentence.end)
    for (const { index, segment, isWordLike } of segmenterFor(locale, 'word').segment(content)) {
      if (!isWordLike && !SAYS_SOMETHING.test(segment)) continue
      words.push({ start: sentence.start + index, end: sentence.start + index + segment.length })
    }
    this.latest = { sentence, words }
    return words
  }
}
