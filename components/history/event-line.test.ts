import { describe, expect, it } from 'vitest'
import { eventLine } from './event-line'

const actor = { id: 'p', name: 'Birch' }
const at = '2026-01-02T00:00:00.000Z'
const claim = {
  rounds: [{ number: 1, openedAt: '2026-01-01T00:00:00.000Z', closedAt: at, cast: 3 }],
  decisions: [{ at, action: 'RETURN' }],
} as unknown as Parameters<typeof eventLine>[1] // nothing else is read

describe('eventLine', () => {
  it.each([
    ['verdict.cast', at, { actor: 'Birch', text: 'cast a verdict' }],
    ['claim.decided', at, { actor: 'Birch', text: 'returned it' }],
    ['claim.decided', '2026-01-09T00:00:00.000Z', { actor: 'Birch', text: 'decided it' }],
    ['round.opened', '2026-01-01T00:00:00.000Z', { actor: null, text: 'Round 1 started, sealed' }],
    ['round.closed', at, { actor: null, text: 'Round 1 closed, 3 verdicts opened' }],
    ['round.closed', '2026-01-09T00:00:00.000Z', { actor: null, text: 'The round closed' }],
    ['target.moved', at, { actor: 'Birch', text: 'target moved' }],
  ])('%s at %s', (type, when, expected) => {
    expect(eventLine({ type, at: when, actor }, claim)).toEqual(expected)
  })
})
