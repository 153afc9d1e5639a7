import { afterEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { type Desk, makeDesk, TEST_PASSWORD } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { createInvite } from '../workspace/create-invite'
import { editMember } from '../workspace/edit-member'
import { acceptInvite } from './accept-invite'
import { createPasswordReset } from './create-password-reset'
import { editMe } from './edit-me'
import { identifySession } from './identify'
import { readMe } from './read-me'
import { resetPassword } from './reset-password'
import { signIn } from './sign-in'
import { signOutEverywhere } from './sign-out-everywhere'

const NEXT_PASSWORD = 'walnut river lantern nine'

async function sessionOf(desk: Desk, actor: Actor, password = TEST_PASSWORD): Promise<string> {
  const person = await signIn({ email: desk.emailOf(actor), password, address: 'here' })
  return person?.sessionId ?? 'no session'
}

const stands = async (sessionId: string) => (await identifySession(sessionId)) !== null

async function resetTokenFor(desk: Desk, actor: Actor): Promise<string> {
  const { url } = await createPasswordReset.execute(desk.actors.admin, { memberId: actor.memberId })
  return /\/reset-password\/([A-Za-z0-9_-]{43})$/.exec(url ?? '')?.[1] ?? 'no token'
}

describe('one’s own account', () => {
  it('says who one is, and at which desks', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    expect(await readMe.execute(almond, {})).toEqual({
      id: almond.memberId,
      isTrainee: false,
      name: 'Almond',
      email: desk.emailOf(almond),
      role: 'REVIEWER',
      workspace: { ...desk.workspace, isSample: false },
      workspaces: [desk.workspace],
    })
  })

  it('changes its name and nothing else', async () => {
    const desk = await makeDesk()
    const session = await sessionOf(desk, desk.actors.almond)
    expect(await editMe.execute(desk.actors.almond, { name: ' Almond Tree ' })).toMatchObject({ name: 'Almond Tree' })
    expect(await stands(session)).toBe(true)
  })

  it('with a new password keeps this session and ends the others', async () => {
    const desk = await makeDesk()
    const { almond, birch } = desk.actors
    const [here, elsewhere, other] = [
      await sessionOf(desk, almond),
      await sessionOf(desk, almond),
      await sessionOf(desk, birch),
    ]
    const input = { currentPassword: TEST_PASSWORD, newPassword: NEXT_PASSWORD }
    await editMe.execute(almond, input, { sessionId: here })
    expect([await stands(here), await stands(elsewhere), await stands(other)]).toEqual([true, false, true])
    expect(await sessionOf(desk, almond)).toBe('no session')
    expect(await stands(await sessionOf(desk, almond, NEXT_PASSWORD))).toBe(true)
  })

  it.each([
    ['without the current password', { newPassword: NEXT_PASSWORD }, 'currentPassword'],
    ['with a wrong current password', { newPassword: NEXT_PASSWORD, currentPassword: 'wrong' }, 'currentPassword'],
    ['for a short one', { newPassword: 'short', currentPassword: TEST_PASSWORD }, 'newPassword'],
    [
      'for one with the desk’s name',
      { newPassword: 'River-Desk forever', currentPassword: TEST_PASSWORD },
      'newPassword',
    ],
    ['for one with the e-mail name', { newPassword: 'EMAIL and a bit', currentPassword: TEST_PASSWORD }, 'newPassword'],
  ])('does not change its password %s', async (_case, input, path) => {
    const desk = await makeDesk({ name: 'River desk' })
    const { almond } = desk.actors
    const localPart = desk.emailOf(almond).split('@')[0] ?? ''
    const sent = { ...input, newPassword: input.newPassword.replace('EMAIL', localPart) }
    const refusal = await refusalOf(editMe.execute(almond, sent))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
    expect(await sessionOf(desk, almond)).not.toBe('no session')
  })

  it('is signed out everywhere at once, and nobody else is', async () => {
    const desk = await makeDesk()
    const { almond, birch } = desk.actors
    const mine = [await sessionOf(desk, almond), await sessionOf(desk, almond)]
    const theirs = await sessionOf(desk, birch)
    expect(await signOutEverywhere.execute(almond, {})).toEqual({ ended: 2 })
    expect(await Promise.all([...mine, theirs].map(stands))).toEqual([false, false, true])
  })
})

describe('a session', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['ahead', 3, true],
    ['behind', -3, false],
  ])('ends by the database’s clock, also where the server’s is %s', async (_case, days, expected) => {
    const desk = await makeDesk()
    const id = await sessionOf(desk, desk.actors.almond)
    const expiresAt = new Date(Date.now() + (expected ? 60_000 : -60_000))
    await db().session.update({ where: { id }, data: { expiresAt } })
    vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ['Date'] })
    expect(await stands(id)).toBe(expected)
  })
})

