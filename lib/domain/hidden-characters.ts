import { counted } from './sentence-words'

/**
 * Characters that change how a text reads without being seen: controls, bidirectional embeddings, overrides and isolates
 * (CVE-2021-42574), zero-width ones, and tags outside a flag. What scripts and emoji need is let be: the directional
 * marks, joiners and soft hyphens.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<![\u{1f3f4}\u{e0000}-\u{e007f}])[\u{e0000}-\u{e007f}]+/gu

export type TextRun = {
  /** UTF-16 offset in the text. */
  at: number
  text: string
  isHidden: boolean
}

/** The text in runs, with each hidden character by its name, such as U+202E, in a run of its own: seen, and without effect. */
export function revealed(text: string): TextRun[] {
  const runs: TextRun[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(HIDDEN)) {
    if (index > at) runs.push({ at, text: text.slice(at, index), isHidden: false })
    runs.push({ at: index, text: Array.from(found, nameOf).join(' '), isHidden: true })
    at = index + found.length
  }
  if (at < text.length) runs.push({ at, text: text.slice(at), isHidden: false })
  return runs
}

/** The same as one plain text, for titles and labels. */
export function plain(text: string): string {
  return revealed(text)
    .map(run => (run.isHidden ? `[${run.text}]` : run.text))
    .join('')
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A character that takes no ink, or looks like a plain space and is none. */
export type InvisibleCharacter = {
  /** UTF-16 offset in the text. */
  at: number
  /** UTF-16 units. */
  length: number
  /** Letters short enough to stand in the text: "NBSP". */
  short: string
  /** As Unicode names it, in small letters: "no-break space". */
  name: string
}

/** Those with a name of their own. Variation selectors and what joins or spells an emoji are part of what is seen. */
const INVISIBLE: ReadonlyMap<number, readonly [short: string, name: string]> = new Map([
  [0x00a0, ['NBSP', 'no-break space']],
  [0x00ad, ['SHY', 'soft hyphen']],
  [0x034f, ['CGJ', 'combining grapheme joiner']],
  [0x061c, ['ALM', 'Arabic letter mark']],
  [0x115f, ['HCF', 'Hangul choseong filler']],
  [0x1160, ['HJF', 'Hangul jungseong filler']],
  [0x180e, ['MVS', 'Mongolian vowel separator']],
  [0x2007, ['FSP', 'figure space']],
  [0x2008, ['PSP', 'punctuation space']],
  [0x2009, ['THSP', 'thin space']],
  [0x200a, ['HSP', 'hair space']],
  [0x200b, ['ZWSP', 'zero width space']],
  [0x200c, ['ZWNJ', 'zero width non-joiner']],
  [0x200d, ['ZWJ', 'zero width joiner']],
  [0x200e, ['LRM', 'left-to-right mark']],
  [0x200f, ['RLM', 'right-to-left mark']],
  [0x2028, ['LS', 'line separator']],
  [0x2029, ['PS', 'paragraph separator']],
  [0x202a, ['LRE', 'left-to-right embedding']],
  [0x202b, ['RLE', 'right-to-left embedding']],
  [0x202c, ['PDF', 'pop directional formatting']],
  [0x202d, ['LRO', 'left-to-right override']],
  [0x202e, ['RLO', 'right-to-left override']],
  [0x202f, ['NNBSP', 'narrow no-break space']],
  [0x205f, ['MMSP', 'medium mathematical space']],
  [0x2060, ['WJ', 'word joiner']],
  [0x2061, ['FA', 'function application']],
  [0x2062, ['IT', 'invisible times']],
  [0x2063, ['IS', 'invisible separator']],
  [0x2064, ['IP', 'invisible plus']],
  [0x2066, ['LRI', 'left-to-right isolate']],
  [0x2067, ['RLI', 'right-to-left isolate']],
  [0x2068, ['FSI', 'first strong isolate']],
  [0x2069, ['PDI', 'pop directional isolate']],
  [0x2800, ['BRB', 'braille pattern blank']],
  [0x3164, ['HF', 'Hangul filler']],
  [0xfeff, ['BOM', 'zero width no-break space']],
  [0xffa0, ['HHF', 'halfwidth Hangul filler']],
])

/**
 * Control and format characters and spaces; the rest of `INVISIBLE` belongs to neither class. Seen for what they are: the
 * plain space, tab and line feed, and the wide space of Chinese and Japanese.
 */
const CANDIDATES = /(?![ \t\n\u3000])(?:[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f)/gu
const BEFORE_JOINER = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u
const AFTER_JOINER = /^\p{Extended_Pictographic}/u
const FLAG_OF_TAGS = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u
/** Format characters with ink: signs that stand over the numbers after them, in Arabic, Syriac and Kaithi. */
const INKED = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u

/**
 * Every invisible character of a text, in order. More than `revealed` tells of, which is for readers: this is for those
 * who compare words exactly, so soft hyphens, joiners and no-break spaces count. O(length).
 */
export function invisibleIn(text: string): InvisibleCharacter[] {
  const found: InvisibleCharacter[] = []
  for (const { 0: character, index } of text.matchAll(CANDIDATES)) {
    if (INKED.test(character) || isOfEmoji(text, character, index)) continue
    const code = character.codePointAt(0) ?? 0
    const [short, name] = INVISIBLE.get(code) ?? [nameOf(character), classOf(character)]
    found.push({ at: index, length: character.length, short, name })
  }
  return found
}

function isOfEmoji(text: string, character: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 32), at)
  if (character === '\u200d') return BEFORE_JOINER.test(before) && AFTER_JOINER.test(text.slice(at + 1, at + 3))
  return character.length === 2 && FLAG_OF_TAGS.test(before)
}

function classOf(character: string): string {
  if (/\p{Z}/u.test(character)) return 'space of another width'
  return /\p{Cc}/u.test(character) ? 'control character' : 'format character'
}

/** "2 no-break spaces and 1 zero width space", the most frequent first; empty for none. */
export function invisibleWords(characters: readonly Pick<InvisibleCharacter, 'name'>[]): string {
  const counts = new Map<string, number>()
  for (const { name } of characters) counts.set(name, (counts.get(name) ?? 0) + 1)
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([name, count]) => counted(count, name))
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
