import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeForAnchoring } from './anchor-normalization'
import { isGraphemeBoundary, snapToGraphemes } from './graphemes'
import {
  CONTEXT_LENGTH,
  checkSpan,
  describeSpan,
  findQuote,
  MAX_QUOTE_COUNT,
  MAX_SPAN_LENGTH,
  quoteFinder,
} from './selectors'

const demoText = readFileSync(new URL('../../prisma/demo/statement.txt', import.meta.url), 'utf8')
const demo: { claims: { id: string; targets: { exact: string }[] }[] } = JSON.parse(
  readFileSync(new URL('../../prisma/demo/demo.json', import.meta.url), 'utf8'),
)

const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'c',
    ' ',
    '\n',
    '\u00a0',
    '“',
    '"',
    '’',
    'e\u0301',
    '👩‍🔬',
    '🇰🇿',
    '각',
    'שלום',
    '業',
    '\u00ad',
    '\u202b',
  ),
  minLength: 1,
  maxLength: 60,
})

/** A text and a span of it that a selection could give. */
const spansInTexts = fc
  .tuple(texts, fc.nat(400), fc.nat(400))
  .map(([text, one, other]) => {
    const [start, end] = [Math.min(one, other) % (text.length + 1), Math.max(one, other) % (text.length + 1)]
    return { text, ...snapToGraphemes(text, Math.min(start, end), Math.max(start, end)) }
  })
  .filter(({ start, end }) => start < end)

describe('describeSpan', () => {
  it('keeps 32 code units on either side', () => {
    const text = `${'x'.repeat(50)}quote${'y'.repeat(50)}`
    expect(describeSpan(text, 50, 55)).toEqual({
      exact: 'quote',
      prefix: 'x'.repeat(32),
      suffix: 'y'.repeat(32),
      start: 50,
      end: 55,
    })
  })

  it.each([
    ['the whole text has no context', 'whole', 0, 5, '', ''],
    ['the text may end sooner', 'a quote b', 2, 7, 'a ', ' b'],
    ['line breaks are context', 'a\nquote\n\nb', 2, 7, 'a\n', '\n\nb'],
    [
      'an emoji at the edge is left out, not halved',
      `👍${'x'.repeat(31)}q${'y'.repeat(31)}👍`,
      33,
      34,
      'x'.repeat(31),
      'y'.repeat(31),
    ],
    ['a family too', `👨‍👩‍👧${'x'.repeat(30)}q`, 38, 39, 'x'.repeat(30), ''],
    [
      'a character longer than the context leaves none',
      `e${'\u0301'.repeat(40)}qe${'\u0301'.repeat(40)}`,
      41,
      42,
      '',
      '',
    ],
  ])('%s', (_case, text, start, end, prefix, suffix) => {
    expect(describeSpan(text, start, end)).toMatchObject({ prefix, suffix })
  })

  it('describes text that is there, whole characters only, and passes the check', () => {
    fc.assert(
      fc.property(spansInTexts, ({ text, start, end }) => {
        const { exact, prefix, suffix } = describeSpan(text, start, end)
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix)
        expect(isGraphemeBoundary(text, start - prefix.length) && isGraphemeBoundary(text, end + suffix.length)).toBe(
          true,
        )
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(CONTEXT_LENGTH)
        expect(checkSpan(text, { start, end, exact })).toBeNull()
      }),
    )
  })
})