describe('a password reset', () => {
  it('sets the password, ends every session and voids the other links', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    const session = await sessionOf(desk, almond)
    const [first, second] = [await resetTokenFor(desk, almond), await resetTokenFor(desk, almond)]
    expect(await resetPassword.execute(null, { token: first, password: NEXT_PASSWORD })).toEqual({
      email: desk.emailOf(almond),
    })
    expect(await stands(session)).toBe(false)
    expect(await sessionOf(desk, almond)).toBe('no session')
    for (const token of [first, second, 'A'.repeat(43)]) {
      const refusal = await refusalOf(resetPassword.execute(null, { token, password: 'another fine long one' }))
      expect(refusal).toMatchObject({ code: 'not-found', message: expect.stringMatching(/works once/) })
    }
    expect(await sessionOf(desk, almond, NEXT_PASSWORD)).not.toBe('no session')
  })

  it('works once, also when it and its sibling are used at once', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    const tokens = [await resetTokenFor(desk, almond), await resetTokenFor(desk, almond)]
    const tries = await Promise.allSettled(
      [...tokens, ...tokens].map((token, i) =>
        resetPassword.execute(null, { token, password: `walnut river lantern ${i}` }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('ends after half an hour by the database’s clock', async () => {
    const desk = await makeDesk()
    const token = await resetTokenFor(desk, desk.actors.almond)
    const [row] = await db().passwordReset.findMany({ where: { userId: desk.actors.almond.userId } })
    expect(row && row.expiresAt.getTime() - row.createdAt.getTime()).toBe(30 * 60_000)
    expect(JSON.stringify(row)).not.toContain(token)
    await db().passwordReset.updateMany({
      where: { userId: desk.actors.almond.userId },
      data: { expiresAt: new Date() },
    })
    expect((await refusalOf(resetPassword.execute(null, { token, password: NEXT_PASSWORD }))).code).toBe('not-found')
  })

  it('survives a password that is refused', async () => {
    const desk = await makeDesk()
    const token = await resetTokenFor(desk, desk.actors.almond)
    expect((await refusalOf(resetPassword.execute(null, { token, password: 'password12345' }))).status).toBe(422)
    expect(await resetPassword.execute(null, { token, password: NEXT_PASSWORD })).toBeTruthy()
  })

  it('does not open a desk that the administrator does not run', async () => {
    const [home, away] = [await makeDesk(), await makeDesk()]
    const { almond } = home.actors
    const invite = await createInvite.execute(away.actors.admin, { email: home.emailOf(almond), role: 'REVIEWER' })
    const token = invite.url?.split('/').at(-1)
    await acceptInvite.execute(null, { token, password: TEST_PASSWORD })
    const reset = createPasswordReset.execute(home.actors.admin, { memberId: almond.memberId })
    expect(await refusalOf(reset)).toMatchObject({ code: 'conflict' })

    const there = await db().member.findFirstOrThrow({
      where: { userId: almond.userId, workspaceId: away.workspace.id },
    })
    await editMember.execute(away.actors.admin, { memberId: there.id, version: 1, removed: true })
    expect(await resetTokenFor(home, almond)).toHaveLength(43)
  })

  it('does not open a desk that its person joined after it was made', async () => {
    const [home, away] = [await makeDesk(), await makeDesk()]
    const { almond } = home.actors
    const reset = await resetTokenFor(home, almond)
    const invite = await createInvite.execute(away.actors.admin, { email: home.emailOf(almond), role: 'REVIEWER' })
    await acceptInvite.execute(null, { token: invite.url?.split('/').at(-1), password: TEST_PASSWORD })
    const used = resetPassword.execute(null, { token: reset, password: NEXT_PASSWORD })
    expect(await refusalOf(used)).toMatchObject({ code: 'not-found' })
    expect(await sessionOf(home, almond)).not.toBe('no session')
  })

  it('is an administrator’s to make, and not for who has left', async () => {
    const desk = await makeDesk()
    const { almond, maple, admin } = desk.actors
    const input = { memberId: almond.memberId }
    expect((await refusalOf(createPasswordReset.execute(maple, input))).code).toBe('forbidden')
    await editMember.execute(admin, { ...input, version: 1, removed: true })
    expect((await refusalOf(createPasswordReset.execute(admin, input))).code).toBe('conflict')
  })

  it('is shown once: a repeated request gets its time without its link', async () => {
    const desk = await makeDesk()
    const ask = () =>
      createPasswordReset.execute(
        desk.actors.admin,
        { memberId: desk.actors.almond.memberId },
        { idempotencyKey: 'once' },
      )
    const first = await ask()
    expect(await ask()).toEqual({ ...first, url: null })
  })
})
