import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from './graphemes'
import { diffTexts, diffWords } from './text-diff'
import { hasWord, WordFinder } from './text-diff-tokens'

/** `[-removed-]` and `{+added+}`, everything else is the same. */
function marked(was: string, now: string): string {
  return diffWords(was, now)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

const units = fc.constantFrom(
  ...['the', 'rate', 'fell', ' ', ' ', ' ', '. ', '\n', '\n', '4.2', ',', 'a', 'b', "n't", '’', '\u00a0', '\u00ad'],
  ...[
    '👩',
    '\u200d',
    '🔬',
    '🏽',
    '🇰',
    '🇿',
    '\u0301',
    '\ufe0f',
    '\u20e3',
    '\u1112',
    '\u1161',
    '\u11ab',
    'क',
    '\u094d',
    'ष',
  ],
  ...[
    '失',
    '业',
    '率',
    '。',
    'กำ',
    'ลัง',
    '\u0e33',
    'قَ',
    'ال',
    '\u0600',
    '\u202b',
    '\u202c',
    'ש',
    '\u05b8',
    '\u{1f3f4}',
    '\r',
  ],
)
const texts = fc.array(units, { maxLength: 60 }).map(parts => parts.join(''))
const pairs = fc.oneof(
  fc.tuple(texts, texts),
  fc
    .tuple(
      fc.array(units, { maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.array(units, { maxLength: 3 })), { maxLength: 5 }),
    )
    .map(([parts, edits]): [string, string] => {
      const edited = [...parts]
      for (const [at, remove, put] of edits) edited.splice(Math.min(at, edited.length), remove, ...put)
      return [parts.join(''), edited.join('')]
    }),
)

describe('diffTexts', () => {
  it('leaves only what is equal between its hunks, and they stand in order and apart', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        let fromAt = 0
        let toAt = 0
        let rebuilt = ''
        const hunks = diffTexts(from, to)
        hunks.forEach((hunk, index) => {
          expect(hunk.fromStart - fromAt).toBe(hunk.toStart - toAt)
          if (index > 0) expect(hunk.fromStart).toBeGreaterThan(fromAt)
          expect(hunk.fromEnd - hunk.fromStart + hunk.toEnd - hunk.toStart).toBeGreaterThan(0)
          expect(from.slice(fromAt, hunk.fromStart)).toBe(to.slice(toAt, hunk.toStart))
          rebuilt += from.slice(fromAt, hunk.fromStart) + to.slice(hunk.toStart, hunk.toEnd)
          fromAt = hunk.fromEnd
          toAt = hunk.toEnd
        })
        expect(rebuilt + from.slice(fromAt)).toBe(to)
        if (from === to) expect(hunks).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })

  it('cuts no character of either text', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        for (const { fromStart, fromEnd, toStart, toEnd } of diffTexts(from, to)) {
          expect([fromStart, fromEnd].every(at => isGraphemeBoundary(from, at))).toBe(true)
          expect([toStart, toEnd].every(at => isGraphemeBoundary(to, at))).toBe(true)
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it('keeps whole lines together where one is put between, changed or not', () => {
    const line = (n: number) => `Paragraph ${n} says that prices rose by ${n} percent.`
    const from = [line(1), '', line(2), '', line(3)].join('\n')
    const to = [
      line(1),
      '',
      'Something else altogether stands here.',
      '',
      line(2).replace('rose', 'fell'),
      '',
      line(3),
    ].join('\n')
    expect(
      diffTexts(from, to).map(hunk => [from.slice(hunk.fromStart, hunk.fromEnd), to.slice(hunk.toStart, hunk.toEnd)]),
    ).toEqual([
      ['', 'Something else altogether stands here.\n\n'],
      ['rose', 'fell'],
    ])
  })

  const words = (count: number, word: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => word(index))
  it.each([
    ['one word, and again', words(100_000, () => 'same').join(' '), words(99_000, () => 'same').join(' ')],
    [
      'one word with others strewn in',
      words(100_000, at => (at % 97 ? 'same' : `x${at}`)).join(' '),
      words(100_000, at => (at % 89 ? 'same' : `x${at}`)).join(' '),
    ],
    [
      'two words in turn, cut differently',
      words(100_000, at => (at % 2 ? 'a' : 'b')).join(' '),
      words(100_000, at => (at % 3 ? 'a' : 'b')).join(' '),
    ],
    ['equal lines', words(100_000, () => 'line').join('\n'), words(90_000, () => 'line').join('\n')],
    [
      'equal lines and others',
      words(100_000, at => (at % 7 ? 'l' : 'm')).join('\n'),
      words(100_000, at => (at % 5 ? 'l' : 'm')).join('\n'),
    ],
    ['nothing in common', words(100_000, at => `a${at}`).join(' '), words(100_000, at => `b${at}`).join(' ')],
    [
      'all in another order',
      words(100_000, at => `w${(at * 7919) % 100_000}`).join(' '),
      words(100_000, at => `w${(at * 104_729) % 100_000}`).join(' '),
    ],
    [
      'a few words over and over',
      words(100_000, at => `w${(at * at) % 13}`).join(' '),
      words(100_000, at => `w${(at * at * at) % 11}`).join(' '),
    ],
    ['one line of Chinese', '政府宣布失业率下降'.repeat(20_000), '政府宣布失业率上升'.repeat(20_000)],
    ['marks without letters', `a${'\u0301'.repeat(200_000)}b`, `a${'\u0301'.repeat(190_000)}c`],
    ['signs that reach forward', `${'\u0600'.repeat(100_000)}b`, `${'\u0600'.repeat(100_000)}c`],
    [
      'every second word another',
      words(100_000, at => (at % 2 ? `k${at % 500}` : 'a')).join(' '),
      words(100_000, at => (at % 2 ? `k${at % 500}` : `n${at}`)).join(' '),
    ],
  ])(
    'takes no long time over %s',
    (_case, from, to) => {
      // The processor's time, since the clock on the wall also counts what else the machine is doing.
      const before = process.cpuUsage()
      const hunks = diffTexts(from, to)
      const { user } = process.cpuUsage(before)
      expect(hunks.length).toBeGreaterThan(0)
      expect(user).toBeLessThan(3_000_000)
    },
    60_000,
  )
})

describe('diffWords', () => {
  it.each([
    ['He did say it.', 'He did not say it.', 'He did {+not +}say it.'],
    ['He did it.', "He didn't do it.", "He [-did-]{+didn't do+} it."],
    ['by 4.2 million', 'by 42 billion', 'by [-4.2 million-]{+42 billion+}'],
    ['from 4.2 to 5.1 percent', 'from 42 to 51 percent', 'from [-4.2-]{+42+} to [-5.1-]{+51+} percent'],
    [
      'The rate fell by 4 percent',
      'The number rose by 5 points',
      'The [-rate fell by 4 percent-]{+number rose by 5 points+}',
    ],
    ['失业率下降了', '失业率上升了', '失业率[-下降-]{+上升+}了'],
    ['อัตราลดลง', 'อัตราเพิ่มขึ้น', 'อัตรา[-ลดลง-]{+เพิ่มขึ้น+}'],
    ['a 👩 b', 'a 👩‍🔬 b', 'a [-👩-]{+👩‍🔬+} b'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
  ])('%s → %s', (was, now, expected) => {
    expect(marked(was, now)).toBe(expected)
  })

  it('is the old text without what was added, and the new one without what was removed', () => {
    fc.assert(
      fc.property(pairs, ([was, now]) => {
        const pieces = diffWords(was, now)
        const without = (kind: string) =>
          pieces
            .filter(piece => piece.kind !== kind)
            .map(piece => piece.text)
            .join('')
        expect(without('added')).toBe(was)
        expect(without('removed')).toBe(now)
        for (const piece of pieces) expect(piece.text).not.toBe('')
      }),
    )
  })
})

describe('WordFinder', () => {
  it('says of every range what hasWord says of it', () => {
    // Long stretches of signs with few words between them, so that whole blocks have none.
    const signs = fc
      .tuple(fc.constantFrom(' ', '.', '\u0301', '👩\u200d🔬'), fc.nat(400))
      .map(([sign, times]) => sign.repeat(times))
    const pieces = fc.array(fc.oneof(signs, fc.constantFrom('a', '4', '失', '𝒳', 'م')), { maxLength: 6 })
    const ends = fc.array(fc.tuple(fc.nat(2_500), fc.nat(2_500)), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(pieces, ends, (parts, pairs) => {
        const text = parts.join('')
        const words = new WordFinder(text)
        for (const [one, other] of pairs) {
          const start = Math.min(one, other, text.length)
          const end = Math.min(Math.max(one, other), text.length)
          expect(words.isIn(start, end)).toBe(hasWord(text, { start, end }))
        }
      }),
    )
  })
})
