import { describe, expect, it } from 'vitest'
import { type ClaimStanding, claimStatus, progressOf, STATUS_LABELS } from '@/lib/domain/status'
import { CLAIM_STATUSES, type ClaimStatus } from '@/lib/domain/vocabulary'

function standing(changes: Partial<ClaimStanding>): ClaimStanding {
  return { stage: 'OPEN', roundState: 'CLOSED', consensus: 'AGREED', lastAction: null, ...changes }
}

describe('claimStatus', () => {
  it.each<[string, Partial<ClaimStanding>, ClaimStatus]>([
    ['an open round', { roundState: 'OPEN', consensus: 'AWAITING' }, 'AWAITING'],
    [
      'an open round is sealed whatever its verdicts would make',
      { roundState: 'OPEN', consensus: 'AGREED' },
      'AWAITING',
    ],
    ['a round closed on agreement', {}, 'AGREED'],
    ['a round closed on a split', { consensus: 'SPLIT' }, 'SPLIT'],
    ['a split in the last round', { consensus: 'ESCALATED' }, 'ESCALATED'],
    ['returned', { lastAction: 'RETURN' }, 'RETURNED'],
    [
      'returned, and the next round has started',
      { roundState: 'OPEN', consensus: 'AWAITING', lastAction: null },
      'AWAITING',
    ],
    ['approved', { stage: 'DECIDED', lastAction: 'APPROVE' }, 'APPROVED'],
    ['overridden', { stage: 'DECIDED', lastAction: 'OVERRIDE' }, 'APPROVED'],
    ['resolved', { stage: 'DECIDED', consensus: 'SPLIT', lastAction: 'RESOLVE' }, 'APPROVED'],
    ['dismissed', { stage: 'DECIDED', lastAction: 'DISMISS' }, 'DISMISSED'],
    ['withdrawn while a round was open', { stage: 'WITHDRAWN', roundState: 'OPEN' }, 'WITHDRAWN'],
    ['merged', { stage: 'MERGED' }, 'MERGED'],
  ])('%s', (_case, changes, expected) => {
    expect(claimStatus(standing(changes))).toBe(expected)
  })

  it('has a label for every status', () => {
    expect(Object.keys(STATUS_LABELS).sort()).toEqual([...CLAIM_STATUSES].sort())
  })
})

describe('progressOf', () => {
  it('counts what is in play once', () => {
    expect(progressOf({ APPROVED: 5, AGREED: 5, AWAITING: 3, SPLIT: 2, RETURNED: 1 })).toEqual({
      total: 16,
      decided: 5,
      agreed: 5,
      open: 6,
    })
    expect(progressOf({ DISMISSED: 1, ESCALATED: 1, WITHDRAWN: 4, MERGED: 2 })).toEqual({
      total: 2,
      decided: 1,
      agreed: 0,
      open: 1,
    })
    expect(progressOf({})).toEqual({ total: 0, decided: 0, agreed: 0, open: 0 })
  })
})
