import { describe, expect, it } from 'vitest'
import { type Action, can, type Permission, permissionTable } from '@/lib/domain/policy'
import type { Asker, ClaimFacts } from '@/lib/domain/policy-conditions'
import { ROLES } from '@/lib/domain/vocabulary'

const reviewer: Asker = { memberId: 'reviewer', role: 'REVIEWER' }
const editor: Asker = { memberId: 'editor', role: 'EDITOR' }
const admin: Asker = { memberId: 'admin', role: 'ADMIN' }
const everyone = [reviewer, editor, admin]

function claim(changes: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    stage: 'OPEN',
    createdById: 'someone',
    roundState: 'OPEN',
    consensus: 'AWAITING',
    lastAction: null,
    count: 0,
    quorum: 3,
    castByMe: false,
    castEverByMe: false,
    othersHaveCast: false,
    recusedMe: false,
    separationOfDuties: true,
    isSuspended: false,
    ...changes,
  }
}

const closed: Partial<ClaimFacts> = { roundState: 'CLOSED', count: 3, othersHaveCast: true }

/** The states of a claim, in the order of the columns below. */
const STATES = {
  fresh: claim(),
  quorum: claim({ count: 3, othersHaveCast: true }),
  agreed: claim({ ...closed, consensus: 'AGREED' }),
  split: claim({ ...closed, consensus: 'SPLIT' }),
  escalated: claim({ ...closed, consensus: 'ESCALATED' }),
  returned: claim({ ...closed, consensus: 'AGREED', lastAction: 'RETURN' }),
  decided: claim({ ...closed, stage: 'DECIDED', consensus: 'AGREED', lastAction: 'APPROVE' }),
  withdrawn: claim({ ...closed, stage: 'WITHDRAWN' }),
  merged: claim({ ...closed, stage: 'MERGED' }),
  // The text changed under it.
  suspendedAtQuorum: claim({ count: 3, othersHaveCast: true, isSuspended: true }),
  suspendedAgreed: claim({ ...closed, consensus: 'AGREED', isSuspended: true }),
  suspendedSplit: claim({ ...closed, consensus: 'SPLIT', isSuspended: true }),
  suspendedDecided: claim({
    ...closed,
    stage: 'DECIDED',
    consensus: 'AGREED',
    lastAction: 'APPROVE',
    isSuspended: true,
  }),
}

/** One letter a verdict: + allowed, r refused to the person, s refused as things stand. */
function letter(permission: Permission): string {
  if (permission.allowed) return '+'
  return permission.kind === 'role' ? 'r' : 's'
}

/** Each line: action, then REVIEWER, EDITOR and ADMIN; the letters are the states above in order. */
const CLAIM_MATRIX = `
claim.edit          rrrrrrrrrrrrr  ++++++sss+++s  ++++++sss+++s
claim.withdraw      rrrrrrrrrrrrr  ++++++sss+++s  ++++++sss+++s
claim.merge         rrrrrrrrrrrrr  ++++++sssssss  ++++++sssssss
claim.lower-quorum  rrrrrrrrrrrrr  ++sssssssssss  ++sssssssssss
claim.reopen        rrrrrrrrrrrrr  ssssss+sssss+  ssssss+sssss+
claim.repair        rrrrrrrrrrrrr  sssssssss++++  sssssssss++++
verdict.cast        ++sssssssssss  ++sssssssssss  ++sssssssssss
verdict.withdraw    sssssssssssss  sssssssssssss  sssssssssssss
recusal.create      ++++++sss+++s  ++++++sss+++s  ++++++sss+++s
assignment.set      rrrrrrrrrrrrr  ++++++sss+++s  ++++++sss+++s
round.close         rrrrrrrrrrrrr  s+sssssssssss  s+sssssssssss
round.start         rrrrrrrrrrrrr  sss+s+sssssss  sss+s+sssssss
comment.create      ss+++++++s+++  ss+++++++s+++  ss+++++++s+++
comment.resolve     ss+++++++s+++  ss+++++++s+++  ss+++++++s+++
decision.make       rrrrrrrrrrrrr  ss+++ssssssss  ss+++ssssssss
`

