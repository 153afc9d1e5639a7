import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeForAnchoring } from './anchor-normalization'
import { isGraphemeBoundary, snapToGraphemes } from './graphemes'
import { MAX_COUNTED, MAX_PLACES, quoteIndex } from './quote-index'
import { describeSpan, MAX_SPAN_LENGTH } from './selectors'

const speech =
  'The ministry says crime fell by 40% last year. Unemployment did not rise in any region.\n' +
  'The opposition says crime rose. No.\nThe ministry says crime fell by 40% this year. No. We built 1.2 million homes, and not one of them is empty.'

const rangeOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}
const anchored = (text: string, words: string, from = 0) => ({ kind: 'anchored', ...rangeOf(text, words, from) })

describe('anchor', () => {
  it.each([
    ['several words that stand once', { exact: 'Unemployment did not rise in any region' }],
    [
      'with the context that stands there',
      { exact: 'fell', prefix: 'The ministry says crime ', suffix: ' by 40% last year' },
    ],
    [
      'context joined without the whitespace of the text',
      { exact: 'No', prefix: 'The opposition sayscrime rose.', suffix: '.The' },
    ],
    ['with spaces at its ends', { exact: '  Unemployment did not rise in any region.\n' }],
    ['over a line break, sent with a space', { exact: 'region. The opposition says crime rose' }],
    ['with other quote marks and spaces', { exact: 'crime\u00a0fell by 40%  last year. Unemployment' }],
  ])('finds %s', (_case, quote) => {
    const found = quoteIndex(speech).anchor(quote)
    expect(found.kind).toBe('anchored')
    if (found.kind !== 'anchored') return
    expect(normalizeForAnchoring(speech.slice(found.start, found.end))).toBe(normalizeForAnchoring(quote.exact))
  })

  it.each([
    ['the words stand twice', { exact: 'The ministry says crime fell by 40%' }, 2],
    ['context tells two of three apart, not which of two', { exact: 'crime', prefix: 'The ministry says ' }, 2],
    ['a short quote stands once by chance', { exact: '1.2 million' }, 1],
    ['a single long word stands once', { exact: 'Unemployment' }, 1],
    ['a short quote with hardly any context', { exact: 'built', prefix: 'We ' }, 1],
    [
      'the words stand once, between other words',
      { exact: 'Unemployment did not rise in any region', prefix: 'It is false that ' },
      1,
    ],
    [
      'one side of the context holds',
      { exact: 'crime fell by 40%', prefix: 'The ministry says ', suffix: ' over ten years' },
      2,
    ],
  ])('leaves it to a person where %s', (_case, quote, count) => {
    expect(quoteIndex(speech).anchor(quote)).toMatchObject({ kind: 'ambiguous', count })
  })

  it.each([
    ['a number', 'Unemployment did not rise in any regions, crime fell by 42%'],
    ['a negation', 'Unemployment did rise in any region'],
    ['a capital letter', 'unemployment did not rise in any region'],
    ['a soft hyphen', 'Unemploy\u00adment did not rise in any region'],
    ['a zero-width space', 'Unemployment did not\u200b rise in any region'],
    ['spaces left out', 'Unemployment did notrise in any region'],
    ['an accent', 'Unémployment did not rise in any region'],
    ['nothing but spaces', ' \n'],
    ['nothing', ''],
  ])('finds no words that differ by %s', (_case, exact) => {
    expect(quoteIndex(speech).anchor({ exact })).toEqual({ kind: 'absent' })
  })

  it('takes no single word without context, however long', () => {
    const index = quoteIndex('They blame the counterrevolutionaries for it.')
    expect(index.anchor({ exact: 'counterrevolutionaries' })).toMatchObject({ because: 'TOO_LITTLE', count: 1 })
    expect(index.anchor({ exact: 'counterrevolutionaries', prefix: 'They blame the ' }).kind).toBe('anchored')
    expect(index.anchor({ exact: 'counterrevolutionaries for' }).kind).toBe('anchored')
  })

  it('puts the place with the likest context first', () => {
    const found = quoteIndex(speech).anchor({ exact: 'crime fell by 40%', suffix: ' this year' + ', they say' })
    expect(found).toMatchObject({ kind: 'ambiguous', places: [{ start: speech.lastIndexOf('crime fell') }, {}] })
  })

  it('takes offsets as a tie-break and as a check, never alone', () => {
    const index = quoteIndex(speech)
    const second = rangeOf(speech, 'crime fell by 40%', 60)
    expect(index.anchor({ exact: 'crime fell by 40%', at: second })).toEqual({ kind: 'anchored', ...second })
    expect(index.anchor({ exact: 'Unemployment', at: rangeOf(speech, 'Unemployment') }).kind).toBe('anchored')
    expect(index.anchor({ exact: 'Unemployment', at: second }).kind).toBe('ambiguous')
    expect(index.anchor({ exact: 'crime fell by 42%', at: second })).toEqual({ kind: 'absent' })
    expect(index.anchor({ exact: 'crime fell by 40%', prefix: 'he says ', at: second }).kind).toBe('ambiguous')
  })

  it('prefers the words byte for byte to the same with other quote marks', () => {
    const text = 'She said "we will build more homes here" and then “we will build more homes here” again.'
    expect(quoteIndex(text).anchor({ exact: '“we will build more homes here”' })).toEqual(
      anchored(text, '“we will build more homes here”'),
    )
  })

  it('cuts no character in two', () => {
    const text = 'The people who came were 👩‍🔬👩‍🔬 and many others with cafe\u0301 bags.'
    expect(quoteIndex(text).anchor({ exact: 'and many others with cafe' })).toEqual({ kind: 'absent' })
    expect(quoteIndex(text).anchor({ exact: '👩', prefix: 'The people who came were ' })).toEqual({ kind: 'absent' })
  })

  it.each([
    ['Chinese', '政府表示去年犯罪率下降了百分之四十。反对派说犯罪率上升了。', '去年犯罪率下降了'],
    ['Thai', 'รัฐบาลกล่าวว่าอาชญากรรมลดลงร้อยละสี่สิบเมื่อปีที่แล้ว', 'อาชญากรรมลดลงร้อยละสี่สิบ'],
    ['Arabic', 'قالت الوزارة إن الجريمة انخفضت بنسبة أربعين في المئة العام الماضي.', 'الجريمة انخفضت بنسبة أربعين'],
  ])('anchors a few words of %s', (_script, text, exact) => {
    expect(quoteIndex(text).anchor({ exact })).toEqual(anchored(text, exact))
  })
})

