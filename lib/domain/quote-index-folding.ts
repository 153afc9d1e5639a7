import { isWhitespace, unifyQuoteMark } from './anchor-normalization'

/** A text with some of its characters left out or replaced, and the way back. */
export interface Folded {
  readonly units: Uint16Array
  /** Of each unit, the offset in the text of the character it stands for. */
  readonly offsets: Int32Array
}

/** Without whitespace, quote marks unified: pages join blocks with or without it. What differs otherwise differs here too. O(length). */
export function squeeze(text: string): Folded {
  const table = squeezing()
  const units = new Uint16Array(text.length)
  const offsets = new Int32Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = table[text.charCodeAt(at)] ?? 0
    if (unit === 0) continue
    units[length] = unit
    offsets[length] = at
    length++
  }
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length) }
}

let squeezed: Uint16Array | undefined

/** For each UTF-16 code unit what it is compared as; 0 for whitespace. */
function squeezing(): Uint16Array {
  if (squeezed) return squeezed
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) {
    const character = String.fromCharCode(unit)
    table[unit] = isWhitespace(character) ? 0 : unifyQuoteMark(character).charCodeAt(0)
  }
  squeezed = table
  return table
}

/**
 * What two wordings of one passage are likely to share, for suggestions only: small letters without accents, marks,
 * whitespace and invisible characters, all dashes one. Offsets are those of whole code points. O(length).
 */
export function foldForLikeness(text: string): Folded {
  const units: number[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    for (const unit of likeness(code)) {
      units.push(unit)
      offsets.push(at)
    }
    at += code > 0xffff ? 2 : 1
  }
  return { units: Uint16Array.from(units), offsets: Int32Array.from(offsets) }
}

const likenesses = new Map<number, readonly number[]>()
/** Bounds what a process keeps: all that texts of some scripts use. */
const MAX_LIKENESSES = 20_000

function likeness(code: number): readonly number[] {
  const known = likenesses.get(code)
  if (known) return known
  const plain = String.fromCodePoint(code)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{White_Space}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
  const units = Array.from({ length: plain.length }, (_, at) => unifyQuoteMark(plain.charAt(at)).charCodeAt(0))
  if (likenesses.size < MAX_LIKENESSES) likenesses.set(code, units)
  return units
}
