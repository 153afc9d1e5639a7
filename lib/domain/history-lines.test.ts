import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, HISTORY_GROUPS, historyGroupOf, historyLine, type LineFacts, typesOfGroup } from './history-lines'
import { textOf } from './sentence'

const NOTHING: LineFacts = {
  actor: null,
  nameOf: id => id,
  outcome: null,
  isClosedByHand: false,
  rating: null,
  action: null,
  reason: null,
  into: null,
}

function told(type: string, ids: Record<string, unknown> = {}, facts: Partial<LineFacts> = {}): string {
  return textOf(historyLine({ type, ids: ids as never }, { ...NOTHING, ...facts })) // tests write what events hold
}

/** Every type of event that the sources name where they make one. */
function typesWritten(): string[] {
  const files = ['lib/use-cases', 'lib/db', 'prisma/demo'].flatMap(room =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map(file => `${room}/${file}`),
  )
  const lines = files
    .filter(file => file.endsWith('.ts') && !/\.test\.ts$|\/generated\//.test(file))
    .flatMap(file => readFileSync(file, 'utf8').split('\n'))
    .filter(line => /\btype\b\s*[:=]/.test(line))
  return [
    ...new Set(lines.flatMap(line => [...line.matchAll(/'([a-z][a-z-]*\.[a-z-]+)'/g)].map(([, type]) => type ?? ''))),
  ]
}

describe('historyLine', () => {
  it('knows every type of event that is written, and no other', () => {
    expect(typesWritten().toSorted()).toEqual([...EVENT_TYPES].toSorted())
  })

  it.each(EVENT_TYPES)('tells %s in a sentence, with a name and without', type => {
    for (const actor of ['Maple', null]) {
      expect(told(type, { member: 'Ash' }, { actor })).toMatch(/^\S.*[.”]$/)
      expect(told(type, { member: 'Ash' }, { actor })).not.toMatch(/undefined|null|\[object/)
    }
  })

  it.each<[string, string, Record<string, unknown>, Partial<LineFacts>, string]>([
    ['a verdict', 'verdict.cast', { round: 1 }, { actor: 'Almond' }, 'Almond cast a verdict.'],
    ['a sealed verdict', 'verdict.cast', { round: 1 }, {}, 'A verdict was cast.'],
    [
      'a round that an editor closed',
      'round.closed',
      { round: 2 },
      { actor: 'Maple', isClosedByHand: true, outcome: [{ text: 'Split: no two agree.' }] },
      'Maple closed round 2. Split: no two agree.',
    ],
    [
      'a round that was complete',
      'round.closed',
      { round: 2 },
      { actor: 'Almond', outcome: [{ text: 'Agreed: ' }, { text: 'True', rating: 'TRUE' }, { text: ' (3 of 3).' }] },
      'Round 2 closed. Agreed: True (3 of 3).',
    ],
    ['a later round', 'round.opened', { round: 2, reason: 'SPLIT' }, {}, 'Round 2 opened, sealed after a split.'],
    [
      'a decision',
      'claim.decided',
      {},
      { actor: 'Oak', action: 'OVERRIDE', rating: { text: 'Mixed', rating: 'MIXED' }, reason: 'Why' },
      'Oak overrode the reviewers: Mixed.',
    ],
    [
      'a return',
      'claim.decided',
      {},
      { actor: 'Oak', action: 'RETURN', reason: 'Look' },
      'Oak returned the claim to the reviewers: “Look”',
    ],
    ['a merger', 'claim.merged', { intoId: 'b' }, { actor: 'Oak', into: 'B.' }, 'Oak merged the claim into “B.”.'],
    [
      'who is asked',
      'reviewers.assigned',
      { memberIds: ['A', 'B', 'C'] },
      { actor: 'Oak' },
      'Oak asked A, B and C to rate the claim.',
    ],
    [
      'many who are asked',
      'reviewers.assigned',
      { memberIds: ['A', 'B', 'C', 'D', 'E'] },
      { actor: 'Oak' },
      'Oak asked A, B, C and two others to rate the claim.',
    ],
    [
      'nobody asked',
      'reviewers.assigned',
      { memberIds: [] },
      { actor: 'Oak' },
      'Oak asked nobody in particular to rate the claim.',
    ],
    ['a type of a later version', 'claim.weighed', {}, { actor: 'Oak' }, 'Oak: claim weighed.'],
  ])('tells %s', (_case, type, ids, facts, expected) => {
    expect(told(type, ids, facts)).toBe(expected)
  })
})

describe('typesOfGroup', () => {
  it('gives every type to one group', () => {
    expect(HISTORY_GROUPS.flatMap(typesOfGroup).toSorted()).toEqual([...EVENT_TYPES].toSorted())
    expect(historyGroupOf('verdict.cast')).toBe('verdicts')
    expect(historyGroupOf('claim.weighed')).toBeNull()
  })
})
