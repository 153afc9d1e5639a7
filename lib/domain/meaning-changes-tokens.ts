import { unifyQuoteMark } from './anchor-normalization'
import type { TextRange } from './graphemes'
import { kindOfWord, LONGEST_UNSPACED, type MeaningKind } from './meaning-changes-words'
import { hasWord, tokenStarts } from './text-diff-tokens'

/** One word, number or sign of a wording, with what it bears on. */
export interface MeaningToken extends TextRange {
  /** As it is compared: quote marks unified. */
  readonly text: string
  readonly kind: MeaningKind
}

/** Most words of a phrase in the lists. */
const LONGEST_PHRASE = 3
/** ISO and other dates in figures, times of day. */
const FIGURES_OF_DATES =
  /\p{Nd}{4}-\p{Nd}{2}(?:-\p{Nd}{2})?|\p{Nd}{1,2}([./])\p{Nd}{1,2}\1(?:\p{Nd}{4}|\p{Nd}{2})|\p{Nd}{1,2}:\p{Nd}{2}/gu
const YEAR = /^(?:1[0-9]|20)[0-9]{2}$/
const NUMERIC = /^\p{N}/u
const NUMBER_WITH_LETTERS = /^(\p{Nd}(?:[\p{Nd}.,'\u066b\u066c]*\p{Nd})?)(\p{L}.*)$/su
const ORDINAL_ENDING = /^(?:st|nd|rd|th|er|re|e|o|a|º|ª)$/
const SIGN_OF_NUMBERS = /^[-−+<>≤≥±~≈½¼¾]$/
const UNIT_SIGN = /^[%‰‱°℃℉\p{Sc}]$/u
const ENDS_SENTENCE = /^[\p{Sentence_Terminal}:"'([{«„]$/u
/** Small letters that a word of the list may have before it: "and", "so", "the", "in", "that" of Arabic and Hebrew. */
const PREFIXED = /^[وفבהושלמכ]/u

interface Word extends TextRange {
  readonly text: string
}

/** The tokens of two wordings, without their spaces. What is a name in one is a name in the other. `language` is a BCP 47 tag. */
export function meaningTokens(
  wordings: readonly [string, string],
  language: string | undefined,
): [MeaningToken[], MeaningToken[]] {
  const words = [wordsOf(wordings[0]), wordsOf(wordings[1])] as const
  const hasNouns = /^(?:de|lb)\b/i.test(language ?? '')
  const names = hasNouns ? new Set<string>() : new Set([...namesIn(words[0]), ...namesIn(words[1])])
  return [tokensOf(wordings[0], words[0], names), tokensOf(wordings[1], words[1], names)]
}

function tokensOf(wording: string, words: readonly Word[], names: ReadonlySet<string>): MeaningToken[] {
  const kinds = kindsByLists(words)
  markNumbers(wording, words, kinds)
  return words.map((word, index) => ({ ...word, kind: kinds[index] ?? (names.has(word.text) ? 'NAME' : 'OTHER') }))
}

function wordsOf(wording: string): Word[] {
  const starts = tokenStarts(wording, { start: 0, end: wording.length })
  const words: Word[] = []
  const add = (start: number, end: number) =>
    words.push({ start, end, text: Array.from(wording.slice(start, end), unifyQuoteMark).join('') })
  for (let index = 0; index + 1 < starts.length; index++) {
    const start = starts[index] ?? 0
    const end = starts[index + 1] ?? 0
    const token = wording.slice(start, end)
    if (/^\p{White_Space}+$/u.test(token)) continue
    const [, number, letters] = NUMBER_WITH_LETTERS.exec(token) ?? []
    if (number !== undefined && letters !== undefined && !ORDINAL_ENDING.test(letters)) {
      add(start, start + number.length)
      add(start + number.length, end)
    } else {
      add(start, end)
    }
  }
  return words
}

function kindsByLists(words: readonly Word[]): (MeaningKind | undefined)[] {
  const kinds = new Array<MeaningKind | undefined>(words.length).fill(undefined)
  for (let index = 0; index < words.length; ) {
    const { length, kind } = listedAt(words, index)
    kinds.fill(kind, index, index + length)
    index += length
  }
  return kinds
}

/** The longest phrase of the lists that begins at a word, spelled with spaces or, where the text has none, without. */
function listedAt(words: readonly Word[], index: number): { length: number; kind: MeaningKind | undefined } {
  const first = words[index]
  let spaced = ''
  let phrase = first?.text.toLowerCase() ?? ''
  let length = 1
  let kind: MeaningKind | undefined = first && kindOfOne(words, index)
  for (let next = index + 1; next < words.length && next < index + LONGEST_UNSPACED; next++) {
    const word = words[next]
    if (!word) break
    const isTouching = word.start === words[next - 1]?.end
    if (!isTouching && next >= index + LONGEST_PHRASE) break
    spaced = isTouching ? '' : ' '
    phrase += spaced + word.text.toLowerCase()
    const found = kindOfWord(phrase)
    if (found) {
      kind = found
      length = next - index + 1
    }
  }
  return { length, kind }
}

function kindOfOne(words: readonly Word[], index: number): MeaningKind | undefined {
  const text = words[index]?.text ?? ''
  const word = text.toLowerCase()
  // The month and the verb are told apart by their capital, which a sentence's first word has anyway.
  if (word === 'may') {
    const isMonth = text !== word && (!isFirst(words, index) || NUMERIC.test(words[index + 1]?.text ?? ''))
    return isMonth ? 'DATE' : 'MODALITY'
  }
  if (text === 'march' || text === 'august') return undefined
  const listed = kindOfWord(word)
  if (listed) return listed
  if (/n't$/.test(word) || /^n'\p{L}/u.test(word)) return 'NEGATION'
  if (UNIT_SIGN.test(text)) return 'UNIT'
  return PREFIXED.test(word) && word.length > 2 ? kindOfWord(word.slice(1)) : undefined
}

function markNumbers(wording: string, words: readonly Word[], kinds: (MeaningKind | undefined)[]): void {
  const dates = Array.from(wording.matchAll(FIGURES_OF_DATES), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
  words.forEach((word, index) => {
    const isInDate = dates.some(({ start, end }) => start <= word.start && word.end <= end)
    if (isInDate) kinds[index] = 'DATE'
    else if (NUMERIC.test(word.text)) kinds[index] = isDateNumber(words, kinds, index) ? 'DATE' : 'NUMBER'
    else if (SIGN_OF_NUMBERS.test(word.text) && isSignOf(words, index)) kinds[index] = 'NUMBER'
  })
}

/** A year, or the day beside a month. */
function isDateNumber(words: readonly Word[], kinds: readonly (MeaningKind | undefined)[], index: number): boolean {
  const isBeforeUnit = kinds[index + 1] === 'UNIT' || kinds[index + 1] === 'NUMBER'
  if (YEAR.test(words[index]?.text ?? '') && !isBeforeUnit) return true
  return [-2, -1, 1, 2].some(step => {
    const between = words[index + step / 2]?.text
    return (
      kinds[index + step] === 'DATE' &&
      (Math.abs(step) === 1 || between === '.' || between === 'of' || between === 'de')
    )
  })
}

/** Whether a sign belongs to the number after it: "-4", not "1-4" or "Anglo-4". */
function isSignOf(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  const before = words[index - 1]
  const isHyphen =
    before !== undefined &&
    before.end === words[index]?.start &&
    hasWord(before.text, { start: 0, end: before.text.length })
  return next !== undefined && NUMERIC.test(next.text) && next.start === words[index]?.end && !isHyphen
}

/** Words with a capital that no sentence begins with, and acronyms. */
function namesIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text }, index) => {
    const isAcronym = /^\p{Lu}[\p{Lu}\p{Nd}]+$/u.test(text)
    const isCapital = /^[\p{Lu}\p{Lt}]/u.test(text) && text.length > 1 && !isFirst(words, index)
    return isAcronym || isCapital ? [text] : []
  })
}

function isFirst(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]
  return before === undefined || ENDS_SENTENCE.test(before.text)
}
