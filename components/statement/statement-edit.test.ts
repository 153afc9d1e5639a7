import { describe, expect, it } from 'vitest'
import { EMPTY_DETAILS } from '@/components/statements-new/statement-draft'
import { changesOf, claimantNotice, detailsOf } from './statement-edit'

const statement = {
  title: 'Remarks',
  claimant: 'The harbour office',
  claimantRole: null,
  appearance: 'https://harbour.example/remarks',
  saidOn: null,
  language: 'en',
  direction: 'ltr' as const,
  context: 'A speech.',
}

describe('the details of a statement', () => {
  it.each([
    ['a language of the list', 'pt', { language: 'pt', otherLanguage: '' }],
    ['another language', 'pt-BR', { language: 'other', otherLanguage: 'pt-BR' }],
  ])('are held as typed, with %s', (_case, language, expected) => {
    const details = detailsOf({ ...statement, language })
    expect(details).toEqual({ ...EMPTY_DETAILS, ...statement, claimantRole: '', saidOn: '', ...expected })
  })

  it.each([
    ['nothing changed', {}, {}],
    ['a title and no context', { title: 'Speech', context: '' }, { title: 'Speech', context: '' }],
    [
      'an address without its scheme',
      { appearance: 'harbour.example/other' },
      { appearance: 'https://harbour.example/other' },
    ],
    ['the same address without its scheme', { appearance: 'harbour.example/remarks' }, {}],
    ['another tag', { language: 'other', otherLanguage: 'ckb' }, { language: 'ckb' }],
  ])('are sent as far as they changed: %s', (_case, change, expected) => {
    const before = detailsOf(statement)
    expect(changesOf(before, { ...before, ...change })).toEqual(expected)
  })
})

describe('claimantNotice', () => {
  const claim = (
    claimant: string | null,
    cast: number,
    stage: 'OPEN' | 'DECIDED' = 'OPEN',
    state: 'OPEN' | 'CLOSED' = 'OPEN',
  ) => ({
    claimant,
    stage,
    round: { number: 1, state, cast, missing: 3 - cast, quorum: 3 },
  })
  it.each([
    ['no claims', [], null],
    ['only claims of others', [claim('The pilot', 2), claim('The pilot', 3, 'DECIDED', 'CLOSED')], null],
    ['one claim, nothing cast', [claim(null, 0)], '1 claim here names no one else, so whoever you name makes it.'],
    [
      'one claim with a verdict',
      [claim(null, 1), claim('The pilot', 1)],
      '1 claim here names no one else, so whoever you name makes it. Verdicts have been cast on it: they will no longer count, and its next round starts.',
    ],
    [
      'three, one closed and one with a verdict',
      [claim(null, 0), claim(null, 1), claim(null, 3, 'OPEN', 'CLOSED')],
      '3 claims here name no one else, so whoever you name makes them. Verdicts have been cast on two of them: they will no longer count, and their next rounds start.',
    ],
    [
      'one of them decided',
      [claim(null, 0), claim(null, 3, 'DECIDED', 'CLOSED')],
      '1 claim has been decided as said by The harbour office. Reopen it first, then change who says it.',
    ],
  ])('%s', (_case, claims, expected) => {
    expect(claimantNotice(claims, 'The harbour office')).toBe(expected)
  })
})
