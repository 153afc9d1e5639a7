/** UTF-16 units between two entries of the table; a lookup reads at most that many. */
const STEP = 1_024

/**
 * A text's offsets in both counts: UTF-16 code units, as everything here has them, and Unicode code points, as W3C selectors
 * and TEI pointers do. Expects a text without lone surrogates, such as canonical text.
 */
export interface CodePoints {
  /** In code points. */
  readonly length: number
  /** How many code points begin before a UTF-16 offset of the text. */
  before(unit: number): number
  /** The UTF-16 offset before which that many code points stand; null beyond the text. */
  unitAt(point: number): number | null
}

/** One pass over the text; then each lookup costs a fixed number of steps, or a logarithm more. */
export function codePointsOf(text: string): CodePoints {
  const table = new Int32Array(Math.floor(text.length / STEP) + 1)
  let length = 0
  for (let unit = 0; unit < text.length; unit++) {
    if (unit % STEP === 0) table[unit / STEP] = length
    if (!isSecondHalf(text, unit)) length++
  }
  if (text.length % STEP === 0) table[text.length / STEP] = length

  function before(unit: number): number {
    const entry = Math.floor(Math.max(0, Math.min(unit, text.length)) / STEP)
    let points = table[entry] ?? 0
    for (let at = entry * STEP; at < unit && at < text.length; at++) if (!isSecondHalf(text, at)) points++
    return points
  }

  function unitAt(point: number): number | null {
    if (!Number.isInteger(point) || point < 0 || point > length) return null
    if (point === length) return text.length
    let low = 0
    let high = table.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((table[middle] ?? 0) <= point) low = middle
      else high = middle - 1
    }
    let points = table[low] ?? 0
    let unit = low * STEP
    // A pair may begin before the entry: its second half begins no code point.
    for (; points < point || isSecondHalf(text, unit); unit++) if (!isSecondHalf(text, unit)) points++
    return unit
  }

  return { length, before, unitAt }
}

function isSecondHalf(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit)
  return code >= 0xdc00 && code <= 0xdfff
}
