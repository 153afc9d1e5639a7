import { describe, expect, it } from 'vitest'
import { isPartialDate, isStillToCome, partialDateInWords } from './partial-date'

describe('partialDateInWords', () => {
  it.each([
    ['2022', '2022', '2022'],
    ['2022-01', 'January 2022', 'Jan 2022'],
    ['2022-01-05', '5 January 2022', '5 Jan 2022'],
    ['0999-12-31', '31 December 999', '31 Dec 999'],
    ['2022-1', '2022-1', '2022-1'],
  ])('says %s as %s, or short %s', (text, long, short) => {
    expect([partialDateInWords(text), partialDateInWords(text, 'short')]).toEqual([long, short])
  })
})

describe('isPartialDate', () => {
  it.each(['2022', '2022-01', '2022-01-05', '2024-02-29', '0999'])('takes %s', text => {
    expect(isPartialDate(text)).toBe(true)
  })

  it.each(['', '22', '0000', '0000-02-29', '2022-1', '2022-13', '2022-02-30', '2023-02-29', '2022-01-05T00:00:00Z'])(
    'refuses %j',
    text => {
      expect(isPartialDate(text)).toBe(false)
    },
  )
})

describe('isStillToCome', () => {
  const at = new Date('2026-11-23T19:00:00Z')

  it.each([
    ['2026', false],
    ['2026-11', false],
    ['2026-11-23', false],
    ['2026-11-24', false], // It is, in Tokyo.
    ['2026-11-25', true],
    ['2026-12', true],
    ['2027', true],
    ['9999-12-31', true],
    ['0001', false],
  ])('of %s says %s', (text, expected) => {
    expect(isStillToCome(text, at)).toBe(expected)
  })
})
