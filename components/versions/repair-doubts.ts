import type { RepairDto } from '@/lib/contracts/versions'
import { differenceWords } from './difference-words'

/** What speaks against its being the same claim, to be looked at once more: one line each, the statement's words apart. */
export type Doubt = { what: string; words: string[] }

/** Less than this share of the old words at a place says that something else stands there. */
const LITTLE = 1 / 2
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * The doubts that a repair raises: differences that bear on meaning where the passage was found, and a place chosen by hand
 * that has little of the old words. Empty where nothing speaks against it.
 */
export function repairDoubts(
  item: Pick<RepairDto, 'was' | 'wasSentence' | 'nowSentence' | 'differences'>,
  chosen: string | null,
): Doubt[] {
  const { was, wasSentence, nowSentence, differences } = item
  if (chosen !== null) {
    const isLittle = sharedWords(was.exact, chosen) < LITTLE
    return isLittle ? [{ what: 'few of the old words stand there', words: [was.exact, chosen] }] : []
  }
  return differences
    .filter(({ kind }) => kind !== 'OTHER')
    .map(difference => differenceWords(difference, wasSentence.text, nowSentence?.text ?? ''))
}

/** The share of one passage's words that another has too, from 0 to 1; 1 where it has none. */
function sharedWords(was: string, now: string): number {
  const words = wordsOf(was)
  const there = new Set(wordsOf(now))
  return words.length === 0 ? 1 : words.filter(word => there.has(word)).length / words.length
}

/** Letters one by one where a script puts no spaces between words. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).flatMap(word =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word) ? [...word] : word,
  )
}
