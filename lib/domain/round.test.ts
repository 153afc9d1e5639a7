import { describe, expect, it } from 'vitest'
import {
  type Attendance,
  awaitingIn,
  countedRoundNumber,
  isComplete,
  isRevealed,
  missingIn,
  nextRoundProblem,
} from '@/lib/domain/round'
import { CLAIM_STATUSES, type ClaimStatus, type RoundEnding, type RoundState } from '@/lib/domain/vocabulary'

/** "a b / c / a d": assigned / recused / cast, a letter a member. */
function attendance(text: string, quorum = 3): Attendance {
  const [assigned = [], recused = [], cast = []] = text.split('/').map(part => part.trim().split(' ').filter(Boolean))
  return { assigned, recused, cast, quorum }
}

describe('isRevealed', () => {
  it.each<[string, RoundState, RoundEnding | null, boolean]>([
    ['open', 'OPEN', null, false],
    ['counted', 'CLOSED', 'COUNTED', true],
    ['returned', 'CLOSED', 'RETURNED', true],
    ['abandoned', 'CLOSED', 'ABANDONED', false],
  ])('%s', (_case, state, ending, revealed) => {
    expect(isRevealed({ state, ending })).toBe(revealed)
  })
})

describe('when a round is complete', () => {
  it.each<[string, string, { missing: number; complete: boolean }]>([
    ['nobody assigned, nobody cast', '//', { missing: 3, complete: false }],
    ['nobody assigned, one below the quorum', '// a b', { missing: 1, complete: false }],
    ['nobody assigned, at the quorum', '// a b c', { missing: 0, complete: true }],
    ['nobody assigned, beyond it', '// a b c d', { missing: 0, complete: true }],
    ['three assigned, two have cast', 'a b c // a b', { missing: 1, complete: false }],
    ['three assigned, all have cast', 'a b c // a b c', { missing: 0, complete: true }],
    ['five assigned, three have cast', 'a b c d e // a b c', { missing: 2, complete: false }],
    ['others than the assigned reached the quorum', 'a b // c d e', { missing: 2, complete: false }],
    ['two assigned have cast, below the quorum', 'a b // a b', { missing: 1, complete: false }],
    ['an assigned reviewer recused, the rest have cast', 'a b c d / d / a b c', { missing: 0, complete: true }],
    ['a recusal leaves too few', 'a b c / c / a b', { missing: 1, complete: false }],
    ['a recused reviewer’s verdict no longer counts', '/ c / a b c', { missing: 1, complete: false }],
    ['everyone assigned recused, others reached the quorum', 'a b / a b / c d e', { missing: 0, complete: true }],
  ])('%s', (_case, text, expected) => {
    const who = attendance(text)
    expect({ missing: missingIn(who), complete: isComplete(who) }).toEqual(expected)
  })

  it('follows a lowered quorum', () => {
    expect(isComplete(attendance('// a b', 2))).toBe(true)
  })
})

describe('awaitingIn', () => {
  it.each<[string, string, string, object]>([
    ['enough members may still cast', '// a', 'a b c', { status: 'AWAITING', missing: 2 }],
    ['too few members', '// a', 'a b', { status: 'AWAITING', missing: 2, unreachable: { eligible: 2, quorum: 3 } }],
    [
      'a recusal leaves too few',
      '/ c / a',
      'a b c',
      { status: 'AWAITING', missing: 2, unreachable: { eligible: 2, quorum: 3 } },
    ],
    ['who cast and left still counts', '// a', 'b c', { status: 'AWAITING', missing: 2 }],
    [
      'who recused themselves and left does not',
      '/ a / a',
      'b c',
      { status: 'AWAITING', missing: 3, unreachable: { eligible: 2, quorum: 3 } },
    ],
    ['quorum reached, an assigned reviewer to come', 'd // a b c', 'a b c d', { status: 'AWAITING', missing: 1 }],
  ])('%s', (_case, text, members, expected) => {
    expect(awaitingIn(attendance(text), members.split(' '))).toEqual(expected)
  })
})

describe('countedRoundNumber', () => {
  const rounds = (...endings: (RoundEnding | null)[]) =>
    endings.map((ending, index) => ({ number: index + 1, ending, claimRevision: 1 }))

  it.each<[string, (RoundEnding | null)[], number, number]>([
    ['the first round', [null], 1, 1],
    ['after a split', ['COUNTED', null], 2, 2],
    ['a returned round counts towards none', ['RETURNED', null], 2, 1],
    ['nor does an abandoned one', ['ABANDONED', 'COUNTED', null], 3, 2],
    ['later rounds do not matter', ['COUNTED', 'COUNTED', 'COUNTED'], 2, 2],
    ['a closed round counts itself', ['COUNTED', 'COUNTED'], 2, 2],
  ])('%s', (_case, endings, current, expected) => {
    expect(countedRoundNumber(rounds(...endings), current)).toBe(expected)
    expect(countedRoundNumber(rounds(...endings).reverse(), current)).toBe(expected)
  })

  it('begins anew when the claim has been worded anew', () => {
    const revisions = [1, 1, 2, 2].map((claimRevision, index) => ({
      number: index + 1,
      ending: 'COUNTED' as const,
      claimRevision,
    }))
    expect(revisions.map(({ number }) => countedRoundNumber(revisions, number))).toEqual([1, 2, 1, 2])
  })
})

describe('nextRoundProblem', () => {
  it('lets only a split or a returned claim go on', () => {
    const free = CLAIM_STATUSES.filter(status => nextRoundProblem({ status }) === null)
    expect(free).toEqual<ClaimStatus[]>(['SPLIT', 'RETURNED'])
  })

  it.each<[ClaimStatus, RegExp]>([
    ['AWAITING', /still open/],
    ['AGREED', /decide the claim/],
    ['ESCALATED', /an editor resolves/],
    ['APPROVED', /Reopen it first/],
    ['DISMISSED', /Reopen it first/],
    ['WITHDRAWN', /withdrawn/],
    ['MERGED', /merged/],
  ])('says of %s what comes instead', (status, message) => {
    expect(nextRoundProblem({ status })).toMatch(message)
  })
})
