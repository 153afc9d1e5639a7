/**
 * One Han, Hiragana or Katakana character, or a run without whitespace and without those. No backtracking: each code
 * point can only start or continue one alternative, so hostile input takes linear time.
 */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{White_Space}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const HAS_WORD = /[\p{L}\p{N}]/u
/** Scripts written without spaces whose words are longer than a character. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Intl.Segmenter slows down with the square of its input from some 20,000 code units on, so it gets it in parts. */
const SEGMENT_AT_ONCE = 500

let segmenter: Intl.Segmenter | undefined

/**
 * How many words a text has, as a desk would count them: a run between whitespace that holds a letter or digit is one
 * ("didn't", "4.2", "U.S."), punctuation alone is none, each Chinese or Japanese character is one, and Thai, Lao, Khmer
 * and Burmese are cut by dictionary. 50 ms for 200,000 English words, where Intl.Segmenter takes minutes.
 */
export function countWords(text: string): number {
  let words = 0
  for (const [piece] of text.matchAll(PIECES)) {
    if (UNSPACED.test(piece)) words += countByDictionary(piece)
    else if (HAS_WORD.test(piece)) words++
  }
  return words
}

function countByDictionary(run: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  let words = 0
  for (let at = 0; at < run.length; at += SEGMENT_AT_ONCE) {
    for (const segment of segmenter.segment(run.slice(at, at + SEGMENT_AT_ONCE))) if (segment.isWordLike) words++
  }
  return words
}
