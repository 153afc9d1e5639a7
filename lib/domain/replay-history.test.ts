import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from './consensus-policy'
import type { Json } from './hash'
import { BrokenHistory, type ClaimState, type HistoryEvent, type HistoryRows } from './history'
import { replayHistory } from './replay-history'
import { DEFAULT_SCALE } from './scale'

type Told = [type: string, ids?: Json, actorId?: string | null, claimId?: string | null]

/** Events a second apart, of claim `c` unless they say otherwise. */
function history(told: readonly Told[]): HistoryEvent[] {
  return told.map(([type, ids = {}, actorId = 'ed', claimId = type.startsWith('statement.') ? null : 'c'], index) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString()
    return { seq: index + 1, type, claimId, ids, actorId, at }
  })
}

const wording = (number: number, claimReviewed: string, claimId = 'c') => {
  return { claimId, number, claimReviewed, claimant: null, saidOn: null, targets: [{ start: 0, end: 3, exact: 'abc' }] }
}

/** Verdicts are called `who:rating`, a trainee's `who:rating:trainee`; decisions `d1:rating`. */
function rowsOf(events: readonly HistoryEvent[], rest: Partial<HistoryRows> = {}): HistoryRows {
  const idsOf = (name: string) => events.flatMap(({ ids }) => (ids as Record<string, string>)[name] ?? []) // as written above
  return {
    claims: ['c', 'd'].map(id => ({ id, policyVersion: 1, scaleVersion: 1 })),
    wordings: [wording(1, 'One.'), wording(2, 'Two.'), wording(1, 'Other.', 'd')],
    verdicts: idsOf('verdictId').map(id => {
      const [, rating, trainee] = id.split(':')
      return { id, revision: 1, rating: rating ?? null, isTrainee: trainee !== undefined }
    }),
    decisions: idsOf('decisionId').map((id, index) => ({ id, number: index + 1, rating: id.split(':')[1] ?? null })),
    quorumReasons: [{ claimId: 'c', number: 1, reason: 'Two are left.' }],
    policies: [{ ...DEFAULT_POLICY, version: 1 }],
    scales: [{ ...DEFAULT_SCALE, version: 1 }],
    ...rest,
  }
}

const BEGUN: Told[] = [
  ['statement.created', { revision: 1, version: 1 }],
  ['claim.created', { revision: 1 }],
  ['round.opened', { round: 1, reason: 'FIRST' }],
]
const cast = (who: string, rating: string, round = 1): Told => [
  'verdict.cast',
  { round, verdictId: `${who}:${rating}` },
  who,
]
const AGREED: Told[] = [
  ...BEGUN,
  cast('a', 'TRUE'),
  cast('b', 'TRUE'),
  cast('c', 'MOSTLY_TRUE'),
  ['round.closed', { round: 1 }],
]

function claimAfter(told: readonly Told[]): ClaimState {
  const events = history(told)
  const [claim] = replayHistory(events, rowsOf(events)).claims
  if (!claim) throw new Error('no claim')
  return claim
}

