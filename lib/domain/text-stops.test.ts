import { describe, expect, it } from 'vitest'
import { SentenceIndex } from './sentence-index'
import { type Caret, characterStops, extended, rangeOfCaret, stepped, type TextStops } from './text-stops'
import { WordStops } from './word-stops'

type Key = '→' | '←' | '⇧→' | '⇧←' | '↓' | '↑' | '⇧↓' | '⇧↑' | '>' | '<'

/** What keys do to a caret in a text, which `|` marks; the moving end of a selection is `|`, the other `^`. */
function press(marked: string, keys: readonly Key[], locale = 'en'): string {
  const text = marked.replace(/[|^]/gu, '')
  const sentences = new SentenceIndex(text, locale)
  const words = new WordStops(sentences)
  const stops: Record<string, TextStops> = {
    '→': words,
    '←': words,
    '↓': sentences,
    '↑': sentences,
    '>': characterStops(text),
    '<': characterStops(text),
  }
  let caret: Caret = { anchor: marked.indexOf('|'), focus: marked.indexOf('|') }
  for (const key of keys) {
    const arrow = key.at(-1) ?? ''
    const by = '→↓>'.includes(arrow) ? 1 : -1
    const move = key.length > 1 || '<>'.includes(key) ? extended : stepped
    caret = move(caret, by, stops[arrow] ?? words)
  }
  const { start, end } = rangeOfCaret(caret)
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`
  const [first, last] = caret.focus > caret.anchor ? ['^', '|'] : ['|', '^']
  return `${text.slice(0, start)}${first}${text.slice(start, end)}${last}${text.slice(end)}`
}

describe('a caret among words and sentences', () => {
  it.each<[string, string, Key[], string]>([
    ['steps to the next sentence', '|A b. C d.', ['↓'], 'A b. |C d.'],
    ['steps to the beginning of its own sentence first', 'A b. C |d.', ['↑'], 'A b. |C d.'],
    ['stays at the last sentence', 'A b. |C d.', ['↓'], 'A b. |C d.'],
    ['selects a sentence', '|A b. C d.', ['⇧↓'], '^A b.| C d.'],
    ['and the one after it', '|A b. C d. E.', ['⇧↓', '⇧↓'], '^A b. C d.| E.'],
    ['and gives it back', '|A b. C d. E.', ['⇧↓', '⇧↓', '⇧↑'], '^A b.| C d. E.'],
    ['and stops where it began, before it goes on the other way', 'A b. |C d. E.', ['⇧↓', '⇧↑'], 'A b. |C d. E.'],
    ['then turns', 'A b. |C d. E.', ['⇧↓', '⇧↑', '⇧↑'], '|A b. ^C d. E.'],
    ['grows by a word', '|Crime fell, then rose.', ['⇧→', '⇧→'], '^Crime fell|, then rose.'],
    ['shrinks by a word', '|Crime fell, then rose.', ['⇧→', '⇧→', '⇧←'], '^Crime| fell, then rose.'],
    ['grows backwards by a word', 'Crime fell, |then rose.', ['⇧←'], 'Crime |fell, ^then rose.'],
    ['grows a sentence by a word of the next', '|A b. C d.', ['⇧↓', '⇧→'], '^A b. C| d.'],
    ['and gives that word back', '|A b. C d.', ['⇧↓', '⇧→', '⇧←'], '^A b.| C d.'],
    ['and then the full stop', '|A b. C d.', ['⇧↓', '⇧→', '⇧←', '⇧←'], '^A b|. C d.'],
    ['keeps a sign of percent within reach', '|By 40 % now.', ['⇧→', '⇧→', '⇧→'], '^By 40 %| now.'],
    ['steps from word to word over lines', 'A |b.\n\nC d.', ['→'], 'A b.\n\n|C d.'],
    ['steps back over lines', 'A b.\n\n|C d.', ['←'], 'A |b.\n\nC d.'],
    ['steps on from a selection', '|Crime fell then rose.', ['⇧→', '→'], 'Crime |fell then rose.'],
    ['grows by a whole character', '|👩‍👩‍👧 e\u0301.', ['>'], '^👩‍👩‍👧| e\u0301.'],
    ['shrinks by a whole character', '|👩‍👩‍👧 e\u0301.', ['>', '>', '>', '<'], '^👩‍👩‍👧 |e\u0301.'],
    ['keeps within the text', '|A.', ['↑', '←', '<'], '|A.'],
  ])('%s', (_case, marked, keys, expected) => {
    expect(press(marked, keys)).toBe(expected)
  })

  it('knows the words of Thai, which has no spaces', () => {
    expect(press('|ประเทศไทยมีประชากร', ['⇧→'], 'th')).toBe('^ประเทศไทย|มีประชากร')
  })
})
