/** What the cutting of sentences needs to know of single characters, each asked once and then remembered. */

const UNKNOWN = 0
const OTHER = 1
const LETTER = 2
const LOWER = 3
const LONE = 4
const TERMINATOR = 5
const CLOSING = 6

const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const known = kinds[unit] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const found = classify(String.fromCharCode(unit))
  kinds[unit] = found
  return found
}

function classify(character: string): number {
  if (/\p{Sentence_Terminal}/u.test(character)) return TERMINATOR
  if (/[\p{Pe}\p{Pf}'"]/u.test(character)) return CLOSING
  if (/\p{Lowercase}/u.test(character)) return LOWER
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
      character,
    )
  ) {
    return LONE
  }
  return /\p{L}/u.test(character) ? LETTER : OTHER
}

/** What `isTerminator` is true of, to look for. */
export const TERMINATOR_CHARACTER = /(?![\u{10000}-\u{10ffff}])\p{Sentence_Terminal}/gu

/** Full stop, question and exclamation marks of all scripts (Unicode Sentence_Terminal). */
export function isTerminator(unit: number): boolean {
  return unit < 0x80 ? unit === 0x2e || unit === 0x21 || unit === 0x3f : kindOf(unit) === TERMINATOR
}

/** Closing brackets and quote marks, the two straight ones included. */
export function isClosing(unit: number): boolean {
  return kindOf(unit) === CLOSING
}

export function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
  const kind = kindOf(unit)
  return kind === LETTER || kind === LOWER || kind === LONE
}

export function isLowerCase(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return /\p{Lowercase}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return kindOf(unit) === LOWER
}

/** A letter of a script that may break a line after any of them. */
export function isLoneLetter(unit: number): boolean {
  return kindOf(unit) === LONE
}

/** Longer words are no abbreviations. */
const LONGEST = 8

/** What is written with a full stop in the middle of a sentence, in small letters; single letters ("J. Smith", "z. B.") are so anyway. */
const ABBREVIATIONS = new Set(
  [
    'mr mrs ms dr drs prof sen rep gov gen st vs sgt col capt cpt lt cmdr maj adm hon rev pres jr sr inc ltd co corp bros',
    'approx ca cf eg ie etc est dept div eds al',
    'intl natl univ assn govt mgmt amb sec supt insp det atty pvt pfc brig msgr messrs mt ft ave blvd rd hwy esq rs',
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
    'hr fr bzw usw vgl evtl ggf inkl exkl sog mio mrd tsd std str jh okt dez mär phil hab dipl ing rer nat med',
    'abg kap abb tab gest verh ehem mag bgm univ prok frhr bspw',
    'mm mme mlle mgr env av bld',
    'sra srta dra ud uds ee uu av dpto',
    'sig dott avv',
    'dhr mevr drs bv nv',
    'млн млрд тыс руб им ул гг др пр',
  ]
    .join(' ')
    .split(' '),
)

/** The same, where a number follows: "No. 5", but "He said no. Then he left." */
const BEFORE_NUMBERS = new Set(
  'no nos fig figs vol vols pp ed art arts para ch nr abs bd pág págs núm см рис стр ст'.split(' '),
)

/** "Henry VIII. of England", "der XIV. Parteitag". */
const ROMAN = /^[IVXLCDM]+$/

/** Whether the word before the full stop at an offset is an abbreviation, a single letter, a Roman numeral or a number of up to three digits (German dates). */
export function endsInAbbreviation(text: string, stop: number): boolean {
  let start = stop
  let length = 0
  while (start > 0 && length <= LONGEST) {
    const before = start - (isLowSurrogate(text.charCodeAt(start - 1)) ? 2 : 1)
    if (before < 0 || !isLetter(text, before)) break
    start = before
    length++
  }
  if (length === 0) return endsInSmallNumber(text, stop)
  if (length > LONGEST) return false
  if (length === 1 || ROMAN.test(text.slice(start, stop))) return true
  const word = text.slice(start, stop).toLowerCase()
  if (ABBREVIATIONS.has(word)) return true
  return BEFORE_NUMBERS.has(word) && /[\p{N}(]/u.test(text.charAt(stop + 2))
}

function endsInSmallNumber(text: string, stop: number): boolean {
  let start = stop
  while (start > 0 && start > stop - 4 && /\p{Nd}/u.test(text.charAt(start - 1))) start--
  const digits = stop - start
  return digits > 0 && digits <= 3 && !/[.,\p{Nd}]/u.test(text.charAt(start - 1))
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
