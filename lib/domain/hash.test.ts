import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256Hex } from '@/lib/domain/hash'

describe('sha256Hex', () => {
  it.each([
    // FIPS 180-4 examples; the third by coreutils' sha256sum over the UTF-8 bytes.
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'text beyond ASCII and beyond the BMP',
      'Қазақстан 🇰🇿',
      'df93e2f0a8937b73b28da7ce34e3426dd379a818b2261cfa29631bdc25cd9be7',
    ],
  ])('of %s', (_case, text, expected) => {
    expect(sha256Hex(text)).toBe(expected)
  })

  it('refuses a lone surrogate, which would hash like its replacement', () => {
    expect(() => sha256Hex('a\ud800b')).toThrow(RangeError)
    expect(() => sha256Hex('\udc00')).toThrow(RangeError)
  })
})

describe('canonicalJson', () => {
  it('writes what RFC 8785 gives as its examples', () => {
    const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0]
    expect(canonicalJson(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
    expect(
      canonicalJson({ literals: [null, true, false], string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f' }),
    ).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    const byCodeUnit = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(byCodeUnit)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 0 })).toBe(canonicalJson({ a: 0, b: [{ c: 2, d: 1 }] }))
  })

  it.each<[string, () => string]>([
    ['NaN', () => canonicalJson({ n: Number.NaN })],
    ['infinity', () => canonicalJson([Number.POSITIVE_INFINITY])],
    ['a lone surrogate in a value', () => canonicalJson(['a\ud800'])],
    ['a lone surrogate in a name', () => canonicalJson({ '\udfff': 1 })],
    ['a lone surrogate after backslashes', () => canonicalJson('\\\\\ud800')],
  ])('refuses %s', (_case, write) => {
    expect(write).toThrow()
  })

  it('takes text that only looks like an escaped surrogate', () => {
    expect(canonicalJson('\\ud800')).toBe('"\\\\ud800"')
    expect(canonicalJson('😀')).toBe('"😀"')
  })
})

describe('contentHash', () => {
  it('is over the salt, the type and the body', () => {
    const body = { rating: 'FALSE', rationale: 'Same table.' }
    expect(contentHash('salt', 'verdict', body)).toBe(
      sha256Hex('{"body":{"rating":"FALSE","rationale":"Same table."},"salt":"salt","type":"verdict"}'),
    )
    const hashes = [
      contentHash('salt', 'verdict', body),
      contentHash('salt2', 'verdict', body),
      contentHash('salt', 'comment', body),
      contentHash('salt', 'verdict', { ...body, rating: 'TRUE' }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