describe('checkSpan', () => {
  const text = 'A 👍 e\u0301 \n\u00a0 word'

  it.each([
    ['a fraction', { start: 0.5, end: 2 }, 'NOT_INTEGER'],
    ['no number at all', { start: Number.NaN, end: 2 }, 'NOT_INTEGER'],
    ['infinity', { start: 0, end: Number.POSITIVE_INFINITY }, 'NOT_INTEGER'],
    ['before the text', { start: -1, end: 2 }, 'OUT_OF_RANGE'],
    ['after the text', { start: 0, end: 99 }, 'OUT_OF_RANGE'],
    ['reversed', { start: 3, end: 1 }, 'REVERSED'],
    ['empty', { start: 1, end: 1 }, 'EMPTY'],
    ['only spaces and line breaks', { start: 7, end: 11 }, 'BLANK'],
    ['half an emoji', { start: 0, end: 3 }, 'CUTS_CHARACTER'],
    ['a letter without its accent', { start: 5, end: 6 }, 'CUTS_CHARACTER'],
    ['an accent without its letter', { start: 6, end: 8 }, 'CUTS_CHARACTER'],
    ['another quote', { start: 0, end: 4, exact: 'A 👎' }, 'QUOTE_DIFFERS'],
    ['the quote with other whitespace', { start: 5, end: 11, exact: 'e\u0301    ' }, 'QUOTE_DIFFERS'],
  ])('refuses %s', (_case, span, code) => {
    expect(checkSpan(text, span)?.code).toBe(code)
  })

  it.each([
    ['with its quote', { start: 0, end: 4, exact: 'A 👍' }],
    ['without', { start: 5, end: 7 }],
    ['across lines', { start: 5, end: text.length }],
  ])('takes a span %s', (_case, span) => {
    expect(checkSpan(text, span)).toBeNull()
  })

  it('takes the longest span and refuses one more', () => {
    const long = 'x'.repeat(MAX_SPAN_LENGTH + 1)
    expect(checkSpan(long, { start: 0, end: MAX_SPAN_LENGTH })).toBeNull()
    expect(checkSpan(long, { start: 0, end: MAX_SPAN_LENGTH + 1 })?.code).toBe('TOO_LONG')
  })

  it('says which offsets would do', () => {
    expect(checkSpan('a👍b', { start: 2, end: 4 })?.message).toContain('1–4')
  })
})