describe('replayHistory', () => {
  it.each<[string, Told[], object]>([
    ['a new claim', BEGUN, { stage: 'OPEN', status: 'AWAITING', revision: 1, version: 1, rounds: [{ state: 'OPEN' }] }],
    [
      'a claim on which one has cast twice and one has taken back',
      [...BEGUN, cast('a', 'TRUE'), cast('b', 'TRUE'), cast('a', 'FALSE'), ['verdict.withdrawn', { round: 1 }, 'b']],
      { version: 1, rounds: [{ verdicts: [{ reviewerId: 'a', rating: 'FALSE' }] }] },
    ],
    [
      'an agreed claim, closed by an editor',
      AGREED,
      {
        status: 'AGREED',
        rating: 'TRUE',
        version: 2,
        rounds: [{ ending: 'COUNTED', closedById: 'ed', outcome: { status: 'AGREED', count: 2, of: 3 } }],
      },
    ],
    [
      'a split that goes on',
      [
        ...BEGUN,
        cast('a', 'TRUE'),
        cast('b', 'FALSE'),
        cast('c', 'MIXED'),
        ['round.closed', { round: 1 }],
        ['round.opened', { round: 2, reason: 'SPLIT' }],
      ],
      {
        status: 'AWAITING',
        consensus: 'AWAITING',
        version: 3,
        rounds: [{ splitReason: 'MAJORITY' }, { openedById: 'ed', reason: 'SPLIT' }],
      },
    ],
    [
      'an approved claim',
      [...AGREED, ['claim.decided', { decisionId: 'd1:TRUE', round: 1, action: 'APPROVE' }]],
      { stage: 'DECIDED', status: 'APPROVED', rating: 'TRUE', standingDecisionId: 'd1:TRUE', version: 3 },
    ],
    [
      'a returned claim, which keeps what was agreed',
      [...AGREED, ['claim.decided', { decisionId: 'd1', round: 1, action: 'RETURN' }]],
      {
        status: 'RETURNED',
        rating: 'TRUE',
        isReturned: true,
        standingDecisionId: null,
        rounds: [{ ending: 'RETURNED' }],
      },
    ],
    [
      'a reopened claim',
      [
        ...AGREED,
        ['claim.decided', { decisionId: 'd1:TRUE', round: 1, action: 'APPROVE' }],
        ['claim.reopened', { reopeningId: 'r', decisionId: 'd1:TRUE' }],
        ['round.opened', { round: 2, reason: 'REOPENED' }],
      ],
      {
        stage: 'OPEN',
        status: 'AWAITING',
        rating: null,
        standingDecisionId: null,
        version: 4,
        rounds: [{}, { openedById: 'ed' }],
      },
    ],
    [
      'a wording changed while nothing stood',
      [...BEGUN, ['claim.edited', { revision: 2 }]],
      { claimReviewed: 'Two.', version: 2, rounds: [{ state: 'OPEN', claimRevision: 2 }] },
    ],
    [
      'a wording changed while a verdict stood',
      [
        ...BEGUN,
        cast('a', 'TRUE'),
        ['claim.edited', { revision: 2 }],
        ['round.abandoned', { round: 1 }],
        ['round.opened', { round: 2, reason: 'CLAIM_CHANGED' }],
      ],
      {
        version: 2,
        rounds: [
          { ending: 'ABANDONED', claimRevision: 1, outcome: null },
          { claimRevision: 2, openedById: null },
        ],
      },
    ],
    ['a withdrawn claim', [...BEGUN, ['claim.withdrawn'], ['round.abandoned', { round: 1 }]], { status: 'WITHDRAWN' }],
    [
      'who is asked, less who stood back',
      [
        ...BEGUN,
        ['reviewers.assigned', { memberIds: ['a', 'b'] }, 'ed'],
        ['reviewers.assigned', { memberIds: ['b', 'c'] }, 'ed2'],
        ['reviewer.recused', { memberId: 'b', fromRound: 1 }, 'b'],
      ],
      { assigned: [{ memberId: 'c', byId: 'ed2' }], recused: [{ memberId: 'b', fromRound: 1 }], version: 1 },
    ],
    [
      'a round that two can close since the quorum was lowered',
      [
        ...BEGUN,
        cast('a', 'TRUE'),
        cast('b', 'TRUE'),
        ['claim.quorum-lowered', { quorum: 2, lowering: 1 }],
        ['round.closed', { round: 1 }],
      ],
      { status: 'AGREED', quorum: { quorum: 2, reason: 'Two are left.' } },
    ],
  ])('tells %s', (_case, told, expected) => {
    expect(claimAfter(told)).toMatchObject(expected)
  })

  it('counts neither a trainee’s verdict nor that of a member who has stood back', () => {
    const told: Told[] = [
      ...BEGUN,
      cast('a', 'TRUE'),
      cast('b', 'TRUE'),
      cast('c', 'TRUE'),
      cast('t', 'FALSE:trainee'),
      cast('x', 'FALSE'),
      ['reviewer.recused', { memberId: 'x', fromRound: 1 }, 'x'],
      ['round.closed', { round: 1 }],
    ]
    expect(claimAfter(told).rounds[0]?.outcome).toMatchObject({ status: 'AGREED', count: 3, of: 3 })
  })

  it('knows a round that was complete from one that an editor closed, by who acted and when', () => {
    const events = history([
      ...BEGUN,
      cast('a', 'TRUE'),
      cast('b', 'TRUE'),
      cast('c', 'TRUE'),
      ['round.closed', { round: 1 }, 'c'],
    ])
    const last = events.at(-1)
    const before = events.at(-2)
    if (!last || !before) throw new Error('there are events')
    const atOnce = [...events.slice(0, -1), { ...last, at: before.at }]
    expect(replayHistory(events, rowsOf(events)).claims[0]?.rounds[0]?.closedById).toBe('c')
    expect(replayHistory(atOnce, rowsOf(events)).claims[0]?.rounds[0]?.closedById).toBeNull()
  })

  it('stops where it is told to, both by number and by moment', () => {
    const events = history(AGREED)
    const rows = rowsOf(events)
    const third = events[2]?.at ?? ''
    for (const until of [{ seq: 3 }, { at: third }, { at: third.replace('Z', '+00:00') }]) {
      expect(replayHistory(events, rows, until)).toMatchObject({
        seq: 3,
        at: third,
        claims: [{ rounds: [{ verdicts: [] }] }],
      })
    }
    expect(replayHistory(events, rows, { at: '2025-01-01T00:00:00Z' })).toMatchObject({ seq: 0, at: null, version: 0 })
  })

  it('replays one claim out of many events alike', () => {
    const events = history([
      ...AGREED,
      ['claim.created', { revision: 1 }, 'ed', 'd'],
      ['round.opened', { round: 1, reason: 'FIRST' }, 'ed', 'd'],
    ])
    const own = events.filter(({ claimId }) => claimId === 'd')
    const all = replayHistory(events, rowsOf(events)).claims
    expect(replayHistory(own, rowsOf(events)).claims).toEqual(all.filter(({ id }) => id === 'd'))
    expect(all.map(({ id }) => id)).toEqual(['c', 'd'])
  })

  it.each<[string, Told[], RegExp]>([
    ['an event of a claim that was never created', [['claim.withdrawn']], /was not created/],
    [
      'a round that does not come next',
      [...BEGUN, ['round.opened', { round: 3, reason: 'SPLIT' }]],
      /does not come next/,
    ],
    ['a round opened while one is open', [...BEGUN, ['round.opened', { round: 2, reason: 'SPLIT' }]], /still open/],
    ['a verdict in a closed round', [...AGREED, cast('d', 'TRUE')], /not the open one/],
    [
      'a decision on an open round',
      [...BEGUN, ['claim.decided', { decisionId: 'd1', round: 1, action: 'APPROVE' }]],
      /is open/,
    ],
    ['an event that does not say which round', [...BEGUN, ['round.closed']], /which round/],
    ['a wording that is gone', [...BEGUN, ['claim.edited', { revision: 7 }]], /revision 7 of the claim is missing/],
  ])('refuses %s', (_case, told, message) => {
    const events = history(told)
    expect(() => replayHistory(events, rowsOf(events))).toThrow(BrokenHistory)
    expect(() => replayHistory(events, rowsOf(events))).toThrow(message)
  })
})
