import { normalizeForAnchoring } from './anchor-normalization'
import { firstAtLeast } from './binary-search'
import { isGraphemeBoundary, snapToGraphemes, type TextRange, trimSpan } from './graphemes'
import { foldForLikeness, squeeze } from './quote-index-folding'
import { type GramIndex, gramIndex } from './quote-index-grams'
import { type LikenessIndex, likePassages } from './quote-index-likeness'
import { isWithinWord } from './quote-index-words'
import type { Quote } from './selectors'

/** A quote from elsewhere, such as another tool's annotation. */
export interface ForeignQuote extends Quote {
  /**
   * The offsets that came with it, in UTF-16 code units of this very text. Leave them out where they may count in
   * another text: they break a tie among places where the words stand and confirm a short quote, and do nothing else.
   */
  readonly at?: TextRange | undefined
}

export type QuoteAnchor =
  | { readonly kind: 'anchored'; readonly start: number; readonly end: number }
  /**
   * The words stand in the text, but which place is meant, or whether this one is, only a person can say. `places` are
   * the likeliest, those with the most equal context first; `count` counts up to `MAX_COUNTED`.
   */
  | {
      readonly kind: 'ambiguous'
      /** The context holds nowhere; at several places; or at one, with too little to be sure of it. */
      readonly because: 'CONTEXT_DIFFERS' | 'SEVERAL_PLACES' | 'TOO_LITTLE'
      readonly places: readonly TextRange[]
      readonly count: number
    }
  /** The words do not stand in the text. */
  | { readonly kind: 'absent' }

export interface QuoteIndex {
  anchor(quote: ForeignQuote): QuoteAnchor
  /** Passages that may be meant, the likeliest first: whole words and characters. For a person to choose from; never to be applied without one. */
  suggest(quote: Quote, limit?: number): TextRange[]
}

/** Nobody needs to know more of an ambiguous quote. */
export const MAX_COUNTED = 100
/** Places given of an ambiguous quote. */
export const MAX_PLACES = 5
const MAX_SUGGESTIONS = 5

/**
 * Letters that must agree, those of context included, before a quote is anchored without a person: about four words.
 * Fewer may stand once in a text by chance, or once because the other place was edited.
 */
export const MIN_EVIDENCE = 20
/** What a character counts where one writes a syllable or a word. */
const SYLLABLE_EVIDENCE = 3
/** Scripts that leave no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Anchors many quotes in one text: O(length) once, then about the length of each quote, in repetitive texts too.
 *
 * The words must stand there byte for byte or, failing that, with whitespace runs and quote marks unified; context that
 * is given must hold on both sides, whitespace aside. Anchored is what then has exactly one place (`at` may choose among
 * several) and enough to go by: `MIN_EVIDENCE` letters, context included; without any context also more than one word;
 * no word or number cut at an end without context; or `at` saying the same. All else is for a person: a quote between
 * other words than its context says, one of several alike, one too short. Nothing that differs from the text in a letter, an accent or an invisible character ever anchors.
 */
export function quoteIndex(text: string): QuoteIndex {
  let exactIndex: ExactIndex | undefined
  let likenessIndex: LikenessIndex | undefined
  const anchor = (quote: ForeignQuote): QuoteAnchor => {
    exactIndex ??= indexExactly(text)
    return anchorIn(exactIndex, quote)
  }
  return {
    anchor,
    suggest(quote, limit = MAX_SUGGESTIONS) {
      const found = anchor(quote)
      const standing = found.kind === 'anchored' ? [found] : found.kind === 'ambiguous' ? found.places : []
      const places = standing.slice(0, limit).map(({ start, end }) => ({ start, end }))
      if (places.length >= limit) return places
      if (!likenessIndex) {
        const folded = foldForLikeness(text)
        likenessIndex = { text, folded, grams: gramIndex(folded.units) }
      }
      for (const like of likePassages(likenessIndex, quote, limit)) {
        const isKnown = places.some(place => place.start < like.end && like.start < place.end)
        if (!isKnown && places.length < limit) places.push(like)
      }
      return places
    },
  }
}

interface ExactIndex {
  readonly text: string
  readonly offsets: Int32Array
  readonly grams: GramIndex
}

function indexExactly(text: string): ExactIndex {
  const { units, offsets } = squeeze(text)
  return { text, offsets, grams: gramIndex(units) }
}

