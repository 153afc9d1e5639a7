import type { TextRange } from './graphemes'

/** Longer runs of letters are no words. */
const MAX_WORD = 40
const LETTER = /^[\p{L}\p{N}\p{M}\p{Cf}]$/u
/** What holds a word or a number together: 14.2, it's, non-violent. */
const JOINT = /^[.,'’\-\u2010\u2011]$/u
const SIGN = /^[-−+±]$/u
const DIGIT = /^\p{N}$/u
/** Scripts in which a run of letters is no word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u

/**
 * True where an offset lies within a word or a number: "4.2 million" begins within "14.2 million", "violent" within
 * "non-violent". Never between letters of scripts without spaces. An astral letter counts as none.
 */
export function isWithinWord(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1)
  const after = text.charAt(offset)
  if (areJoined(before, after)) return true
  if (SIGN.test(before) && DIGIT.test(after)) return true
  if (JOINT.test(before)) return areJoined(text.charAt(offset - 2), after)
  return JOINT.test(after) && areJoined(before, text.charAt(offset + 1))
}

function areJoined(before: string, after: string): boolean {
  return LETTER.test(before) && LETTER.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)
}

/** The range grown to the ends of the words that it cuts, by at most `MAX_WORD` code units a side. */
export function wholeWords(text: string, { start, end }: TextRange): TextRange {
  let from = start
  while (start - from < MAX_WORD && isWithinWord(text, from)) from--
  let to = end
  while (to - end < MAX_WORD && isWithinWord(text, to)) to++
  return { start: from, end: to }
}
