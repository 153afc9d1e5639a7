/**
 * Documents, targets and edits made from seeds, so that every peer and every run works on the same. Offsets are UTF-16
 * units over a text whose paragraphs are joined by line feeds, as canonical text is.
 */

export interface Corpus {
  readonly text: string
  /** The words of each paragraph; joined by single spaces they are its text. */
  readonly paragraphs: readonly (readonly string[])[]
  /** Where each word of the text begins and ends. */
  readonly words: readonly Place[]
  /** Sentences that stand in the text more than once, as word numbers: quotes from them are ambiguous. */
  readonly repeated: readonly { readonly first: number; readonly length: number }[]
}

export interface Place {
  readonly start: number
  readonly end: number
}

export interface BenchTarget extends Place {
  readonly id: string
  /** One of four kinds of highlight. */
  readonly kind: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

const SYLLABLES =
  'ba be bo bu da de di do fa fe fi ga ge go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  )
const VOCABULARY = 4_000
const PARAGRAPH_WORDS = 70
const CONTEXT = 32

/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A text of about this many made-up words, common ones far more frequent than rare ones, one sentence in seven said before. */
export function makeCorpus(wordCount: number, seed = 42): Corpus {
  const random = randomFrom(seed)
  const vocabulary = [...makeVocabulary(random)]
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 13) }, () => {
      return vocabulary[Math.floor(VOCABULARY * random() ** 3)] ?? ''
    })
    words[0] = capitalized(words[0] ?? '')
    words[words.length - 1] += '.'
    return words
  }
  const saidOften = Array.from({ length: Math.max(6, Math.floor(wordCount / 400)) }, sentence)
  const paragraphs: string[][] = []
  const repeated: { first: number; length: number }[] = []
  for (let count = 0; count < wordCount; ) {
    const paragraph: string[] = []
    while (paragraph.length < PARAGRAPH_WORDS && count < wordCount) {
      const isRepeated = random() < 0.15
      const words = isRepeated ? (saidOften[Math.floor(random() * saidOften.length)] ?? []) : sentence()
      if (isRepeated) repeated.push({ first: count, length: words.length })
      paragraph.push(...words)
      count += words.length
    }
    paragraphs.push(paragraph)
  }
  return corpusOf(paragraphs, repeated)
}

/** Passages of 3 to 60 words, one in five from a sentence that stands elsewhere too; they overlap, nest and cross paragraphs. */
export function makeTargets(corpus: Corpus, count: number, seed = 7): BenchTarget[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const sentence = random() < 0.2 ? corpus.repeated[Math.floor(random() * corpus.repeated.length)] : undefined
    const length = 3 + Math.floor(random() * (sentence ? sentence.length - 2 : 58))
    const room = Math.max(1, (sentence ? sentence.length : corpus.words.length) - length + 1)
    const first = (sentence?.first ?? 0) + Math.floor(random() * room)
    return targetOver(corpus, index, first, first + length - 1)
  })
}

/** The target from one word to another, both included. */
export function targetOver(corpus: Corpus, index: number, first: number, last: number): BenchTarget {
  const { text, words } = corpus
  const start = words[first]?.start ?? 0
  const end = words[Math.min(last, words.length - 1)]?.end ?? text.length
  return {
    id: `t${index}`,
    kind: index % 4,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}

export interface EditedCorpus {
  readonly corpus: Corpus
  /** Where the words of a target stand now, and whether they are the very same: nothing within was edited. */
  truthOf(target: Place): Place & { readonly isIntact: boolean }
}

/** Edits one word in a hundred: of those 60 % become another word, 20 % go, before 20 % a word is put. */
export function editCorpus(before: Corpus, rate = 0.01, seed = 99): EditedCorpus {
  const random = randomFrom(seed)
  // Of every old word: its number in the new text; -1 where it is gone.
  const becomes = new Int32Array(before.words.length)
  const isReplaced = new Uint8Array(before.words.length)
  const paragraphs: string[][] = []
  let was = 0
  let now = 0
  for (const paragraph of before.paragraphs) {
    const edited: string[] = []
    for (const word of paragraph) {
      const kind = random() < rate ? random() : 1
      const other = `zx${Math.floor(random() * 46_656).toString(36)}q`
      if (kind < 0.6) isReplaced[was] = 1
      if (kind >= 0.8 && kind < 1) {
        edited.push(other)
        now++
      }
      const isGone = kind >= 0.6 && kind < 0.8 && paragraph.length > 2
      becomes[was++] = isGone ? -1 : now
      if (isGone) continue
      edited.push(kind < 0.6 ? other : word)
      now++
    }
    paragraphs.push(edited)
  }
  const corpus = corpusOf(paragraphs, [])
  return { corpus, truthOf: target => truthOf(before, corpus, becomes, isReplaced, target) }
}

function truthOf(before: Corpus, after: Corpus, becomes: Int32Array, isReplaced: Uint8Array, target: Place) {
  const first = firstWordFrom(before.words, target.start)
  let last = first
  while ((before.words[last + 1]?.start ?? Number.POSITIVE_INFINITY) < target.end) last++
  const old = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const kept = old.map(word => becomes[word] ?? -1).filter(word => word >= 0)
  const start = after.words[kept[0] ?? 0]?.start ?? 0
  const isIntact =
    kept.length === old.length &&
    !old.some(word => isReplaced[word] === 1) &&
    (kept.at(-1) ?? 0) - (kept[0] ?? 0) === old.length - 1
  return { start, end: kept.length === 0 ? start : (after.words[kept.at(-1) ?? 0]?.end ?? start), isIntact }
}

/** Number of the first word that begins at or after an offset. */
export function firstWordFrom(words: readonly Place[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function* makeVocabulary(random: () => number): Generator<string> {
  const seen = new Set<string>()
  while (seen.size < VOCABULARY) {
    const length = 1 + Math.floor(random() * 4)
    let word = ''
    for (let at = 0; at < length; at++) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)]
    if (random() < 0.4) word += 'nrst'[Math.floor(random() * 4)]
    if (seen.has(word)) continue
    seen.add(word)
    yield word
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function corpusOf(paragraphs: readonly (readonly string[])[], repeated: Corpus['repeated']): Corpus {
  const words: Place[] = []
  let offset = 0
  for (const paragraph of paragraphs) {
    for (const word of paragraph) {
      words.push({ start: offset, end: offset + word.length })
      offset += word.length + 1
    }
  }
  return { text: paragraphs.map(paragraph => paragraph.join(' ')).join('\n'), paragraphs, words, repeated }
}
