import { afterEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { editMember } from '../workspace/edit-member'
import { createToken } from './create-token'
import { identifyToken } from './identify'
import { listTokens } from './list-tokens'
import { revokeToken } from './revoke-token'

describe('a bearer token', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('opens the desk for its member until it is revoked', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    const made = await createToken.execute(almond, { name: 'notebook' })
    expect(made).toMatchObject({ name: 'notebook', state: 'ACTIVE', hint: made.token?.slice(0, 6), expiresAt: null })
    expect((await identifyToken(made.token ?? ''))?.memberships).toEqual([almond])
    expect((await listTokens.execute(almond, {})).items).toMatchObject([{ id: made.id, token: null }])

    expect(await revokeToken.execute(almond, { tokenId: made.id })).toMatchObject({ state: 'REVOKED', token: null })
    expect(await identifyToken(made.token ?? '')).toBeNull()
    await revokeToken.execute(almond, { tokenId: made.id })
    expect((await historyOf(desk.workspace.id)).types.slice(-2)).toEqual(['token.created', 'token.revoked'])
  })

  it('is kept as a hash alone', async () => {
    const { actors } = await makeDesk()
    const { id, token } = await createToken.execute(actors.almond, { name: 'notebook' })
    expect(JSON.stringify(await db().apiToken.findUniqueOrThrow({ where: { id } }))).not.toContain(token)
  })

  it('ends when it was meant to', async () => {
    const { actors } = await makeDesk()
    const past = createToken.execute(actors.almond, { name: 'x', expiresAt: '2020-01-01T00:00:00Z' })
    expect((await refusalOf(past)).details.errors?.[0]?.path).toBe('expiresAt')
    const soon = new Date(Date.now() + 2_000).toISOString()
    const { token } = await createToken.execute(actors.almond, { name: 'short', expiresAt: soon })
    expect(await identifyToken(token ?? '')).not.toBeNull()
    await expect.poll(() => identifyToken(token ?? ''), { timeout: 10_000 }).toBeNull()
    expect((await listTokens.execute(actors.almond, {})).items).toMatchObject([{ state: 'EXPIRED' }])
  })

  it.each([
    ['ahead', 3, true],
    ['behind', -3, false],
  ])('ends by the database’s clock, also where the server’s is %s', async (_case, days, expected) => {
    const { actors } = await makeDesk()
    const { id, token } = await createToken.execute(actors.almond, { name: 'notebook' })
    const expiresAt = new Date(Date.now() + (expected ? 60_000 : -60_000))
    await db().apiToken.update({ where: { id }, data: { expiresAt } })
    vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ['Date'] })
    expect((await identifyToken(token ?? '')) !== null).toBe(expected)
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } })
    expect(row.lastUsedAt ? row.lastUsedAt >= row.createdAt && row.lastUsedAt < expiresAt : expected).toBe(expected)
  })

  it('is its member’s alone: for others, administrators included, it does not exist', async () => {
    const { actors } = await makeDesk()
    const { id, token } = await createToken.execute(actors.almond, { name: 'notebook' })
    for (const other of [actors.birch, actors.admin]) {
      expect((await refusalOf(revokeToken.execute(other, { tokenId: id }))).code).toBe('not-found')
      expect((await listTokens.execute(other, {})).items).toEqual([])
    }
    expect(await identifyToken(token ?? '')).not.toBeNull()
  })

  it('acts in the role its member has now, and not at all once they have left', async () => {
    const { actors } = await makeDesk()
    const { token } = await createToken.execute(actors.almond, { name: 'notebook' })
    const { memberId } = actors.almond
    await editMember.execute(actors.admin, { memberId, version: 1, role: 'EDITOR' })
    expect((await identifyToken(token ?? ''))?.memberships[0]?.role).toBe('EDITOR')
    await editMember.execute(actors.admin, { memberId, version: 2, removed: true })
    expect(await identifyToken(token ?? '')).toBeNull()
  })

  it('is one of at most fifty that are in use', async () => {
    const { actors } = await makeDesk()
    for (let i = 0; i < 50; i++) await createToken.execute(actors.almond, { name: `token ${i}` })
    expect((await refusalOf(createToken.execute(actors.almond, { name: 'one more' }))).code).toBe('conflict')
  })
})