type ClaimAction = Extract<
  Action,
  | `claim.${'edit' | 'withdraw' | 'merge' | 'lower-quorum' | 'reopen' | 'repair'}`
  | `verdict.${string}`
  | 'recusal.create'
  | 'assignment.set'
  | `round.${string}`
  | 'comment.create'
  | 'comment.resolve'
  | 'decision.make'
>

const claimRows = CLAIM_MATRIX.trim()
  .split('\n')
  .map(line => line.split(/ +/))
  .map(([action, ...letters]) => [action as ClaimAction, ...letters] as [ClaimAction, string, string, string]) // the table above spells actions

describe('what a member who has no part in a claim may do to it, role by role and state by state', () => {
  it.each(claimRows)('%s', (action, ...expected) => {
    const actual = everyone.map(actor =>
      Object.values(STATES)
        .map(facts => letter(can(actor, action, facts)))
        .join(''),
    )
    expect(actual).toEqual(expected)
  })
})

/** Each line: action, then REVIEWER, EDITOR and ADMIN; these take nothing but the role. */
const ROLE_MATRIX = `
workspace.read         + + +
workspace.edit         r r +
policy.list            + + +
policy.set             r r +
scale.list             + + +
scale.set              r r +
member.list            + + +
member.edit            r r +
member.remove          r r +
invite.list            r r +
invite.create          r r +
invite.revoke          r r +
password-reset.create  r r +
token.list             + + +
token.create           + + +
statement.list         + + +
statement.read         + + +
statement.create       + + +
statement.plan         r + +
version.list           + + +
version.add            r + +
assignment.spread      r + +
claim.list             + + +
claim.read             + + +
claim.create           + + +
comment.list           + + +
publication.list       + + +
correction.list        + + +
contact.list           + + +
contact.record         + + +
contact.answer         + + +
report.list            r + +
report.answer          r + +
report.forget          r + +
share.list             r + +
share.revoke           r + +
notice.list            + + +
notice.read            + + +
event.list             + + +
source.list            + + +
`

const roleRows = ROLE_MATRIX.trim()
  .split('\n')
  .map(line => line.split(/ +/))
  .map(([action, ...letters]) => [action as Action, ...letters] as [Action, string, string, string]) // the table above spells actions

describe('what a role alone decides', () => {
  it.each(roleRows)('%s', (action, ...expected) => {
    expect(everyone.map(actor => letter(can(actor, action)))).toEqual(expected)
  })
})

describe('one’s own', () => {
  it.each<[string, Permission, string]>([
    ['statement: its creator edits it', can(reviewer, 'statement.edit', { createdById: 'reviewer' }), '+'],
    ['statement: another reviewer does not', can(reviewer, 'statement.edit', { createdById: 'someone' }), 'r'],
    ['statement: an editor does', can(editor, 'statement.edit', { createdById: 'someone' }), '+'],
    ['token: its owner revokes it', can(reviewer, 'token.revoke', { memberId: 'reviewer' }), '+'],
    ['token: not even an administrator revokes another’s', can(admin, 'token.revoke', { memberId: 'reviewer' }), 'r'],
    ['claim: its creator edits it', can(reviewer, 'claim.edit', claim({ createdById: 'reviewer' })), '+'],
    [
      'claim: also after others have cast',
      can(reviewer, 'claim.edit', claim({ createdById: 'reviewer', othersHaveCast: true })),
      '+',
    ],
    ['claim: not once it is decided', can(reviewer, 'claim.edit', { ...STATES.decided, createdById: 'reviewer' }), 's'],
    ['claim: its creator withdraws it', can(reviewer, 'claim.withdraw', claim({ createdById: 'reviewer' })), '+'],
    [
      'claim: also after casting on it alone',
      can(reviewer, 'claim.withdraw', claim({ createdById: 'reviewer', castByMe: true, count: 1 })),
      '+',
    ],
    [
      'claim: not once others have cast',
      can(reviewer, 'claim.withdraw', claim({ createdById: 'reviewer', othersHaveCast: true })),
      'r',
    ],
    [
      'claim: an editor still does',
      can(editor, 'claim.withdraw', claim({ createdById: 'reviewer', othersHaveCast: true })),
      '+',
    ],
    [
      'verdict: can be withdrawn while the round is open',
      can(reviewer, 'verdict.withdraw', claim({ castByMe: true })),
      '+',
    ],
    ['verdict: not after it closed', can(reviewer, 'verdict.withdraw', { ...STATES.split, castByMe: true }), 's'],
    ['verdict: can be replaced while the round is open', can(reviewer, 'verdict.cast', claim({ castByMe: true })), '+'],
  ])('%s', (_case, permission, expected) => {
    expect(letter(permission)).toBe(expected)
  })
})

