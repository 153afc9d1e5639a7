import { describe, expect, it } from 'vitest'
import { hasVisibleText } from './visible-text'

describe('hasVisibleText', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0\u3000'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['marks of direction', '\u200e\u202e\u2066\u2069'],
    ['fillers of Hangul', '\u115f\u1160\u3164\uffa0'],
    ['a blank Braille cell', '\u2800'],
    ['variation selectors and tags', '\ufe0f\u{e0100}\u{e0061}'],
    ['a soft hyphen', '\u00ad'],
  ])('sees nothing in %s', (_case, text) => {
    expect(hasVisibleText(text)).toBe(false)
  })

  it.each(['a', '…', '0', '\u200bno\u200b', 'نه', '語', '👩‍👩‍👧', '❤️', '\u2801'])('sees something in %j', text => {
    expect(hasVisibleText(text)).toBe(true)
  })
})