/** Word-like pieces of many scripts, some of them traps; every text repeats some. */
const pieces = fc.constantFrom(
  ...[
    'crime',
    'fell',
    'by',
    '40%',
    'the',
    'a',
    'aaaa',
    'e\u0301te\u0301',
    'naïve',
    'Straße',
    '👩‍🔬',
    '👍🏽',
    '🇰🇿🇰🇿',
    '각',
    '한국어',
  ],
  ...[
    'הממשלה',
    'שלום\u200f',
    'الجريمة',
    '\u202bעב\u202c',
    '犯罪率',
    '下降',
    'อาชญากรรม',
    'co\u00adoperate',
    'zero\u200bwidth',
    '“quoted”',
    "'x'",
  ],
)
const gaps = fc.constantFrom(' ', ' ', ' ', '\n', '\u00a0', '  ', '', '. ', ' \u0308')
const texts = fc.array(fc.tuple(pieces, gaps), { minLength: 1, maxLength: 80 }).map(parts => parts.flat().join(''))
const spans = fc
  .tuple(texts, fc.nat(), fc.nat(120))
  .map(([text, at, length]) => ({ text, ...snapToGraphemes(text, at % text.length, (at % text.length) + 1 + length) }))
  .filter(({ start, end }) => start < end)

describe('anchor, over random texts in many scripts', () => {
  it('finds a span by its quote and context at its very place, or leaves it to a person, never elsewhere', () => {
    fc.assert(
      fc.property(spans, ({ text, start, end }) => {
        const { exact, prefix, suffix } = describeSpan(text, start, end)
        const found = quoteIndex(text).anchor({ exact, prefix, suffix })
        expect(found.kind).not.toBe('absent')
        if (found.kind === 'anchored') expect(found).toEqual({ kind: 'anchored', start, end })
      }),
      { numRuns: 1_000 },
    )
  })

  it('finds it for certain with its offsets in this text', () => {
    fc.assert(
      fc.property(spans, ({ text, start, end }) => {
        const { exact, prefix, suffix } = describeSpan(text, start, end)
        const found = quoteIndex(text).anchor({ exact, prefix, suffix, at: { start, end } })
        const isCounted = found.kind !== 'ambiguous' || found.count >= MAX_COUNTED
        if (isCounted) expect(found).toEqual({ kind: 'anchored', start, end })
      }),
      { numRuns: 500 },
    )
  })

  it('anchors only words that stand there, between the context given', () => {
    fc.assert(
      fc.property(spans, fc.nat(), pieces, ({ text, start, end }, at, piece) => {
        const { exact, prefix, suffix } = describeSpan(text, start, end)
        const cut = at % (exact.length + 1)
        const edited = exact.slice(0, cut) + piece + exact.slice(cut)
        const found = quoteIndex(text).anchor({ exact: edited, prefix, suffix, at: { start, end } })
        if (found.kind !== 'anchored') return
        expect(normalizeForAnchoring(text.slice(found.start, found.end))).toBe(normalizeForAnchoring(edited))
      }),
      { numRuns: 500 },
    )
  })

  it('never anchors a quote with a word in it that the text does not have', () => {
    fc.assert(
      fc.property(
        spans,
        fc.nat(),
        fc.constantFrom('not', '\u00ad', '\u200d', '7', 'é', '\u0307'),
        ({ text, start, end }, at, edit) => {
          const { exact, prefix, suffix } = describeSpan(text, start, end)
          const cut = at % (exact.length + 1)
          const edited = `${exact.slice(0, cut)}${edit}${edit}${exact.slice(cut)}`
          expect(quoteIndex(text).anchor({ exact: edited, prefix, suffix, at: { start, end } })).toEqual({
            kind: 'absent',
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('suggests whole characters within the text, each once', () => {
    fc.assert(
      fc.property(spans, fc.nat(), pieces, ({ text, start, end }, at, piece) => {
        const { exact, prefix, suffix } = describeSpan(text, start, end)
        const cut = at % (exact.length + 1)
        const suggested = quoteIndex(text).suggest({ exact: exact.slice(0, cut) + piece, prefix, suffix })
        expect(suggested.length).toBeLessThanOrEqual(MAX_PLACES)
        for (const place of suggested) {
          expect(isGraphemeBoundary(text, place.start) && isGraphemeBoundary(text, place.end)).toBe(true)
          expect(place.end - place.start).toBeGreaterThan(0)
          expect(place.end - place.start).toBeLessThanOrEqual(MAX_SPAN_LENGTH)
        }
        expect(new Set(suggested.map(place => place.start)).size).toBe(suggested.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('suggest', () => {
  const index = quoteIndex(speech)
  const first = (quote: Parameters<typeof index.suggest>[0]) => {
    const [place] = index.suggest(quote)
    return place && speech.slice(place.start, place.end)
  }

  it.each([
    ['another number', { exact: 'We built 12 million homes' }, 'We built 1.2 million homes'],
    [
      'a negation left out',
      { exact: 'Unemployment did rise in any region' },
      'Unemployment did not rise in any region',
    ],
    ['soft hyphens', { exact: 'Unemploy\u00adment did not rise' }, 'Unemployment did not rise'],
    ['words cut short', { exact: 'nemployment didn’t rise in any regio' }, 'Unemployment did not rise in any region'],
    ['capitals', { exact: 'UNEMPLOYMENT DID NOT RISE' }, 'Unemployment did not rise'],
    [
      'other words between the same',
      {
        exact: 'joblessness stayed low everywhere',
        prefix: 'fell by 40% last year. ',
        suffix: '.\nThe opposition says',
      },
      'Unemployment did not rise in any region',
    ],
  ])('points to the passage in spite of %s', (_case, quote, expected) => {
    expect(first(quote)).toBe(expected)
  })

  it('points to the one of two alike that has the context', () => {
    const [place] = index.suggest({
      exact: 'crime fell by 41%',
      prefix: 'The ministry says ',
      suffix: ' this year. No.',
    })
    expect(place).toEqual(rangeOf(speech, 'crime fell by 40%', 60))
  })

  it('gives every place of an ambiguous quote', () => {
    expect(index.suggest({ exact: 'No' }, 2)).toHaveLength(2)
  })

  it('says nothing where nothing is alike', () => {
    expect(index.suggest({ exact: 'Quantum jellyfish vex bright foxtrot hymns' })).toEqual([])
    expect(quoteIndex('').suggest({ exact: 'anything' })).toEqual([])
  })
})

describe('repetitive texts', () => {
  it('are answered without looking at every place', () => {
    const text = `${'a'.repeat(400_000)}b`
    const index = quoteIndex(text)
    const quotes = Array.from({ length: 50 }, (_, more) => ({ exact: 'a'.repeat(4_900 + more) }))
    const began = performance.now()
    for (const quote of quotes) expect(index.anchor(quote).kind).toBe('ambiguous')
    for (const quote of quotes.slice(0, 5)) index.suggest({ exact: `${quote.exact}c`, prefix: 'a'.repeat(200) })
    // Some 60 ms on an idle machine; looking at every place takes minutes.
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(index.anchor({ exact: 'a'.repeat(4_000), suffix: 'b' })).toMatchObject({
      count: 1,
      places: [{ start: 396_000, end: 400_000 }],
    })
  })
})
