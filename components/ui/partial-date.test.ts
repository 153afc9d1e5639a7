import { describe, expect, it } from 'vitest'
import { partialDateInWords } from './partial-date'

describe('partialDateInWords', () => {
  it.each([
    ['2022', '2022'],
    ['2022-01', 'January 2022'],
    ['2022-01-05', '5 January 2022'],
    ['0999-12-31', '31 December 999'],
  ])('says %s as %s', (text, expected) => {
    expect(partialDateInWords(text)).toBe(expected)
  })
})
