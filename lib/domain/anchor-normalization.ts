import { lastAtMost } from './binary-search'

/**
 * What may differ between two texts that still say the same thing (DESIGN: "equal after whitespace runs collapse to
 * one space and quote marks are unified"). Everything else counts as a change: no case folding, no Unicode
 * normalisation, no dashes, no zero-width characters, since a fuzzy guess cannot tell a typo from a reversed claim.
 */

/** Unicode White_Space: NBSP, narrow and ideographic spaces and line breaks are in, U+FEFF and U+200B are not. */
const WHITESPACE_RUN = /\p{White_Space}+/gu

/** Curly, low, reversed, single guillemets, prime, full-width. */
const SINGLE_QUOTES = '\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u2035\uff07'
/** The same in double; double and single stay apart, so 5′ never equals 5″. */
const DOUBLE_QUOTES = '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\u301f\uff02'

const ANY_SINGLE_QUOTE = new RegExp(`[${SINGLE_QUOTES}]`, 'g')
const ANY_DOUBLE_QUOTE = new RegExp(`[${DOUBLE_QUOTES}]`, 'g')

const UNIFIED_QUOTES: ReadonlyMap<string, string> = new Map([
  ...Array.from(SINGLE_QUOTES, mark => [mark, "'"] as const),
  ...Array.from(DOUBLE_QUOTES, mark => [mark, '"'] as const),
])

const UNIFIED_UNITS: ReadonlyMap<number, string> = new Map(
  Array.from(UNIFIED_QUOTES, ([mark, unified]) => [mark.charCodeAt(0), unified]),
)

/** The form in which span texts are compared and hashed: whitespace runs are one space, quote marks are ' and ", ends trimmed. Idempotent. */
export function normalizeForAnchoring(text: string): string {
  const unified = text.replace(ANY_SINGLE_QUOTE, "'").replace(ANY_DOUBLE_QUOTE, '"')
  const collapsed = unified.replace(WHITESPACE_RUN, ' ')
  const from = collapsed.startsWith(' ') ? 1 : 0
  return collapsed.endsWith(' ') ? collapsed.slice(from, -1) : collapsed.slice(from)
}

const ODD = new RegExp(` (?= )|[^\\P{White_Space} ]|[${SINGLE_QUOTES}${DOUBLE_QUOTES}]`, 'gu')

/** True for one code unit of Unicode White_Space. */
export function isWhitespace(character: string): boolean {
  return isWhitespaceUnit(character.charCodeAt(0))
}

/** The same of the unit itself; false for NaN. A list, not the regular expression: this is asked of many characters. */
export function isWhitespaceUnit(unit: number): boolean {
  if (unit < 0x1680) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x85 || unit === 0xa0
  return (
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0x1680
  )
}

/** One code unit with its quote mark unified; any other comes back as it is. */
export function unifyQuoteMark(character: string): string {
  return UNIFIED_QUOTES.get(character) ?? character
}

/** The way from offsets of a normalised text to those of its original and back, in UTF-16 code units. */
class OffsetMap {
  /** Where stretches of the normalised text begin, before each of which white space was left out. */
  private readonly starts: number[] = [0]
  /** How much further each of them begins in the original. */
  private readonly shifts: number[]
  /** Their beginnings there. */
  private readonly origins: number[]

  /** The text without the white space at its ends reaches from `first` to `end`. */
  constructor(
    first: number,
    private readonly end: number,
  ) {
    this.shifts = [first]
    this.origins = [first]
  }

  /** Says that everything from `origin` on stands `more` further in the original than what precedes it. */
  add(origin: number, more: number): void {
    const shift = (this.shifts.at(-1) ?? 0) + more
    this.starts.push(origin - shift)
    this.shifts.push(shift)
    this.origins.push(origin)
  }

  /** Where a code unit of the normalised text, or the white space it stands for, begins in the original. O(log n). */
  toOriginal(offset: number): number {
    return offset + (this.shifts[lastAtMost(this.starts, offset)] ?? 0)
  }

  /** The first code unit of the normalised text that begins at or behind an offset of the original. O(log n). */
  toNormalized(offset: number): number {
    const index = Math.max(0, lastAtMost(this.origins, offset))
    const first = this.starts[index] ?? 0
    const next = this.starts[index + 1] ?? this.end - (this.shifts[index] ?? 0)
    return Math.max(first, Math.min(offset - (this.shifts[index] ?? 0), next))
  }
}

export interface AnchoringMap {
  /** `normalizeForAnchoring` of the text. */
  readonly normalized: string
  readonly offsets: OffsetMap
}

/** The first quote mark to unify, white space other than a space, or space with another behind it. */
function nextOdd(text: string, from: number): number {
  ODD.lastIndex = from
  return ODD.exec(text)?.index ?? text.length
}

/** The normalised text together with the way back to offsets in the original. O(length). */
export function mapForAnchoring(text: string): AnchoringMap {
  let first = 0
  while (isWhitespaceUnit(text.charCodeAt(first))) first++
  let end = text.length
  while (end > first && isWhitespaceUnit(text.charCodeAt(end - 1))) end--
  const offsets = new OffsetMap(first, end)
  // Joined at the end: a string grown by and by is slow to read.
  const parts: string[] = []
  let copied = first
  for (let at = nextOdd(text, first); at < end; at = nextOdd(text, copied)) {
    const mark = UNIFIED_UNITS.get(text.charCodeAt(at))
    let next = at + 1
    if (mark === undefined) {
      if (at > copied && text.charCodeAt(at - 1) === 0x20) at--
      while (isWhitespaceUnit(text.charCodeAt(next))) next++
    }
    parts.push(text.slice(copied, at), mark ?? ' ')
    copied = next
    if (next > at + 1) offsets.add(next, next - at - 1)
  }
  parts.push(text.slice(copied, end))
  return { normalized: parts.join(''), offsets }
}
