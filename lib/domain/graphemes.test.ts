import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePointCounter,
  codePointOffset,
  graphemeEnd,
  graphemeStart,
  isGraphemeBoundary,
  snapToGraphemes,
  trimSpan,
} from './graphemes'

/** Everything UAX #29 has a rule for, and plain letters between. */
const units = fc.constantFrom(
  ...[
    'a',
    'Z',
    '7',
    ' ',
    '\n',
    '\r',
    '\t',
    '©',
    '®',
    '\u00ad',
    '\u00a0',
    '\u0301',
    '\u200d',
    '\u200c',
    '\ufe0f',
    '\u20e3',
  ],
  ...[
    '👩',
    '🔬',
    '🏽',
    '🇰',
    '🇿',
    '👍',
    '\u1100',
    '\u1161',
    '\u11a8',
    '가',
    '각',
    'क',
    '\u094d',
    'ष',
    '\u093f',
    '\u0e01',
    '\u0e33',
  ],
  ...[
    '\u0600',
    '\u06dd',
    '\u0d4e',
    '\u{110bd}',
    'ع',
    'ש',
    '\u05b8',
    '\u202b',
    '\u202c',
    '統',
    'か',
    '\u3099',
    'ﾞ',
    'я',
    '\u0483',
    '\ufeff',
  ],
  ...['\ud83d', '\udc4d', '\0', 'ў', 'ά', '𝒳'],
)
const texts = fc.string({ unit: units, maxLength: 40 })

function boundariesOf(text: string): number[] {
  return [...Array.from(new Intl.Segmenter('und').segment(text), segment => segment.index), text.length]
}

