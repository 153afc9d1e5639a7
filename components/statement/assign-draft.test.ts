import { describe, expect, it } from 'vitest'
import type { AssignmentsDto } from '@/lib/contracts/assignments'
import { type AssignDraft, draftFrom, perClaimOf, previewOf } from './assign-draft'

const member = (id: string, load = 0) => ({ id, name: id.toUpperCase(), isTrainee: false, load })
const claim = (id: string, over: Partial<AssignmentsDto['claims'][number]> = {}) => ({
  id,
  claimReviewed: `Claim ${id}.`,
  asked: [],
  cast: [],
  castTrainees: [],
  recused: [],
  ...over,
})
const data: AssignmentsDto = {
  members: [member('a', 2), member('b'), member('c', 1)],
  claims: [claim('1', { asked: ['c'] }), claim('2', { recused: ['a'] })],
  later: null,
}
const draft: AssignDraft = { memberIds: ['a', 'b'], isEach: true, perClaim: '2', mode: 'ADD', alsoNew: false }

describe('perClaimOf', () => {
  it.each([
    ['3', 3],
    ['', undefined],
    ['0', undefined],
    ['51', undefined],
    ['1.5', undefined],
    ['x', undefined],
  ])('%j', (perClaim, expected) => {
    expect(perClaimOf({ ...draft, perClaim })).toBe(expected)
  })
  it('is all of them where not each gets a number', () => {
    expect(perClaimOf({ ...draft, isEach: false, perClaim: 'x' })).toBeNull()
  })
})

describe('previewOf', () => {
  it('says what would be added, who would have how much, and what would lack reviewers', () => {
    const preview = previewOf(data, draft)
    expect(preview).toMatchObject({ added: 2, removed: 0 })
    expect(preview?.loads.get('b')).toEqual({ now: 0, after: 2 })
    expect(preview?.short).toEqual([
      { claimId: '2', claimReviewed: 'Claim 2.', why: 'One reviewer short: A stood back from it.' },
    ])
  })

  it('counts what dealing anew takes away', () => {
    const preview = previewOf(data, { ...draft, mode: 'REPLACE', memberIds: ['b'], perClaim: '1' })
    expect(preview).toMatchObject({ added: 2, removed: 1 })
    expect(preview?.loads.get('c')).toEqual({ now: 1, after: 0 })
  })

  it('waits for a number', () => {
    expect(previewOf(data, { ...draft, perClaim: '' })).toBeNull()
  })
})

describe('draftFrom', () => {
  it('goes on from what is planned for later claims', () => {
    const later = { memberIds: ['a'], perClaim: null }
    expect(draftFrom({ ...data, later }, 3)).toMatchObject({ memberIds: ['a'], isEach: false, alsoNew: true })
    expect(draftFrom(data, 3)).toMatchObject({ memberIds: [], isEach: true, perClaim: '3', alsoNew: false })
  })
})
