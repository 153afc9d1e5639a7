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

/** True for one code unit of Unicode White_Space (all of which lie in the BMP). */
export function isWhitespace(character: string): boolean {
  return isWhitespaceUnit(character.charCodeAt(0))
}

/** A list, not the regular expression: this is asked of every character of a text of two million. */
function isWhitespaceUnit(unit: number): boolean {
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

export interface AnchoringMap {
  /** `normalizeForAnchoring` of the text. */
  readonly normalized: string
  /** For each UTF-16 code unit of `normalized`, the offset in the text where it, or the whitespace run it stands for, begins. */
  readonly offsets: Int32Array
}

/** The normalised text together with the way back to offsets in the original. O(length). */
export function mapForAnchoring(text: string): AnchoringMap {
  const offsets = new Int32Array(text.length)
  let normalized = ''
  let count = 0
  /** Up to where `normalized` holds the text. */
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (isWhitespaceUnit(unit)) {
      let end = at + 1
      while (end < text.length && isWhitespaceUnit(text.charCodeAt(end))) end++
      const isAtEnds = count === 0 || end === text.length
      if (isAtEnds || end > at + 1 || unit !== 0x20) {
        normalized += text.slice(copied, at) + (isAtEnds ? '' : ' ')
        copied = end
      }
      if (!isAtEnds) offsets[count++] = at
      at = end
      continue
    }
    const mark = unit < 0xab ? undefined : UNIFIED_UNITS.get(unit)
    if (mark !== undefined) {
      normalized += text.slice(copied, at) + mark
      copied = at + 1
    }
    offsets[count++] = at++
  }
  return { normalized: normalized + text.slice(copied), offsets: offsets.subarray(0, count) }
}