describe('findQuote', () => {
  it.each([
    ['once', 'crime fell by 40%', { exact: 'fell' }, [6, 10]],
    ['over a line break, sent with a space', 'fell by\n\n40% in', { exact: 'by 40%' }, [5, 12]],
    ['over a no-break space', 'fell 40\u00a0%', { exact: '40 %' }, [5, 9]],
    ['with straight quotes where the text has curly ones', 'he said “it’s done”.', { exact: '"it\'s done"' }, [8, 19]],
    ['in its own spelling first', 'a “b” c "b"', { exact: '"b"' }, [8, 11]],
    [
      'repeated, told apart by what precedes',
      'it fell. then it fell.',
      { exact: 'it fell', prefix: 'then ' },
      [14, 21],
    ],
    ['repeated, told apart by what follows', 'it fell. it fell, too', { exact: 'it fell', suffix: ', too' }, [9, 16]],
    [
      'by context that joined two blocks without a space',
      'One.\nTwo.\nX\nTwo.',
      { exact: 'Two.', prefix: 'One.' },
      [5, 9],
    ],
    ['by context with other quote marks', '“a” x, ‘a’ x', { exact: 'x', prefix: "'a' " }, [11, 12]],
    ['the whole text', 'all', { exact: 'all', prefix: '', suffix: '' }, [0, 3]],
    ['after surrogate pairs', '👍👍 x', { exact: 'x' }, [5, 6]],
    ['right to left', 'אמר שלום לכולם', { exact: 'שלום' }, [4, 8]],
  ])('finds a quote %s', (_case, text, quote, range) => {
    expect(findQuote(text, quote)).toEqual({ kind: 'unique', start: range[0], end: range[1] })
  })

  it.each([
    ['twice', 'it fell. it fell.', { exact: 'it fell' }, 2],
    ['three times, overlapping', 'aaaa', { exact: 'aa' }, 3],
    ['twice in the same context', 'x it fell. x it fell.', { exact: 'it fell', prefix: 'x ', suffix: '.' }, 2],
    ['twice in its own spelling, a third in another', '"b" "b" “b”', { exact: '"b"' }, 2],
    ['twice once whitespace is unified', 'a\nb a\u00a0b', { exact: 'a b' }, 2],
    ['more often than is counted', 'a '.repeat(MAX_QUOTE_COUNT + 5), { exact: 'a' }, MAX_QUOTE_COUNT],
  ])('does not choose between places: %s', (_case, text, quote, count) => {
    expect(findQuote(text, quote)).toEqual({ kind: 'ambiguous', count })
  })

  it.each([
    ['that is not there', 'it rose', { exact: 'it fell' }],
    ['with one letter changed', 'did not', { exact: 'did' + 'nt' }],
    ['of other case', 'It fell', { exact: 'it fell' }],
    ['that stands once, but after other words', 'it did not fall', { exact: 'fall', prefix: 'it did ' }],
    ['that stands once, but before other words', 'it fell in May', { exact: 'it fell', suffix: ' in June' }],
    ['with context beyond the start of the text', 'fell', { exact: 'fell', prefix: 'it ' }],
    ['with context beyond its end', 'fell', { exact: 'fell', suffix: ' hard' }],
    ['that is empty', 'text', { exact: '' }],
    ['that is blank', 'a b', { exact: ' ' }],
    ['that is a letter of a composed character', 'e\u0301', { exact: 'e' }],
    ['that is half an emoji', '👍', { exact: '\udc4d' }],
    ['that is one of a family', '👨‍👩‍👧', { exact: '👩' }],
    ['in another normalisation form', 'e\u0301', { exact: 'é' }],
    ['with a decimal point lost', '4.2', { exact: '42' }],
  ])('does not find a quote %s', (_case, text, quote) => {
    expect(findQuote(text, quote)).toEqual({ kind: 'absent' })
  })

  it('finds what describeSpan described, or says that it repeats; never another place', () => {
    fc.assert(
      fc.property(spansInTexts, ({ text, start, end }) => {
        const match = findQuote(text, describeSpan(text, start, end))
        expect(match.kind).not.toBe('absent')
        if (match.kind === 'unique') expect(match).toEqual({ kind: 'unique', start, end })
      }),
    )
  })

  it('finds the normalised quote at text that normalises to it', () => {
    fc.assert(
      fc.property(spansInTexts, ({ text, start, end }) => {
        const exact = normalizeForAnchoring(text.slice(start, end))
        const match = findQuote(text, { exact })
        if (match.kind === 'unique') expect(normalizeForAnchoring(text.slice(match.start, match.end))).toBe(exact)
        else if (match.kind === 'absent') expect(exact).toBe('')
      }),
    )
  })

  it.each([
    ['one letter, over and over', 'a'.repeat(2_000_000), { exact: 'a'.repeat(2_500), prefix: 'b' }],
    ['flags without end', '🇦🇧'.repeat(500_000), { exact: '🇦🇧' }],
    ['spaces without end', `a${' '.repeat(1_000)}`.repeat(2_000), { exact: 'a', prefix: 'b a' }],
  ])(
    'gives up in bounded time: %s',
    (_case, text, quote) => {
      const before = performance.now()
      expect(findQuote(text, quote).kind).not.toBe('unique')
      expect(performance.now() - before).toBeLessThan(5_000)
    },
    30_000,
  )

  it('finds every quote of the demo, once', () => {
    const find = quoteFinder(demoText)
    const quotes = demo.claims.flatMap(claim => claim.targets.map(target => target.exact))
    expect(quotes).toHaveLength(16)
    for (const exact of quotes) {
      const match = find({ exact })
      expect(match, exact).toMatchObject({ kind: 'unique' })
      if (match.kind === 'unique') {
        expect(normalizeForAnchoring(demoText.slice(match.start, match.end))).toBe(normalizeForAnchoring(exact))
        expect(checkSpan(demoText, match)).toBeNull()
      }
    }
  })
})
