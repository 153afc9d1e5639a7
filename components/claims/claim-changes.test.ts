import { describe, expect, it } from 'vitest'
import { changeNotice, claimChanges, type WatchedClaim } from './claim-changes'

const target = {
  id: 't',
  exact: 'a rise',
  prefix: '',
  suffix: '',
  start: 0,
  end: 6,
  anchorState: 'ANCHORED' as const,
  paragraph: 1,
  was: null,
}
const round = { number: 1, state: 'OPEN' as const, cast: 1, missing: 2, quorum: 3 }
const claim: WatchedClaim = {
  claimReviewed: 'Crime rose.',
  claimant: null,
  targets: [target],
  stage: 'OPEN',
  round,
  recused: [],
  decisions: [],
}
const person = { id: 'p', name: 'Birch' }

describe('claimChanges', () => {
  it.each<[string, Partial<WatchedClaim>, string[]]>([
    ['nothing', {}, []],
    ['one more verdict', { round: { ...round, cast: 2 } }, ['one verdict is new']],
    ['two more', { round: { ...round, cast: 3 } }, ['2 verdicts are new']],
    ['one fewer', { round: { ...round, cast: 0 } }, ['one verdict was withdrawn']],
    [
      'the last one, which closed the round',
      { round: { ...round, cast: 2, state: 'CLOSED' } },
      ['one verdict is new', 'round 1 has closed'],
    ],
    ['another round, whose count starts afresh', { round: { ...round, number: 2, cast: 0 } }, ['round 2 has started']],
    ['a lowered quorum', { round: { ...round, quorum: 2 } }, ['it now needs two verdicts']],
    ['another sentence', { claimReviewed: 'Crime fell.' }, ['its sentence now reads “Crime fell.”']],
    ['another passage', { targets: [target, { ...target, exact: 'in May' }] }, ['its passages changed']],
    ['moved passages with the same text', { targets: [{ ...target, start: 9, end: 15 }] }, []],
    ['another claimant', { claimant: 'A spokesman' }, ['it is now attributed to A spokesman']],
    ['a recusal', { recused: [{ person, reason: null }] }, ['a reviewer stood back']],
    ['a merge', { stage: 'MERGED' }, ['it was merged into another claim']],
  ])('%s', (_case, after, expected) => {
    expect(claimChanges(claim, { ...claim, ...after })).toEqual(expected)
  })
})

describe('changeNotice', () => {
  it('names every change in one sentence', () => {
    const after = { ...claim, claimReviewed: 'Crime fell.', round: { ...round, cast: 2 } }
    expect(changeNotice(claim, after, 'reading')).toBe(
      'This claim changed while you were reading: its sentence now reads “Crime fell.”, one verdict is new.',
    )
  })
  it('is a sentence also where only the binding differs', () => {
    expect(changeNotice(claim, claim, 'writing')).toBe(
      'This claim changed while you were writing: what a decision would rest on is not the same.',
    )
  })
})