describe('one’s own comment', () => {
  const mine = { ...STATES.split, authorId: 'reviewer', isWithdrawn: false }
  it.each<[string, Asker, Partial<typeof mine>, string]>([
    ['is changed by its author', reviewer, {}, '+'],
    ['by no one else, not even an administrator', admin, {}, 'r'],
    ['not while a round is open', reviewer, STATES.fresh, 's'],
    ['not once it was taken back', reviewer, { isWithdrawn: true }, 's'],
    ['also on a decided claim', reviewer, STATES.decided, '+'],
  ])('%s', (_case, asker, changes, expected) => {
    for (const action of ['comment.edit', 'comment.withdraw'] as const) {
      expect(letter(can(asker, action, { ...mine, ...changes })), action).toBe(expected)
    }
  })
})

describe('an embargo', () => {
  const until = { embargoUntil: '2026-11-24T09:30:00.000Z' }
  it.each(['publication.create', 'share.create', 'correction.create'] as const)(
    'keeps %s back until it has passed',
    action => {
      expect(everyone.map(actor => letter(can(actor, action, { embargoUntil: null })))).toEqual(['r', '+', '+'])
      expect(everyone.map(actor => letter(can(actor, action, until)))).toEqual(['r', 's', 's'])
      expect(can(admin, action, until)).toMatchObject({
        reason: 'Under embargo until 24 November 2026 at 09:30 UTC. An editor can lift it in the plan.',
      })
    },
  )
})

describe('recusal', () => {
  it.each<[ClaimAction, string]>([
    ['verdict.cast', 'r'],
    ['verdict.withdraw', 'r'],
    ['recusal.create', 'r'],
  ])('keeps its author from %s', (action, expected) => {
    expect(everyone.map(actor => letter(can(actor, action, claim({ recusedMe: true, castByMe: true }))))).toEqual(
      everyone.map(() => expected),
    )
  })

  it('keeps an editor from deciding too', () => {
    expect(letter(can(editor, 'decision.make', claim({ ...STATES.agreed, recusedMe: true })))).toBe('r')
  })
})

describe('separation of duties', () => {
  it.each<[string, Partial<ClaimFacts>, string]>([
    ['an editor with no part in the claim decides it', {}, '+'],
    ['who created it does not', { createdById: 'editor' }, 'r'],
    ['who cast a verdict in any round does not', { castEverByMe: true }, 'r'],
    [
      'who created it does where the desk’s policy allows it',
      { createdById: 'editor', separationOfDuties: false },
      '+',
    ],
    [
      'who cast a verdict does where the desk’s policy allows it',
      { castEverByMe: true, separationOfDuties: false },
      '+',
    ],
  ])('%s', (_case, changes, expected) => {
    expect(letter(can(editor, 'decision.make', { ...STATES.agreed, ...changes }))).toBe(expected)
  })
})

describe('merging', () => {
  it.each<[string, ClaimFacts['stage'], string]>([
    ['into an open claim', 'OPEN', '+'],
    ['into a decided one', 'DECIDED', 's'],
    ['into a merged one', 'MERGED', 's'],
  ])('%s', (_case, stage, expected) => {
    expect(letter(can(editor, 'claim.merge', { ...claim(), into: { stage, isSuspended: false } }))).toBe(expected)
  })
})

