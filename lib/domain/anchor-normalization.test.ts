import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWhitespace, mapForAnchoring, normalizeForAnchoring, unifyQuoteMark } from './anchor-normalization'

const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    ' ',
    '\n',
    '\u00a0',
    '\t',
    '\u3000',
    '“',
    '”',
    '’',
    '«',
    '″',
    '"',
    "'",
    '👩‍🔬',
    'é',
    '\u200b',
    '\ufeff',
  ),
})

describe('normalizeForAnchoring', () => {
  it.each([
    ['runs of spaces and line breaks are one space', 'one \n\n two\tthree', 'one two three'],
    ['no-break, narrow and ideographic spaces are spaces', '4\u00a0000\u202fkm\u3000x', '4 000 km x'],
    ['the ends are trimmed', '\u00a0 said \n', 'said'],
    ['nothing but whitespace is nothing', ' \n\u00a0', ''],
    ['curly, low, angle and prime double quotes', '“a” „b‟ «c» 5″', '"a" "b" "c" 5"'],
    ['curly, low, angle and prime single quotes', '‘a’ ‚b‛ ‹c› 5′', "'a' 'b' 'c' 5'"],
    ['apostrophes', 'didn’t', "didn't"],
  ])('%s', (_case, text, expected) => {
    expect(normalizeForAnchoring(text)).toBe(expected)
  })

  it.each([
    ['case', 'The', 'the'],
    ['single and double quotes', '5′', '5″'],
    ['a hyphen and a dash', '1-2', '1–2'],
    ['composed and decomposed letters', 'é', 'e\u0301'],
    ['a soft hyphen', 're\u00adform', 'reform'],
    ['a zero-width space', 'a\u200bb', 'a b'],
    ['a decimal point', '4.2', '42'],
    ['full-width digits', '４', '4'],
  ])('keeps apart what may carry meaning: %s', (_case, one, other) => {
    expect(normalizeForAnchoring(one)).not.toBe(normalizeForAnchoring(other))
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, text => {
        const once = normalizeForAnchoring(text)
        expect(normalizeForAnchoring(once)).toBe(once)
      }),
    )
  })
})

describe('isWhitespace', () => {
  it('is Unicode White_Space for every code unit, and nothing is not', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit)
      expect(isWhitespace(character), unit.toString(16)).toBe(/\p{White_Space}/u.test(character))
    }
    expect(isWhitespace('')).toBe(false)
  })
})

describe('mapForAnchoring', () => {
  it('leads every normalised code unit back to the place it came from', () => {
    fc.assert(
      fc.property(texts, text => {
        const { normalized, offsets } = mapForAnchoring(text)
        expect(normalized).toBe(normalizeForAnchoring(text))
        let behind = 0
        for (let index = 0; index < normalized.length; index++) {
          const origin = offsets.toOriginal(index)
          const original = text.charAt(origin)
          expect(isWhitespace(original) ? ' ' : unifyQuoteMark(original)).toBe(normalized.charAt(index))
          // Of white space the first, and whatever was left out leads to what follows it.
          expect(text.slice(behind, origin).trim()).toBe('')
          for (; behind <= origin; behind++) expect(offsets.toNormalized(behind)).toBe(index)
        }
        for (; behind <= text.length; behind++) expect(offsets.toNormalized(behind)).toBe(normalized.length)
      }),
    )
  })
})
