import { describe, expect, it } from 'vitest'
import {
  type CorrectionGround,
  correctionProblems,
  type DueCorrection,
  fittingKinds,
  type Outcome,
  type Said,
} from './correction'

const FALSE: Said = { rating: { key: 'FALSE', label: 'False' }, isDismissed: false }
const TRUE: Said = { rating: { key: 'TRUE', label: 'True' }, isDismissed: false }
const WRONG: Said = { rating: { key: 'FALSE', label: 'Wrong' }, isDismissed: false }
const UNRATED: Said = { rating: null, isDismissed: false }
const DISMISSED: Said = { rating: null, isDismissed: true }
const decided = (said: Said): Outcome => ({ state: 'DECIDED', ...said })

describe('fittingKinds', () => {
  it.each<[string, Said, Outcome, string]>([
    ['the same rating, decided anew', FALSE, decided(FALSE), 'CLARIFICATION UPDATE CORRECTION'],
    ['another rating', FALSE, decided(TRUE), 'UPDATE CORRECTION'],
    ['the same rating under another word', FALSE, decided(WRONG), 'UPDATE CORRECTION'],
    ['no rating any more', FALSE, decided(UNRATED), 'UPDATE CORRECTION'],
    ['a rating where there was none', UNRATED, decided(TRUE), 'UPDATE CORRECTION'],
    ['dismissed', FALSE, decided(DISMISSED), 'CORRECTION RETRACTION'],
    ['dismissed where there was no rating', UNRATED, decided(DISMISSED), 'CORRECTION RETRACTION'],
    ['dismissed again', DISMISSED, decided(DISMISSED), 'CLARIFICATION UPDATE CORRECTION'],
    ['dismissed, then rated', DISMISSED, decided(TRUE), 'UPDATE CORRECTION'],
    ['dismissed, then resolved without a rating', DISMISSED, decided(UNRATED), 'UPDATE CORRECTION'],
    ['withdrawn', FALSE, { state: 'WITHDRAWN' }, 'CORRECTION RETRACTION'],
    ['dismissed, then withdrawn', DISMISSED, { state: 'WITHDRAWN' }, 'CORRECTION RETRACTION'],
    ['merged', FALSE, { state: 'MERGED' }, 'CORRECTION RETRACTION'],
  ])('%s', (_case, was, is, kinds) => {
    expect(fittingKinds(was, is).join(' ')).toBe(kinds)
  })
})

describe('correctionProblems', () => {
  const change = (claimId: string, is: Outcome): DueCorrection => ({
    claimId,
    claimReviewed: `Sentence ${claimId}`,
    publication: 2,
    was: FALSE,
    is,
  })
  const ground: CorrectionGround = {
    due: [change('rated', decided(TRUE)), change('gone', { state: 'WITHDRAWN' })],
    underReview: new Map([['reopened', 'Sentence reopened']]),
    published: new Map(['rated', 'gone', 'reopened', 'same'].map(id => [id, `Sentence ${id}`])),
  }
  const rated = { claimId: 'rated', kind: 'UPDATE' } as const
  const gone = { claimId: 'gone', kind: 'RETRACTION' } as const
  const whole = { claimId: null, kind: 'CORRECTION' } as const

  it('wants exactly one for each claim that is due, and takes one of the statement as a whole', () => {
    expect(correctionProblems([rated, gone], ground)).toEqual([])
    expect(correctionProblems([whole, gone, rated], ground)).toEqual([])
  })

  it('names every claim that is left out', () => {
    expect(correctionProblems([], ground)).toEqual([
      { path: 'corrections', message: 'Say what changed about “Sentence rated” since publication 2.' },
      { path: 'corrections', message: 'Say what changed about “Sentence gone” since publication 2.' },
    ])
  })

  it.each([
    ['two for one claim', rated, 'corrections.2.claimId', 'Give one correction for each claim.'],
    [
      'one under review',
      { claimId: 'reopened', kind: 'UPDATE' },
      'corrections.2.claimId',
      '“Sentence reopened” is under review again. Say what changed once it is decided.',
    ],
    [
      'one that has not changed',
      { claimId: 'same', kind: 'UPDATE' },
      'corrections.2.claimId',
      'Nothing has changed about “Sentence same” since it was published. Add a note to it instead.',
    ],
    [
      'one that was never published',
      { claimId: 'other', kind: 'UPDATE' },
      'corrections.2.claimId',
      'No publication shows this claim, so there is nothing to correct.',
    ],
    [
      'a retraction of everything at once',
      { claimId: null, kind: 'RETRACTION' },
      'corrections.2.kind',
      'Checks are retracted one by one: withdraw their claims.',
    ],
  ] as const)('refuses %s', (_case, third, path, message) => {
    expect(correctionProblems([rated, gone, third], ground)).toEqual([{ path, message }])
  })

  it('refuses a word that hides what happened', () => {
    expect(
      correctionProblems(
        [
          { claimId: 'rated', kind: 'CLARIFICATION' },
          { claimId: 'gone', kind: 'UPDATE' },
        ],
        ground,
      ),
    ).toEqual([
      {
        path: 'corrections.0.kind',
        message: 'The rating of “Sentence rated” is another one now: call this an update or a correction.',
      },
      {
        path: 'corrections.1.kind',
        message: '“Sentence gone” is no longer published: call this a correction or a retraction.',
      },
    ])
  })

  it('takes none before anything is published', () => {
    const nothing = { due: [], underReview: new Map(), published: new Map() }
    expect(correctionProblems([whole], nothing)).toMatchObject([{ path: 'corrections.0.claimId' }])
  })

  it('cuts a long sentence between characters', () => {
    const due = [{ ...change('rated', decided(TRUE)), claimReviewed: `${'a'.repeat(119)}👩‍🚀${'b'.repeat(50)}` }]
    expect(correctionProblems([], { ...ground, due })[0]?.message).toBe(
      `Say what changed about “${'a'.repeat(119)}…” since publication 2.`,
    )
  })
})
