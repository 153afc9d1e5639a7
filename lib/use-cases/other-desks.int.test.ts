import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { createPasswordReset } from './accounts/create-password-reset'
import { createToken } from './accounts/create-token'
import { listTokens } from './accounts/list-tokens'
import { revokeToken } from './accounts/revoke-token'
import type { Operation } from './define'
import { editStatement } from './statements/edit-statement'
import { listStatements } from './statements/list-statements'
import { planStatement } from './statements/plan-statement'
import { readStatement } from './statements/read-statement'
import { readStatementText } from './statements/read-statement-text'
import { createInvite } from './workspace/create-invite'
import { editMember } from './workspace/edit-member'
import { listInvites } from './workspace/list-invites'
import { listMembers } from './workspace/list-members'
import { listPolicies } from './workspace/list-policies'
import { listScales } from './workspace/list-scales'
import { readWorkspace } from './workspace/read-workspace'
import { revokeInvite } from './workspace/revoke-invite'

type Theirs = { memberId: string; tokenId: string; inviteId: string; statementId: string }

/** Each operation that names something by its id, with an input that would be right for its own desk. */
const NAMING: [Operation, (theirs: Theirs) => object][] = [
  [readStatement, ({ statementId }) => ({ statementId })],
  [readStatementText, ({ statementId }) => ({ statementId, number: 1 })],
  [
    planStatement,
    ({ statementId }) => ({ statementId, version: 0, leadId: null, dueOn: '2027-01-01', embargoUntil: null }),
  ],
  [editStatement, ({ statementId }) => ({ statementId, version: 1, title: 'Ours now' })],
  [editMember, ({ memberId }) => ({ memberId, version: 1, role: 'ADMIN' })],
  [createPasswordReset, ({ memberId }) => ({ memberId })],
  [revokeInvite, ({ inviteId }) => ({ inviteId })],
  [revokeToken, ({ tokenId }) => ({ tokenId })],
]

const LISTING: Operation[] = [
  listStatements,
  listMembers,
  listInvites,
  listTokens,
  listPolicies,
  listScales,
  readWorkspace,
]

const CANARY = 'canary of the other desk'

describe('another desk', () => {
  let ours: Desk
  let theirs: Theirs
  let before: unknown
  let now: () => Promise<unknown>

  beforeAll(async () => {
    ours = await makeDesk()
    const desk = await makeDesk({ name: CANARY })
    const { almond, admin } = desk.actors
    const [statement, token, invite] = [
      await makeStatement(desk, { title: CANARY }),
      await createToken.execute(admin, { name: CANARY }),
      await createInvite.execute(admin, { email: 'canary@desk.example', role: 'REVIEWER' }),
    ]
    theirs = { memberId: almond.memberId, tokenId: token.id, inviteId: invite.id, statementId: statement.id }
    now = () => stateOf(desk)
    before = await now()
  })
  it.each(NAMING.map(([operation, input]) => [operation.contract.id, operation, input] as const))(
    '%s says of it what it says of nothing at all',
    async (_id, operation, input) => {
      const nothing = '019d0000-0000-7000-8000-000000000000'
      const nowhere = { memberId: nothing, tokenId: nothing, inviteId: nothing, statementId: nothing }
      for (const actor of [ours.actors.admin, ours.actors.maple, ours.actors.almond]) {
        const [theirsSays, nothingSays] = [
          await refusalOf(operation.execute(actor, input(theirs))),
          await refusalOf(operation.execute(actor, input(nowhere))),
        ]
        expect(theirsSays.code).toBe('not-found')
        expect(theirsSays.message).toBe(nothingSays.message)
        expect(theirsSays.details).toEqual({})
      }
    },
  )

  it.each(LISTING.map(operation => [operation.contract.id, operation] as const))(
    '%s shows nothing of it',
    async (_id, operation) => {
      const shown = JSON.stringify(await operation.execute(ours.actors.admin, {}))
      expect(shown).not.toContain(CANARY)
      for (const id of Object.values(theirs)) expect(shown).not.toContain(id)
    },
  )

  it('is what it was', async () => expect(await now()).toEqual(before))
})

async function stateOf({ workspace: { id: workspaceId } }: Desk) {
  const inIt = { where: { workspaceId }, orderBy: { id: 'asc' } } as const
  return await Promise.all([
    db().member.findMany(inIt),
    db().invite.findMany(inIt),
    db().apiToken.findMany(inIt),
    db().statement.findMany(inIt),
    db().event.count({ where: { workspaceId } }),
    db().passwordReset.count({ where: { user: { members: { some: { workspaceId } } } } }),
  ])
}
