import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { castAs, makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { assignReviewers } from '../rounds/assign-reviewers'
import { recuse } from '../rounds/recuse'
import { readNextClaim } from './read-next-claim'
import { readQueue } from './read-queue'

let desk: Desk
let statementId: string
beforeEach(async () => {
  desk = await makeDesk({ reviewers: 10 })
  statementId = (await makeStatement(desk, { text: 'abcdefghij'.repeat(20) })).id
})
afterAll(closeDb)

/** Claims on the statement, made an hour apart long ago, so that their ages differ and their days do not. */
async function claims(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let start = 0; start < count; start++) {
    const { id } = await makeClaim(desk, { statementId, targets: [{ start, end: start + 9 }] })
    const openedAt = new Date(Date.UTC(2026, 0, 10, start))
    await db().round.updateMany({ where: { claimId: id }, data: { openedAt } })
    ids.push(id)
  }
  return ids
}

async function next(actor: Actor, input: { statementId?: string; after?: string } = {}): Promise<string | null> {
  return (await readNextClaim.execute(actor, input)).item?.claim.id ?? null
}

async function queue(actor: Actor): Promise<string[]> {
  return (await readQueue.execute(actor, {})).items.map(({ claim }) => claim.id)
}

describe('the next claim', () => {
  it('is null where nothing waits, plainly', async () => {
    const { almond, maple } = desk.actors
    expect(await next(almond)).toBeNull()
    const [only = ''] = await claims(1)
    expect(await next(maple)).toBeNull()
    expect(await next(almond)).toBe(only)
    await castAs(almond, only)
    expect(await next(almond)).toBeNull()
  })

  it('is what one is asked for by name, then where fewest verdicts are in, then what waits longest', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    const [one = '', two = '', three = '', four = ''] = await claims(4)
    await castAs(birch, one)
    await castAs(birch, two)
    await castAs(cedar, two)
    await db().round.updateMany({ where: { claimId: three }, data: { openedAt: new Date(Date.UTC(2026, 0, 9, 23)) } })
    await castAs(birch, four)
    await assignReviewers.execute(maple, { claimId: four, memberIds: [almond.memberId] })
    await db().round.updateMany({ where: { claimId: one }, data: { openedAt: new Date(Date.UTC(2026, 0, 11)) } })
    const order = [four, three, one, two]
    expect(await queue(almond)).toEqual(order)
    const walked: (string | null)[] = []
    for (const after of [undefined, ...order]) walked.push(await next(almond, after ? { after } : {}))
    // After the last one it begins again.
    expect(walked).toEqual([...order, four])
    await castAs(almond, four)
    expect(await next(almond, { after: four })).toBe(three)
  })

  it('is never the one it comes after, nor one that another needs', async () => {
    const { almond, birch, cedar } = desk.actors
    const [one = '', two = ''] = await claims(2)
    await recuse.execute(almond, { claimId: two, reason: 'A relative.' })
    expect(await next(almond)).toBe(one)
    expect(await next(almond, { after: one })).toBeNull()
    await assignReviewers.execute(desk.actors.maple, { claimId: one, memberIds: [birch.memberId] })
    expect(await next(cedar)).toBe(two)
    expect(await next(birch)).toBe(one)
  })

  it('keeps to a statement when told, and says where it stands', async () => {
    const { almond } = desk.actors
    await claims(1)
    const elsewhere = await makeClaim(desk)
    const { item } = await readNextClaim.execute(almond, { statementId: elsewhere.statementId })
    expect(item).toMatchObject({
      claim: { id: elsewhere.id, round: { cast: 0, quorum: 3 } },
      statement: { id: elsewhere.statementId, title: 'Remarks at the harbour' },
    })
    expect(await next(almond, { statementId: elsewhere.statementId, after: elsewhere.id })).toBeNull()
    await expect(readNextClaim.execute(almond, { statementId: desk.workspace.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('does not depend on what was cast, nor on who cast it first', async () => {
    const { almond, birch, cedar } = desk.actors
    const [one = '', two = ''] = await claims(6)
    await castAs(birch, one, 'TRUE', { confidence: 'HIGH' })
    await castAs(cedar, two, 'FALSE')
    const before = await queue(almond)
    expect(before.slice(-2).sort()).toEqual([one, two].sort())
    await castAs(cedar, two, 'UNVERIFIABLE', { rationale: 'Nothing was counted. '.repeat(99), confidence: 'LOW' })
    await castAs(birch, one, 'MIXED')
    expect(await queue(almond)).toEqual(before)
  })

  it('leads those who ask at once to different places, and each always to the same', async () => {
    await claims(20)
    const asked = await Promise.all(desk.reviewers.map(actor => next(actor)))
    expect(new Set(asked).size).toBeGreaterThan(4)
    expect(await Promise.all(desk.reviewers.map(actor => next(actor)))).toEqual(asked)
  })
})
