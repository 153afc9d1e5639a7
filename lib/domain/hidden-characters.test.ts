import { describe, expect, it } from 'vitest'
import { invisibleIn, invisibleWords, plain, revealed } from './hidden-characters'

describe('hidden characters', () => {
  it.each([
    ['plain text', 'a “b”\tc\nd', 'a “b”\tc\nd'],
    ['an override', 'user\u202etxt.exe', 'user[U+202E]txt.exe'],
    ['isolates', '\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['a zero-width space', 'pay\u200bpal', 'pay[U+200B]pal'],
    ['a byte order mark', '\ufeffa', '[U+FEFF]a'],
    ['a control', 'a\u001b[31m', 'a[U+001B][31m'],
    ['tags that spell a message', 'a\u{e0048}\u{e0069}b', 'a[U+E0048 U+E0069]b'],
    [
      'the flag of Scotland',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['a family, Persian and Hebrew', '👨‍👩‍👧 می‌خواهم \u200fא', '👨‍👩‍👧 می‌خواهم \u200fא'],
  ])('%s', (_case, text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  it('keeps the seen and the hidden apart', () => {
    expect(revealed('a\u202eb')).toEqual([
      { at: 0, text: 'a', isHidden: false },
      { at: 1, text: 'U+202E', isHidden: true },
      { at: 2, text: 'b', isHidden: false },
    ])
  })
})

describe('invisible characters', () => {
  it.each([
    ['plain text, tabs and wide spaces', 'a b\tc\nd\u3000e', []],
    ['a no-break space and a narrow one', '40\u00a0%\u202f!', ['NBSP', 'NNBSP']],
    ['a soft hyphen', 'har\u00adbour', ['SHY']],
    ['zero-width ones', '\ufeffa\u200bb\u2060c', ['BOM', 'ZWSP', 'WJ']],
    ['joiners of Persian', 'می\u200cخواهم ه\u200d', ['ZWNJ', 'ZWJ']],
    ['bidi marks, overrides and isolates', '\u200fא\u202e\u2066\u2069\u061c', ['RLM', 'RLO', 'LRI', 'PDI', 'ALM']],
    [
      'a family and a flag, which are seen',
      '👨‍👩‍👧 👩🏽‍🚒 ❤️‍🔥 \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
      [],
    ],
    ['tags outside a flag', 'a\u{e0048}', ['U+E0048']],
    ['a control', 'a\u001b', ['U+001B']],
    ['fillers, which are letters to Unicode', '\u3164\u2800', ['HF', 'BRB']],
    ['a sign over Arabic numbers, which has ink', '\u0600١٢', []],
  ])('%s', (_case, text, expected) => {
    expect(invisibleIn(text).map(({ short }) => short)).toEqual(expected)
  })

  it('says where they are, in UTF-16 units', () => {
    expect(invisibleIn('🚢\u00a0\u{e0048}x')).toEqual([
      { at: 2, length: 1, short: 'NBSP', name: 'no-break space' },
      { at: 3, length: 2, short: 'U+E0048', name: 'format character' },
    ])
  })

  it('counts them in words', () => {
    expect(invisibleWords(invisibleIn('a\u200bb\u00a0c\u00a0'))).toBe('2 no-break spaces and 1 zero width space')
    expect(invisibleWords([])).toBe('')
  })
})
