/**
 * A statement as a person would keep it on paper: a few sentences, each in one of its wordings or struck out. What becomes of
 * a passage in another text can be read off that, without comparing texts letter by letter. Two sentences stand in every
 * text, so that nobody can wonder whether what comes after a struck one took its place.
 */
const SENTENCES: readonly (readonly string[])[] = [
  ['Arrivals at the harbour rose by a third last year.', 'Arrivals at the harbour rose by a quarter last year.'],
  ['No ship waited longer than one day outside it.', 'No ship waited longer than two days outside it.'],
  ['So much about traffic in ordinary months of business.'],
  ['Two berths were built beside Northern Pier.', 'Two berths were never built beside Northern Pier.'],
  ['Its basin was dredged to nine metres this spring.', 'Its basin was dredged to nine feet this spring.'],
  ['Fees for pilots will fall soon, officials said.', 'Fees for pilots may fall soon, officials said.'],
  ['Thank you, everyone, and come back when you can.'],
]
/** White space that keeps sentences apart: which one says nothing. */
export const GAPS = [' ', '  ', '\u00a0'] as const

/** How each sentence is worded; null for one that is struck out. */
export type Wordings = readonly (number | null)[]
/** One version of the text. */
export type Text = { version: number; wordings: Wordings; gap: string }

/** Neighbouring sentences, by their numbers, or a part of one that all its wordings have. */
export type Place = { sentences: readonly number[]; part: string | null }
export const PLACES: readonly Place[] = [
  ...[0, 1, 3, 4, 5].map(number => ({ sentences: [number], part: null })),
  { sentences: [0, 1], part: null },
  { sentences: [3], part: 'Two berths' },
]

/** A passage as it was last accepted: highlighted, found unchanged, or looked at by a person. */
export type Passage = { place: Place; wordings: Wordings; quote: string; version: number }
export type State = 'ANCHORED' | 'CHANGED' | 'ORPHANED'

export const FIRST_TEXT: Text = { version: 1, wordings: SENTENCES.map(() => 0), gap: ' ' }

/** What may become of a sentence. */
export function wordingsOf(sentence: number): Wordings {
  const all = (SENTENCES[sentence] ?? []).map((_words, wording) => wording)
  return all.length > 1 ? [...all, null] : all
}

/** The whole text. */
export function textOf(text: Text): string {
  return quoteOf(text, { sentences: SENTENCES.map((_wordings, number) => number), part: null })
}

/** What stands at a place. */
export function quoteOf({ wordings, gap }: Text, { sentences, part }: Place): string {
  const words = sentences.flatMap(number => SENTENCES[number]?.[wordings[number] ?? -1] ?? [])
  return part !== null && words.length > 0 ? part : words.join(gap)
}

/** Whether all of a place stands in a text. */
export function stands(text: Text, { sentences }: Place): boolean {
  return sentences.every(number => text.wordings[number] !== null)
}

/** A passage that someone has just selected. */
export function accepted(text: Text, place: Place): Passage {
  const { version, wordings } = text
  return {
    place,
    wordings: place.sentences.map(number => wordings[number] ?? null),
    quote: quoteOf(text, place),
    version,
  }
}

/** What became of a passage: the same words, other words, or none of its sentences. */
export function stateOf(text: Text, { place, wordings }: Passage): State {
  const now = place.sentences.map(number => text.wordings[number] ?? null)
  if (now.every(wording => wording === null)) return 'ORPHANED'
  return now.every((wording, index) => wording === wordings[index]) ? 'ANCHORED' : 'CHANGED'
}

/** Where a passage is now: what is left of its sentences. */
export function placeNow(text: Text, { place }: Passage): Place {
  return { ...place, sentences: place.sentences.filter(number => text.wordings[number] !== null) }
}

/** What is shown of a passage: its words now, or, where they are gone, those it had. */
export function quoteNow(text: Text, passage: Passage): string {
  return stateOf(text, passage) === 'ORPHANED' ? passage.quote : quoteOf(text, placeNow(text, passage))
}

/** A passage in a new text: accepted again where its words stand. */
export function followed(text: Text, passage: Passage): Passage {
  return stateOf(text, passage) === 'ANCHORED' ? accepted(text, passage.place) : passage
}

/** Words without what the white space between them is. */
export function plain(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** Whether a quote stands in a text, white space aside. */
export function contains(text: Text, quote: string): boolean {
  return plain(textOf(text)).includes(plain(quote))
}

/** Equal for the same place. */
export function keyOf({ sentences, part }: Place): string {
  return `${sentences.join('+')} ${part ?? ''}`
}

export function covers(wide: Place, narrow: Place): boolean {
  const isWithin = narrow.sentences.every(number => wide.sentences.includes(number))
  return isWithin && (wide.part === null || wide.part === narrow.part)
}
