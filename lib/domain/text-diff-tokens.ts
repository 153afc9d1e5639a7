import type { TextRange } from './graphemes'

/** What a UTF-16 code unit is to the cutting of words. */
const UNKNOWN = 0
const SIGN = 1
const SPACE = 2
const BREAK = 3
const LETTER = 4
const DIGIT = 5
/** A letter of a script that puts no spaces between words: a token of its own. */
const LONE_LETTER = 6
/** Continues whatever precedes it: combining marks, joiners, variation selectors, direction marks. */
const CONTINUATION = 7

const JOINER = 0x200d
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const CONTINUES = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/u
const REGIONAL = /\p{Regional_Indicator}/u

const classes = new Uint8Array(0x10000)

function classOf(code: number): number {
  if (code > 0xffff) return classify(String.fromCodePoint(code))
  const known = classes[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const found = classify(String.fromCharCode(code))
  classes[code] = found
  return found
}

function classify(character: string): number {
  if (/[\n\r\u2028\u2029]/.test(character)) return BREAK
  if (/\p{White_Space}/u.test(character)) return SPACE
  if (CONTINUES.test(character)) return CONTINUATION
  if (/\p{N}/u.test(character)) return DIGIT
  if (/[\p{L}_]/u.test(character)) return UNSPACED.test(character) ? LONE_LETTER : LETTER
  return SIGN
}

/**
 * Where the tokens of a part of a text begin, and its end: words (with the apostrophe in "didn’t" and the point in
 * "4.2"), single letters where a script has no spaces between words, runs of spaces, single line breaks and signs, each
 * with the marks that continue it.
 */
export function tokenStarts(text: string, { start, end }: TextRange): Int32Array {
  const starts = new Int32Array(end - start + 1)
  let count = 0
  for (let at = start; at < end; ) {
    starts[count++] = at
    at = tokenEnd(text, at, end)
  }
  starts[count++] = end
  return starts.subarray(0, count)
}

function tokenEnd(text: string, start: number, end: number): number {
  const first = text.codePointAt(start) ?? 0
  const kind = classOf(first)
  let at = start + widthOf(first)
  let last = first
  let wasRegional = kind === SIGN && first > 0xffff && REGIONAL.test(String.fromCodePoint(first))
  while (at < end) {
    const code = text.codePointAt(at) ?? 0
    const next = classOf(code)
    const isPart =
      next === CONTINUATION ||
      (last === JOINER && next !== SPACE && next !== BREAK) ||
      (kind === SPACE && next === SPACE) ||
      (isWordPart(kind) && (isWordPart(next) || (next === SIGN && joinsWord(text, at, end, last))))
    if (!isPart) {
      // Two regional indicators make a flag; more of them stay together, so that none is cut in two.
      if (!wasRegional || code <= 0xffff || !REGIONAL.test(String.fromCodePoint(code))) return at
      wasRegional = true
    }
    at += widthOf(code)
    last = code
  }
  return Math.min(at, end)
}

function isWordPart(kind: number): boolean {
  return kind === LETTER || kind === DIGIT
}

/** The apostrophe of "didn’t", the point of "4.2" and the comma of "1,000". */
function joinsWord(text: string, at: number, end: number, before: number): boolean {
  const code = text.charCodeAt(at)
  const after = at + 1 < end ? classOf(text.codePointAt(at + 1) ?? 0) : SIGN
  if (code === 0x27 || code === 0x2019) return isWordPart(after)
  const isPoint = code === 0x2e || code === 0x2c || code === 0x66b || code === 0x66c
  return isPoint && after === DIGIT && classOf(before) === DIGIT
}

function widthOf(code: number): number {
  return code > 0xffff ? 2 : 1
}

/** True where a range holds a letter, a digit or the like, not only signs and spaces. */
export function hasWord(text: string, { start, end }: TextRange): boolean {
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) ?? 0
    const kind = classOf(code)
    if (kind === LETTER || kind === DIGIT || kind === LONE_LETTER) return true
    at += widthOf(code)
  }
  return false
}

/** UTF-16 code units. */
const BLOCK = 256
const WORDLESS = 1
const WITH_WORDS = 2

/**
 * `hasWord` for many ranges of one text. What a range is found to lack is remembered by the block, so that a page of dashes
 * or a transcript that is one sentence is not walked through again for each.
 */
export class WordFinder {
  private readonly blocks: Uint8Array

  constructor(private readonly text: string) {
    this.blocks = new Uint8Array(Math.ceil(text.length / BLOCK))
  }

  /** Whether a letter, a digit or the like begins in a range. */
  isIn(start: number, end: number): boolean {
    const firstBlock = Math.ceil(start / BLOCK)
    const lastBlock = Math.floor(end / BLOCK)
    if (firstBlock >= lastBlock) return hasWord(this.text, { start, end })
    if (hasWord(this.text, { start, end: firstBlock * BLOCK })) return true
    for (let block = firstBlock; block < lastBlock; block++) if (this.isInBlock(block)) return true
    return hasWord(this.text, { start: lastBlock * BLOCK, end })
  }

  private isInBlock(block: number): boolean {
    if (this.blocks[block] === 0) {
      const isFound = hasWord(this.text, { start: block * BLOCK, end: (block + 1) * BLOCK })
      this.blocks[block] = isFound ? WITH_WORDS : WORDLESS
    }
    return this.blocks[block] === WITH_WORDS
  }
}

/** Numbers for equal strings of two texts, so that they can be compared as sequences. */
export class Interner {
  private readonly ids = new Map<string, number>()

  /** How many different strings there were. */
  get size(): number {
    return this.ids.size
  }

  idsOf(text: string, starts: Int32Array): Int32Array {
    const found = new Int32Array(Math.max(0, starts.length - 1))
    for (let index = 0; index < found.length; index++) {
      const token = text.slice(starts[index], starts[index + 1])
      const known = this.ids.get(token)
      if (known === undefined) this.ids.set(token, this.ids.size)
      found[index] = known ?? this.ids.size - 1
    }
    return found
  }
}