describe('looking at the passages of a claim under which the text changed', () => {
  const creator: Asker = { memberId: 'someone', role: 'REVIEWER' }
  it.each<[string, Partial<ClaimFacts>, string]>([
    ['its creator while nobody else has cast', {}, '+'],
    ['not once others have', { othersHaveCast: true }, 'r'],
    ['not once it is decided', { stage: 'DECIDED', roundState: 'CLOSED' }, 'r'],
    ['nor where every passage stands', { isSuspended: false }, 's'],
  ])('%s', (_case, changes, expected) => {
    expect(letter(can(creator, 'claim.repair', claim({ isSuspended: true, ...changes })))).toBe(expected)
  })

  it('comes before it takes another claim in', () => {
    const into = { stage: 'OPEN', isSuspended: true } as const
    expect(letter(can(editor, 'claim.merge', { ...claim(), into }))).toBe('s')
  })
})

describe('a lowered quorum', () => {
  it('lets an editor close at it', () => {
    expect(letter(can(editor, 'round.close', claim({ count: 2 })))).toBe('s')
    expect(letter(can(editor, 'round.close', claim({ count: 2, quorum: 2 })))).toBe('+')
  })
})

describe('a refusal', () => {
  it.each<[string, Permission, string]>([
    ['to a role', can(reviewer, 'round.close', STATES.quorum), 'Only editors and administrators can do this.'],
    [
      'of a verdict after approval',
      can(reviewer, 'verdict.cast', STATES.decided),
      'This claim has been decided. Reopen it first.',
    ],
    [
      'to close too early',
      can(editor, 'round.close', claim({ count: 2 })),
      '2 of 3 verdicts are in. The round can close at 3.',
    ],
    ['to discuss while sealed', can(admin, 'comment.create', claim()), 'Discussion waits until the round closes.'],
    [
      'to decide what one rated',
      can(editor, 'decision.make', { ...STATES.agreed, castEverByMe: true }),
      'You cast a verdict on this claim, so another editor decides it.',
    ],
  ])('%s says why in a sentence', (_case, permission, expected) => {
    expect(permission).toMatchObject({ allowed: false, reason: expected })
  })

  it('looks at the person first, so that the state is not told to whom it does not concern', () => {
    expect(can(reviewer, 'round.start', STATES.decided)).toMatchObject({ kind: 'role' })
  })
})

describe('the permission table', () => {
  it('has a line for every action, and every action is tested above', () => {
    const tested = [...claimRows, ...roleRows].map(([action]) => action)
    expect(permissionTable.map(({ action }) => action).sort()).toEqual(
      [
        ...tested,
        'publication.create',
        'share.create',
        'correction.create',
        'comment.edit',
        'comment.withdraw',
        'statement.edit',
        'token.revoke',
      ].sort(),
    )
  })

  it('says in words who and when', () => {
    expect(permissionTable.find(({ action }) => action === 'round.close')).toEqual({
      action: 'round.close',
      who: ['an editor'],
      when: ['the claim is open', 'its passages stand', 'the round is open', 'a quorum has cast'],
    })
    expect(permissionTable.every(({ who }) => who.length > 0)).toBe(true)
  })

  it('is what docs/permissions.md says (npx vitest run --project unit -u lib/domain/policy.test.ts writes it)', async () => {
    const rows = permissionTable.map(
      ({ action, who, when }) => `| \`${action}\` | ${who.join('; ')} | ${when.join('; ') || 'always'} |`,
    )
    const document = [
      '# Who may do what, and when',
      '',
      'Written from `lib/domain/policy.ts` by its test with `-u`; do not edit. All of a line’s conditions must hold.',
      'What exists for a member at all is decided before: what is another desk’s, or sealed, is not found.',
      '',
      '| Action | Who | When |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ]
    await expect(document.join('\n')).toMatchFileSnapshot('../../docs/permissions.md')
  })

  it('asks for the resource where it matters', () => {
    expect(() => can(editor, 'claim.edit')).toThrow('claim.edit cannot be judged without its resource')
    expect(() => can(editor, 'round.start')).toThrow('round.start cannot be judged without its resource')
  })

  it('gives a higher role whatever it gives a lower one', () => {
    for (const [action] of claimRows) {
      for (const facts of Object.values(STATES)) {
        const allowed = ROLES.map(role => can({ memberId: 'x', role }, action, facts).allowed)
        expect(allowed, action).toEqual(allowed.toSorted())
      }
    }
  })
})
