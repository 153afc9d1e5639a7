import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { Role } from '@/lib/domain/vocabulary'
import { type Desk, makeDesk, TEST_PASSWORD } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { createInvite } from '../workspace/create-invite'
import { editMember } from '../workspace/edit-member'
import { listInvites } from '../workspace/list-invites'
import { listMembers } from '../workspace/list-members'
import { revokeInvite } from '../workspace/revoke-invite'
import { acceptInvite } from './accept-invite'
import { readInvite } from './read-invite'
import { signIn } from './sign-in'

const PASSWORD = 'walnut river lantern nine'
let people = 0

async function invite(desk: Desk, role: Role = 'REVIEWER', email = `new.person.${people++}@desk.example`) {
  const reply = await createInvite.execute(desk.actors.admin, { email, role })
  return { id: reply.id, email, token: tokenIn(reply.url) }
}

function tokenIn(url: string | null): string {
  return /^http:\/\/127\.0\.0\.1:3000\/invite\/([A-Za-z0-9_-]{43})$/.exec(url ?? '')?.[1] ?? 'no token'
}

const join = (token: string, more: object = {}) =>
  acceptInvite.execute(null, { token, name: 'Quince', password: PASSWORD, ...more })

describe('an invitation', () => {
  it('makes its bearer a member who signs in with the password they chose', async () => {
    const desk = await makeDesk()
    const { token, email } = await invite(desk, 'EDITOR', 'Quince.Tree@Desk.Example')
    expect(email).not.toBe(email.toLowerCase())
    expect(await readInvite.execute(null, { token })).toEqual({
      workspaceName: desk.workspace.name,
      email: 'quince.tree@desk.example',
      role: 'EDITOR',
      isSetUp: false,
      hasAccount: false,
    })
    expect(await join(token)).toEqual({ email: 'quince.tree@desk.example' })
    expect(await signIn({ email, password: PASSWORD, address: 'here' })).toMatchObject({ name: 'Quince' })
    const { items } = await listMembers.execute(desk.actors.admin, {})
    expect(items.at(-1)).toMatchObject({ name: 'Quince', role: 'EDITOR', email: 'quince.tree@desk.example' })
    expect((await listInvites.execute(desk.actors.admin, {})).items).toMatchObject([{ state: 'ACCEPTED', url: null }])
    const history = await historyOf(desk.workspace.id)
    expect(history.types.slice(-2)).toEqual(['invite.created', 'member.joined'])
    expect(history.broken).toBeNull()
  })

  it('is kept as a hash alone', async () => {
    const desk = await makeDesk()
    const { id, token } = await invite(desk)
    const row = await db().invite.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('works once, also when it is used many times at once', async () => {
    const desk = await makeDesk()
    const { token } = await invite(desk)
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => join(token)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.flatMap(one => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(Array(4).fill('not-found'))
    expect((await listMembers.execute(desk.actors.admin, {})).items).toHaveLength(7)
  })

  it.each<[string, (desk: Desk, id: string, token: string) => Promise<unknown>]>([
    ['used', (_desk, _id, token) => join(token)],
    ['taken back', (desk, id) => revokeInvite.execute(desk.actors.admin, { inviteId: id })],
    ['ended', (_desk, id) => db().invite.update({ where: { id }, data: { expiresAt: new Date() } })],
  ])('that was %s reads like one that never was', async (_case, end) => {
    const desk = await makeDesk()
    const { id, token } = await invite(desk)
    await end(desk, id, token)
    const never = await refusalOf(join('A'.repeat(43)))
    expect(never.code).toBe('not-found')
    expect(await refusalOf(join(token))).toMatchObject({ code: never.code, message: never.message })
    expect(await refusalOf(readInvite.execute(null, { token }))).toMatchObject({ message: never.message })
  })

  it('needs the password of the account its address has', async () => {
    const [home, desk] = [await makeDesk(), await makeDesk()]
    const { token } = await invite(desk, 'REVIEWER', home.emailOf(home.actors.almond))
    expect(await readInvite.execute(null, { token })).toMatchObject({ hasAccount: true })
    const refusal = await refusalOf(join(token))
    expect(refusal.details.errors?.[0]?.path).toBe('password')
    await join(token, { password: TEST_PASSWORD })
    expect((await db().user.findUniqueOrThrow({ where: { id: home.actors.almond.userId } })).name).toBe('Almond')
    expect(await db().member.count({ where: { userId: home.actors.almond.userId } })).toBe(2)
  })

  it.each([
    ['no name', { name: undefined }, 'name'],
    ['a short password', { password: 'short' }, 'password'],
    ['a password that everybody tries', { password: 'password12345' }, 'password'],
    ['a lone surrogate in the name', { name: 'Qu\ud800ince' }, 'name'],
    ['a NUL in the name', { name: 'Qu\0ince' }, 'name'],
    ['a NUL in the password', { password: 'walnut river\0 lantern' }, 'password'],
    ['an unknown field', { role: 'ADMIN' }, ''],
  ])('with %s is refused and stays open', async (_case, wrong, path) => {
    const desk = await makeDesk()
    const { token } = await invite(desk)
    const refusal = await refusalOf(join(token, wrong))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
    expect(await join(token)).toBeTruthy()
  })

  it('brings back a member who had left, without the tokens they had', async () => {
    const desk = await makeDesk()
    const { admin, almond } = desk.actors
    await db().apiToken.create({
      data: { ...keysOf(almond), name: 'old', tokenHash: `hash of ${almond.memberId}`, hint: 'abcdef' },
    })
    await editMember.execute(admin, { memberId: almond.memberId, version: 1, removed: true })
    const { token } = await invite(desk, 'EDITOR', desk.emailOf(almond))
    await join(token, { password: TEST_PASSWORD })
    const back = (await listMembers.execute(admin, {})).items.find(({ id }) => id === almond.memberId)
    expect(back).toMatchObject({ role: 'EDITOR', removedAt: null })
    expect(await db().apiToken.count({ where: { memberId: almond.memberId, revokedAt: null } })).toBe(0)
  })

  it('cannot be taken back after it was used', async () => {
    const desk = await makeDesk()
    const { id, token } = await invite(desk)
    await join(token)
    expect(await refusalOf(revokeInvite.execute(desk.actors.admin, { inviteId: id }))).toMatchObject({
      code: 'conflict',
    })
  })

  it('is taken back once, however often one asks', async () => {
    const desk = await makeDesk()
    const { id } = await invite(desk)
    await revokeInvite.execute(desk.actors.admin, { inviteId: id })
    expect(await revokeInvite.execute(desk.actors.admin, { inviteId: id })).toMatchObject({ state: 'REVOKED' })
    expect((await historyOf(desk.workspace.id)).types.filter(type => type === 'invite.revoked')).toHaveLength(1)
  })

  it('is not made for someone who is a member already', async () => {
    const desk = await makeDesk()
    const again = createInvite.execute(desk.actors.admin, { email: desk.emailOf(desk.actors.almond), role: 'EDITOR' })
    expect(await refusalOf(again)).toMatchObject({ code: 'conflict' })
  })

  it('is an administrator’s to make, list and take back', async () => {
    const desk = await makeDesk()
    const { id } = await invite(desk)
    for (const actor of [desk.actors.almond, desk.actors.maple]) {
      const refusals = await Promise.all([
        refusalOf(createInvite.execute(actor, { email: 'x@desk.example', role: 'ADMIN' })),
        refusalOf(listInvites.execute(actor, {})),
        refusalOf(revokeInvite.execute(actor, { inviteId: id })),
      ])
      expect(refusals.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
    }
  })

  it('is shown once: a repeated request gets the same invitation without its link', async () => {
    const desk = await makeDesk()
    const input = { email: 'twice@desk.example', role: 'REVIEWER' }
    const first = await createInvite.execute(desk.actors.admin, input, { idempotencyKey: 'twice' })
    const second = await createInvite.execute(desk.actors.admin, input, { idempotencyKey: 'twice' })
    expect(second).toEqual({ ...first, url: null })
  })
})

function keysOf({ workspaceId, memberId }: Actor) {
  return { workspaceId, memberId }
}
