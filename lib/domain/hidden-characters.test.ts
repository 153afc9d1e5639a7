import { describe, expect, it } from 'vitest'
import { plain, revealed } from './hidden-characters'

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
