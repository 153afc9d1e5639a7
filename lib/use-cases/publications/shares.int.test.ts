import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { hashSecret } from '@/lib/platform/secrets'
import { approveAs, castAll, makeClaim } from '../../../prisma/testing/claims'
import { makeDesk, makeStatement } from '../../../prisma/testing/factories'
import { historyOf } from '../../../prisma/testing/history'
import { refusalOf } from '../../../prisma/testing/refusal'
import { createShare } from './create-share'
import { listShares } from './list-shares'
import { openShare } from './open-share'
import { publish } from './publish'
import { revokeShare } from './revoke-share'

afterAll(closeDb)

async function publishedDesk() {
  const desk = await makeDesk()
  const { id: statementId } = await makeStatement(desk)
  const { id: claimId } = await makeClaim(desk, { statementId })
  await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
  await approveAs(desk.actors.oak, claimId)
  const publication = await publish.execute(desk.actors.maple, { statementId })
  return { ...desk.actors, desk, statementId, claimId, publication }
}

function tokenOf({ url }: { url: string | null }): string {
  const token = /^http:\/\/127\.0\.0\.1:3000\/s\/([\w-]{43})$/.exec(url ?? '')?.[1]
  if (!token) throw new Error(`${url} is no link`)
  return token
}

describe('createShare', () => {
  it('makes a link to the newest publication, whose address is told once and stored as a hash', async () => {
    const { maple, statementId, publication } = await publishedDesk()
    const share = await createShare.execute(maple, { statementId, label: 'For the press' })
    const token = tokenOf(share)
    expect(share).toMatchObject({
      publicationId: publication.id,
      publicationNumber: 1,
      label: 'For the press',
      hint: token.slice(0, 6),
      state: 'ACTIVE',
      expiresAt: null,
      createdBy: { name: 'Maple' },
    })
    const row = await db().share.findUniqueOrThrow({ where: { id: share.id } })
    expect(row.tokenHash).toBe(hashSecret(token))
    expect(JSON.stringify(row)).not.toContain(token)
    expect((await listShares.execute(maple, { statementId })).items).toEqual([{ ...share, url: null }])
    expect(await openShare(token)).toMatchObject({ publicationId: publication.id, newer: null, lifted: [] })
    expect(JSON.stringify(await db().event.findMany({ where: { streamId: statementId } }))).not.toContain(token)
    expect((await historyOf(statementId)).types.at(-1)).toBe('share.created')
  })

  it('does it once for one Idempotency-Key, and does not tell the address again', async () => {
    const { maple, statementId } = await publishedDesk()
    const first = await createShare.execute(maple, { statementId }, { idempotencyKey: 'k' })
    const again = await createShare.execute(maple, { statementId }, { idempotencyKey: 'k' })
    expect(again).toEqual({ ...first, url: null })
    expect(await db().share.count({ where: { statementId } })).toBe(1)
  })

  it('wants something published, of this statement', async () => {
    const { desk, maple, publication } = await publishedDesk()
    const { id: other } = await makeStatement(desk)
    expect(await refusalOf(createShare.execute(maple, { statementId: other }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Publish it first'),
    })
    const named = createShare.execute(maple, { statementId: other, publicationId: publication.id })
    expect(await refusalOf(named)).toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['in the past', '2020-01-01T00:00:00Z'],
    ['now', new Date().toISOString()],
  ])('refuses an end %s', async (_case, expiresAt) => {
    const { maple, statementId } = await publishedDesk()
    expect(await refusalOf(createShare.execute(maple, { statementId, expiresAt }))).toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'expiresAt' }] },
    })
  })
})

describe('a link', () => {
  it('ends by itself, by the database’s clock', async () => {
    const { maple, statementId } = await publishedDesk()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const share = await createShare.execute(maple, { statementId, expiresAt })
    expect(share).toMatchObject({ state: 'ACTIVE', expiresAt })
    expect(await openShare(tokenOf(share))).not.toBeNull()
    await db().$executeRaw`UPDATE share SET expires_at = clock_timestamp() WHERE id = ${share.id}::uuid`
    expect(await openShare(tokenOf(share))).toBeNull()
    expect((await listShares.execute(maple, { statementId })).items).toMatchObject([{ state: 'EXPIRED' }])
  })

  it('is dead once revoked; revoking it again changes nothing', async () => {
    const { maple, oak, statementId } = await publishedDesk()
    const share = await createShare.execute(maple, { statementId })
    const other = await createShare.execute(maple, { statementId })
    const revoked = await revokeShare.execute(oak, { shareId: share.id })
    expect(revoked).toMatchObject({ state: 'REVOKED', url: null })
    expect(await openShare(tokenOf(share))).toBeNull()
    expect(await openShare(tokenOf(other))).not.toBeNull()
    expect(await revokeShare.execute(maple, { shareId: share.id })).toEqual(revoked)
    const { types, broken } = await historyOf(statementId)
    expect(types.filter(type => type === 'share.revoked')).toHaveLength(1)
    expect(broken).toBeNull()
  })

  it('is nobody’s for a token that was never made, or for the hash of one', async () => {
    const { maple, statementId } = await publishedDesk()
    const share = await createShare.execute(maple, { statementId })
    expect(await openShare('A'.repeat(43))).toBeNull()
    expect(await openShare(hashSecret(tokenOf(share)))).toBeNull()
  })
})

describe('who may share', () => {
  it('is an editor of the desk; to anyone else its links do not exist', async () => {
    const { almond, maple, statementId } = await publishedDesk()
    const { id: shareId } = await createShare.execute(maple, { statementId })
    const stranger = (await makeDesk()).actors.maple
    const acts: [string, (actor: Actor) => Promise<unknown>][] = [
      ['create', actor => createShare.execute(actor, { statementId })],
      ['list', actor => listShares.execute(actor, { statementId })],
      ['revoke', actor => revokeShare.execute(actor, { shareId })],
    ]
    for (const [name, act] of acts) {
      expect([name, (await refusalOf(act(almond))).code]).toEqual([name, 'forbidden'])
      expect([name, (await refusalOf(act(stranger))).code]).toEqual([name, 'not-found'])
    }
    expect((await listShares.execute(maple, { statementId })).items).toMatchObject([{ state: 'ACTIVE' }])
  })
})
