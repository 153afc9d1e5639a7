import { describe, expect, it } from 'vitest'
import { changedFields, EMPTY_DETAILS, inLanguage, inputOf, problemOf, problemWithout } from './statement-draft'

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

  it('no longer calls wrong what has changed since', () => {
    const problem = problemOf(inputOf(EMPTY_DETAILS, ''))
    const titled = { ...EMPTY_DETAILS, title: 'A speech' }
    const left = problemWithout(problem, changedFields(EMPTY_DETAILS, titled))
    expect(left?.errors.map(({ path }) => path)).toEqual(['text', 'claimant'])
    expect(problemWithout(left, ['text', 'claimant'])).toBeNull()
    expect(problemWithout(left, ['context'])).toBe(left)
  })

  it('calls a typed language tag by the name the API has for it', () => {
    expect(changedFields(EMPTY_DETAILS, { ...EMPTY_DETAILS, otherLanguage: 'ckb' })).toEqual(['language'])
  })
})

it('gives the place where a statement appeared its scheme', () => {
  expect(inputOf({ ...details, appearance: 'example.org/speech' }, 'x')).toMatchObject({
    appearance: 'https://example.org/speech',
  })
})
