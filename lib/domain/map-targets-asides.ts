import { endsInAbbreviation, isClosing, isLoneLetter, isTerminator } from './map-targets-letters'

/** What is said beside a sentence, and of it: "(False.)", "❌". */
const OPENS = /^(?:\p{Ps}|\p{So}|\p{Extended_Pictographic})/u

/** Whether a bracket or a sign begins at an offset: what follows may be about the sentence that just ended. */
export function opensAside(normalized: string, at: number): boolean {
  return OPENS.test(String.fromCodePoint(normalized.codePointAt(at) ?? 0))
}

/** UTF-16 code units. Longer words are told from sentences without looking further. */
const LONGEST_WORD = 40
/** Letters of a script without spaces that are still one word: 没有, 是的. */
const MOST_LONE_LETTERS = 2

/** Whether the sentence that begins at an offset, and goes no further than `end`, is a single word: "No.", "Wrong!" */
export function isOneWord(normalized: string, start: number, end: number): boolean {
  let letters = 0
  for (let at = start; at < end; at++) {
    const unit = normalized.charCodeAt(at)
    if (isTerminator(unit) && isEnd(normalized, at, end)) return true
    if (unit === 0x20 || at - start >= LONGEST_WORD) return false
    if (isLoneLetter(unit) && ++letters > MOST_LONE_LETTERS) return false
  }
  return false
}

/** "A:", "Smith:" */
const SPEAKER = /[^ :]{1,24}: /y

/** Whether a line begins with a single word as a sentence, who says it aside: it answers the line before. */
export function isAnswer(normalized: string, start: number, end: number): boolean {
  SPEAKER.lastIndex = start
  return isOneWord(normalized, SPEAKER.test(normalized) ? SPEAKER.lastIndex : start, end)
}

/** Whether a terminator is not that of "4.2", "U.S." or "Mr.". */
function isEnd(normalized: string, at: number, end: number): boolean {
  let after = at + 1
  while (after < end && isTerminatorOrClosing(normalized.charCodeAt(after))) after++
  const isApart = after >= end || normalized.charCodeAt(after) === 0x20 || normalized.charCodeAt(at) > 0x2fff
  return isApart && !(normalized.charCodeAt(at) === 0x2e && endsInAbbreviation(normalized, at))
}

function isTerminatorOrClosing(unit: number): boolean {
  return isTerminator(unit) || isClosing(unit)
}