function anchorIn(index: ExactIndex, quote: ForeignQuote): QuoteAnchor {
  const exact = squeeze(quote.exact).units
  if (exact.length === 0) return { kind: 'absent' }
  const prefix = squeeze(quote.prefix ?? '').units
  const suffix = squeeze(quote.suffix ?? '').units
  const hasContext = prefix.length + suffix.length > 0

  const inContext = standing(index, quote.exact, joined(prefix, exact, suffix), prefix.length, exact.length)
  if (inContext.places.length === 0) {
    const anywhere = hasContext ? standing(index, quote.exact, exact, 0, exact.length) : inContext
    return ambiguous(index, 'CONTEXT_DIFFERS', anywhere.places, prefix, suffix)
  }
  const { at } = quote
  const pointed = at && inContext.places.find(place => isSamePlace(index.text, place, at))
  if (pointed) return { kind: 'anchored', ...pointed }
  const [only, ...more] = inContext.places
  const isEnough =
    !cutsWord(index.text, only, prefix, suffix) &&
    evidenceOf(exact) + evidenceOf(prefix) + evidenceOf(suffix) >= MIN_EVIDENCE &&
    (hasContext || hasSeveralWords(quote.exact))
  if (only && more.length === 0 && inContext.isComplete && isEnough) return { kind: 'anchored', ...only }
  const isOne = more.length === 0 && inContext.isComplete
  return ambiguous(index, isOne ? 'TOO_LITTLE' : 'SEVERAL_PLACES', inContext.places, prefix, suffix)
}

function joined(...parts: readonly Uint16Array[]): Uint16Array {
  const whole = new Uint16Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Where a quote stands whose squeezed form is the `length` units from `skip` on of `needle`: byte for byte if it does so anywhere, else normalised. */
function standing(
  { text, offsets, grams }: ExactIndex,
  exact: string,
  needle: Uint16Array,
  skip: number,
  length: number,
): { places: TextRange[]; isComplete: boolean } {
  const core = trimSpan(exact, 0, exact.length)
  const lead = core.start
  const trail = exact.length - core.end
  const normalized = normalizeForAnchoring(exact)
  const { found, isComplete } = grams.places(needle, MAX_COUNTED)
  const verbatim: TextRange[] = []
  const equal: TextRange[] = []
  for (const place of found) {
    const start = offsets[place + skip] ?? 0
    const end = (offsets[place + skip + length - 1] ?? 0) + 1
    if (text.startsWith(exact, start - lead) && isWhole(text, start - lead, end + trail)) {
      verbatim.push(snapToGraphemes(text, start - lead, end + trail))
    } else if (isWhole(text, start, end) && normalizeForAnchoring(text.slice(start, end)) === normalized) {
      equal.push({ start, end })
    }
  }
  return { places: verbatim.length > 0 ? verbatim : equal, isComplete }
}

function isWhole(text: string, start: number, end: number): boolean {
  return start >= 0 && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
}

function isSamePlace(text: string, place: TextRange, at: TextRange): boolean {
  const { start, end } = snapToGraphemes(text, at.start, at.end)
  return place.start === start && place.end === end
}

/** As many letters as the units amount to. */
function evidenceOf(units: Uint16Array): number {
  let evidence = 0
  for (const unit of units) evidence += isSyllable(unit) ? SYLLABLE_EVIDENCE : 1
  return evidence
}

/** Kana, Han and Hangul syllables. */
function isSyllable(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)
}

/** True where a quote ends within a word or a number and no context on that side says so: "4.2 million" is not what "14.2 million" says. */
function cutsWord(text: string, place: TextRange | undefined, prefix: Uint16Array, suffix: Uint16Array): boolean {
  if (!place) return false
  return (
    (prefix.length === 0 && isWithinWord(text, place.start)) || (suffix.length === 0 && isWithinWord(text, place.end))
  )
}

function hasSeveralWords(exact: string): boolean {
  return /\S\s+\S/u.test(exact) || UNSPACED.test(exact)
}

/** Places at which only a person can tell, those with the most equal context first. */
function ambiguous(
  { offsets, grams }: ExactIndex,
  because: Extract<QuoteAnchor, { kind: 'ambiguous' }>['because'],
  places: readonly TextRange[],
  prefix: Uint16Array,
  suffix: Uint16Array,
): QuoteAnchor {
  if (places.length === 0) return { kind: 'absent' }
  const ranked = places.map(({ start, end }) => {
    const from = firstAtLeast(offsets, start)
    const to = firstAtLeast(offsets, end)
    return { start, end, context: equalBefore(grams.units, from, prefix) + equalAfter(grams.units, to, suffix) }
  })
  // Stable, so that equals stay in text order.
  ranked.sort((one, other) => other.context - one.context)
  const likeliest = ranked.slice(0, MAX_PLACES).map(({ start, end }) => ({ start, end }))
  return { kind: 'ambiguous', because, places: likeliest, count: places.length }
}

function equalBefore(units: Uint16Array, at: number, prefix: Uint16Array): number {
  let equal = 0
  while (equal < prefix.length && equal < at && units[at - 1 - equal] === prefix[prefix.length - 1 - equal]) equal++
  return equal
}

function equalAfter(units: Uint16Array, at: number, suffix: Uint16Array): number {
  let equal = 0
  while (equal < suffix.length && at + equal < units.length && units[at + equal] === suffix[equal]) equal++
  return equal
}
