import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { insertNotices } from '@/lib/db/notices'
import { inTransaction } from '@/lib/db/transaction'
import type { Actor } from '@/lib/domain/actor'
import { NOTICE_KINDS } from '@/lib/domain/vocabulary'
import { makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { listNotices } from './list-notices'
import { readNotices } from './read-notices'

let desk: Desk
let claim: { id: string; statementId: string }
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 6 })
  claim = await makeClaim(desk)
})
afterAll(closeDb)

/** One notice of each kind for someone, the later ones a millisecond on, except that the first two are of one moment. */
async function tell(actor: Actor): Promise<void> {
  const { workspaceId, memberId } = actor
  for (const [index, kind] of NOTICE_KINDS.entries()) {
    const at = new Date(Date.UTC(2026, 10, 20) + Math.max(1, index))
    const about = { memberId, kind, statementId: claim.statementId, claimId: claim.id }
    await inTransaction(db(), tx => insertNotices(tx, { workspaceId, actorId: null, at }, [about]))
  }
}

const idsOf = async (actor: Actor) => (await listNotices.execute(actor, {})).items.map(({ id }) => id)

describe('notices', () => {
  it('are one’s own, newest first, with where it happened', async () => {
    const { almond, birch } = desk.actors
    await tell(almond)
    const { items, unread, nextCursor } = await listNotices.execute(almond, {})
    expect({ unread, nextCursor }).toEqual({ unread: NOTICE_KINDS.length, nextCursor: null })
    expect(items.map(({ kind }) => kind).slice(0, -2)).toEqual(NOTICE_KINDS.slice(2).toReversed())
    expect(items[0]).toMatchObject({
      actor: null,
      statement: { id: claim.statementId, title: 'Remarks at the harbour' },
      claim: { id: claim.id, claimReviewed: 'Arrivals at the harbour rose by a third last year.' },
      commentId: null,
      isRead: false,
    })
    expect(await listNotices.execute(birch, {})).toEqual({ items: [], nextCursor: null, unread: 0 })
  })

  it('page without gap or repetition, also within one moment', async () => {
    const { cedar } = desk.actors
    await tell(cedar)
    for (const limit of [1, 3, NOTICE_KINDS.length]) {
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: { items: { id: string }[]; nextCursor: string | null } = await listNotices.execute(cedar, {
          limit,
          ...(cursor ? { cursor } : {}),
        })
        paged.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(await idsOf(cedar))
    }
    await expect(listNotices.execute(cedar, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('are marked as read one by one, or up to one, and only one’s own', async () => {
    const { hazel, juniper } = desk.actors
    for (const actor of [hazel, juniper]) await tell(actor)
    const [ids, others] = [await idsOf(hazel), await idsOf(juniper)]
    const [newest, second, third] = ids
    expect(await readNotices.execute(hazel, { ids: [second, others[0]] })).toEqual({ unread: ids.length - 1 })
    const { items } = await listNotices.execute(hazel, {})
    expect(items.filter(({ isRead }) => isRead).map(({ id }) => id)).toEqual([second])
    expect(await readNotices.execute(hazel, { upTo: third })).toEqual({ unread: 1 })
    expect((await listNotices.execute(hazel, {})).items.find(({ isRead }) => !isRead)?.id).toBe(newest)
    expect(await readNotices.execute(hazel, { upTo: newest })).toEqual({ unread: 0 })
    expect(await listNotices.execute(juniper, {})).toMatchObject({ unread: others.length })
    await expect(readNotices.execute(hazel, { upTo: others[0] })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keep the moment at which they were first read', async () => {
    const { larch } = desk.actors
    await tell(larch)
    const [newest = ''] = await idsOf(larch)
    await readNotices.execute(larch, { ids: [newest] })
    const first = await db().notice.findUniqueOrThrow({ where: { id: newest } })
    await readNotices.execute(larch, { upTo: newest })
    expect(await db().notice.findUniqueOrThrow({ where: { id: newest } })).toEqual(first)
  })

  it.each([{}, { ids: [] }, { ids: ['x'] }, { upTo: '' }])('are not marked by %j', async input => {
    await expect(readNotices.execute(desk.actors.birch, input)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('are not marked both ways at once', async () => {
    const id = '01900000-0000-7000-8000-000000000000'
    await expect(readNotices.execute(desk.actors.birch, { ids: [id], upTo: id })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('leave no line in the desk’s history', async () => {
    const { almond } = desk.actors
    const count = () => db().event.count({ where: { workspaceId: desk.workspace.id } })
    const before = await count()
    const [newest] = await idsOf(almond)
    await readNotices.execute(almond, { upTo: newest })
    expect(await count()).toBe(before)
  })
})
