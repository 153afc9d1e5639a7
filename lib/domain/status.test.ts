import { describe, expect, it } from 'vitest'
import { type ClaimStanding, claimStatus, STATUS_LABELS, statusWords } from '@/lib/domain/status'
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

describe('statusWords', () => {
  it.each<[string, ClaimStatus, unknown, string]>([
    ['a resolution without a rating', 'APPROVED', null, 'Resolved: no rating'],
    ['an approval', 'APPROVED', { key: 'FALSE' }, 'Approved'],
    ['a dismissal', 'DISMISSED', null, 'Dismissed'],
    ['a split, which has no rating yet', 'SPLIT', null, 'Split'],
  ])('%s', (_case, status, rating, words) => {
    expect(statusWords({ status, rating })).toBe(words)
  })
})