describe('graphemeStart and graphemeEnd', () => {
  it('find the boundaries that segmenting the whole text finds', () => {
    fc.assert(
      fc.property(texts, text => {
        const boundaries = boundariesOf(text)
        for (let offset = 0; offset <= text.length; offset++) {
          expect(graphemeStart(text, offset)).toBe(boundaries.findLast(boundary => boundary <= offset))
          expect(graphemeEnd(text, offset)).toBe(boundaries.find(boundary => boundary >= offset))
          expect(isGraphemeBoundary(text, offset)).toBe(boundaries.includes(offset))
        }
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it.each([
    ['prose', 'All work and no play. '.repeat(90_000)],
    ['Chinese without a space', '政府宣布失业率下降'.repeat(200_000)],
    ['Hindi', 'कार्यक्षमता बढ़ी '.repeat(100_000)],
  ])('cost the same in two million characters of %s as in two hundred', (_case, text) => {
    const before = performance.now()
    for (let step = 0; step < 1_000; step++) graphemeStart(text, 1_000_000 + step)
    expect(performance.now() - before).toBeLessThan(1_500)
  })
})

describe('snapToGraphemes', () => {
  it.each([
    ['a surrogate pair', 'a👍b', [2, 3], '👍'],
    ['a family', 'a👨‍👩‍👧b', [4, 5], '👨‍👩‍👧'],
    ['a skin tone', 'x👍🏽x', [3, 4], '👍🏽'],
    ['the right one of two flags', '🇰🇿🇫🇷', [5, 6], '🇫🇷'],
    ['a keycap', '1\ufe0f\u20e3', [0, 1], '1\ufe0f\u20e3'],
    ['a combining mark', 'cafe\u0301s', [0, 4], 'cafe\u0301'],
    ['a letter under two marks', 'o\u0323\u0302n', [1, 2], 'o\u0323\u0302'],
    ['a letter beyond the BMP', 'x𝒳y', [1, 2], '𝒳'],
    ['a Han character beyond the BMP', '失𠀋业', [2, 3], '𠀋'],
    ['a scientist, from the joiner in her middle', 'a👩‍🔬b', [3, 4], '👩‍🔬'],
    [
      'a flag of a region, made of tags',
      'a🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}b',
      [5, 6],
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['a heart with its variation selector', 'I \u2764\ufe0f NY', [2, 3], '\u2764\ufe0f'],
    ['a mark alone at the start', 'e\u0301a', [1, 3], 'e\u0301a'],
    ['conjoining jamo', '\u1112\u1161\u11ab국', [1, 2], '\u1112\u1161\u11ab'],
    ['a whole Hangul syllable and a final one beside it', '가\u11a8나', [0, 1], '가\u11a8'],
    ['Hangul, syllable by syllable', '한국', [1, 2], '국'],
    ['a Devanagari conjunct', 'क्षेत्र', [1, 2], 'क्षे'],
    ['Thai vowel signs', 'กำลัง', [0, 1], 'กำ'],
    ['Hebrew points between bidi controls', '\u202bשָלום\u202c', [1, 2], 'שָ'],
    ['Arabic with marks', 'قَالَت', [1, 2], 'قَ'],
    ['Arabic between isolates, which stay outside', '\u2067قال\u2069', [1, 4], 'قال'],
    ['Arabic after a mark of direction', 'a\u200fقال', [2, 5], 'قال'],
    ['a Persian joiner inside a word', 'می\u200cشود', [0, 2], 'می\u200c'],
    ['Thai between two words', 'แมวกิน', [3, 6], 'กิน'],
    ['Chinese', '失业率', [1, 2], '业'],
    ['a CRLF', 'a\r\nb', [0, 2], 'a'],
    ['spaces and line feeds at the ends', 'a \n b c\u00a0\n d', [1, 9], 'b c'],
    ['a soft hyphen', 're\u00adform', [0, 3], 're\u00ad'],
    ['no-break and thin spaces at the ends, which go', '\u00a04\u202fkm\u2009', [0, 6], '4\u202fkm'],
    ['a zero-width space, which stays with what precedes it', 'a\u200bb', [2, 3], 'b'],
    ['a word joiner inside', 'a\u2060b', [0, 3], 'a\u2060b'],
    ['a byte-order mark, which is no space', '\ufeffa', [0, 2], '\ufeffa'],
    ['a line feed that import made of a CRLF', 'a\nb', [0, 2], 'a'],
    ['a space that carries a mark', 'a \u0301b', [1, 4], ' \u0301b'],
    ['such a space alone', 'a \u0301b', [1, 2], ' \u0301'],
    ['only whitespace: nothing', 'a \n b', [1, 3], ''],
    ['a caret: nothing', 'ab', [1, 1], ''],
    ['beyond the text: clamped', 'ab', [-5, 99], 'ab'],
    ['reversed: nothing', 'abc', [2, 1], ''],
  ])('takes %s', (_case, text, [start, end], expected) => {
    const snapped = snapToGraphemes(text, start ?? 0, end ?? 0)
    expect(text.slice(snapped.start, snapped.end)).toBe(expected)
  })

  it.each([
    ['astral characters', 'x𝒳𠀋y'],
    ['joined emoji', 'a👩‍🔬👨‍👩‍👧👍🏽b'],
    ['flags', '🇰🇿🇫🇷🇧🇪'],
    ['combining marks', 'cafe\u0301 o\u0323\u0302'],
    ['Hangul jamo', '\u1112\u1161\u11ab국'],
    ['Arabic with marks and controls', '\u202bقَالَ\u202c ١٢'],
    ['Hebrew with points', 'שָׁלוֹם \u2067עולם\u2069'],
    ['Chinese', '失业率下降了。'],
    ['Thai', 'กำลังทำ'],
    ['Hindi', 'क्षेत्र में'],
    ['characters without width', 're\u00adform\u200b a\u2060b\ufeff'],
  ])('goes from any offset to an edge on either side and no further: %s', (_case, text) => {
    const edges = boundariesOf(text)
    for (let offset = 0; offset <= text.length; offset++) {
      const before = graphemeStart(text, offset)
      const after = graphemeEnd(text, offset)
      expect(edges.filter(edge => edge >= before && edge <= after)).toEqual(
        before === after ? [before] : [before, after],
      )
      // And back: an edge stays where it is, seen from either side.
      for (const edge of [before, after])
        expect([graphemeStart(text, edge), graphemeEnd(text, edge)]).toEqual([edge, edge])
    }
  })

  it('covers all that was asked but whitespace, cuts no character, and a second time changes nothing', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, one, other) => {
        const start = Math.min(one, other, text.length)
        const end = Math.min(Math.max(one, other), text.length)
        const snapped = snapToGraphemes(text, start, end)
        if (snapped.start === snapped.end) return
        const wanted = trimSpan(text, start, end)
        if (wanted.start < wanted.end) {
          expect(snapped.start).toBeLessThanOrEqual(wanted.start)
          expect(snapped.end).toBeGreaterThanOrEqual(wanted.end)
        }
        expect(isGraphemeBoundary(text, snapped.start) && isGraphemeBoundary(text, snapped.end)).toBe(true)
        expect(snapToGraphemes(text, snapped.start, snapped.end)).toEqual(snapped)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('codePointOffset', () => {
  it('counts a surrogate pair once and a lone surrogate once', () => {
    expect([0, 1, 3, 4, 6].map(offset => codePointOffset('a👍b👍', offset))).toEqual([0, 1, 2, 3, 4])
    expect(codePointOffset('\ud83da', 2)).toBe(2)
    expect([codePointOffset('👍', 1), codePointCounter('👍')(1)]).toEqual([1, 1])
  })

  it('agrees with iterating, at every boundary between code points', () => {
    fc.assert(
      fc.property(texts, text => {
        const count = codePointCounter(text)
        let offset = 0
        Array.from(text).forEach((point, index) => {
          expect(count(offset)).toBe(index)
          expect(codePointOffset(text, offset)).toBe(index)
          offset += point.length
        })
        expect(count(text.length)).toBe(Array.from(text).length)
      }),
    )
  })
})
