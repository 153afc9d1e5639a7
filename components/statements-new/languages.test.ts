import { describe, expect, it } from 'vitest'
import { COMMON_LANGUAGES, directionOf } from './languages'

describe('directionOf', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ur', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['', 'ltr'],
    ['no such tag', 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction)
  })

  it('knows every language that the list offers', () => {
    for (const { tag } of COMMON_LANGUAGES) expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
  })
})
