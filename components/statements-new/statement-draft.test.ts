import { describe, expect, it } from 'vitest'
import { EMPTY_DETAILS, inLanguage, inputOf, problemOf } from './statement-draft'

const details = { ...EMPTY_DETAILS, title: 'A speech', claimant: 'The speaker' }

describe('a new statement', () => {
  it.each([
    ['is complete', details, 'Fuel prices rose.', []],
    ['has no text', details, ' \n', ['text']],
    ['has no title and no speaker', EMPTY_DETAILS, 'Fuel prices rose.', ['title', 'claimant']],
    ['holds half a character', details, 'Fuel \ud83d prices', ['text']],
    ['is too long', details, 'word '.repeat(200_001), ['text']],
    ['appeared at no web address', { ...details, appearance: 'javascript:alert(1)' }, 'Prices rose.', ['appearance']],
    ['was said on no date', { ...details, saidOn: '2022-13' }, 'Prices rose.', ['saidOn']],
    ['is in no language', { ...details, language: 'other', otherLanguage: '' }, 'Prices rose.', ['language']],
    ['is in a language of its own', { ...details, language: 'other', otherLanguage: ' pt-BR ' }, 'Prices rose.', []],
  ])('that %s', (_case, filled, text, fields) => {
    const problem = problemOf(inputOf(filled, text))
    expect(problem?.errors.map(({ path }) => path) ?? []).toEqual(fields)
  })

  it('takes the direction of its language', () => {
    const arabic = inLanguage(details, { language: 'ar' })
    expect(arabic.direction).toBe('rtl')
    expect(inLanguage(arabic, { language: 'other', otherLanguage: 'az-Latn' }).direction).toBe('ltr')
  })
})
