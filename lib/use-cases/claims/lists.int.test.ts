import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { decideClaim } from '../decisions/decide-claim'
import { assignReviewers } from '../rounds/assign-reviewers'
import { recuse } from '../rounds/recuse'
import { listClaims } from './list-claims'
import { mergeClaim } from './merge-claim'
import { readQueue } from './read-queue'
import { withdrawClaim } from './withdraw-claim'

afterAll(closeDb)

describe('listClaims', () => {
  it('comes in text order with what everyone may know, ended claims only when asked for', async () => {
    const desk = await makeDesk()
    const { almond, maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const at = (exact: string) => makeClaim(desk, { statementId, claimReviewed: exact, targets: [{ exact }] })
    const last = await at('two new berths')
    const first = await at('rose by a third')
    const gone = await at('No ship waited')
    const same = await at('rose by a third')
    await withdrawClaim.execute(maple, { claimId: gone.id })
    await mergeClaim.execute(maple, { claimId: same.id, intoId: first.id, version: 1 })
    await castAs(almond, first.id)
    const idsOf = async (ended: 'true' | 'false') =>
      (await listClaims.execute(almond, { statementId, ended })).items.map(({ id }) => id)
    expect(await idsOf('false')).toEqual([first.id, last.id])
    expect(await idsOf('true')).toEqual([first.id, same.id, gone.id, last.id])
    const { items, seq } = await listClaims.execute(almond, { statementId })
    expect(items[0]).toMatchObject({ iHaveCast: true, round: { cast: 1, missing: 2 }, status: 'AWAITING' })
    expect(seq).toBe(14)
    expect(Object.keys(items[0] ?? {})).not.toContain('rounds')
  })

  it('takes as few queries for eighty claims as for two', async () => {
    const desk = await makeDesk()
    const { id: statementId } = await makeStatement(desk, { text: 'abcdefghij'.repeat(20) })
    const queries = async () => {
      const query = vi.spyOn(Client.prototype, 'query')
      const { items } = await listClaims.execute(desk.actors.almond, { statementId })
      const count = query.mock.calls.length
      query.mockRestore()
      return { count, claims: items.length }
    }
    const add = async (from: number, to: number) => {
      for (let start = from; start < to; start++) {
        await makeClaim(desk, { statementId, targets: [{ start, end: start + 9 }] })
      }
    }
    await add(0, 2)
    await queries() // Prepares what is kept between requests.
    const few = await queries()
    await add(2, 80)
    const many = await queries()
    expect([few.claims, many.claims]).toEqual([2, 80])
    // An announcement of what was written just before may be among them.
    expect(many.count).toBeLessThanOrEqual(few.count + 1)
    expect(many.count).toBeLessThanOrEqual(10)
  })

  it('is empty for a statement without claims and refuses one that does not exist', async () => {
    const desk = await makeDesk()
    const { id } = await makeStatement(desk)
    expect(await listClaims.execute(desk.actors.almond, { statementId: id })).toEqual({ items: [], seq: 1 })
    for (const statementId of [desk.workspace.id, '01900000-0000-7000-8000-000000000000']) {
      await expect(listClaims.execute(desk.actors.almond, { statementId })).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('readQueue', () => {
  let desk: Desk
  let claims: Record<'fresh' | 'assigned' | 'cast' | 'recused' | 'agreed' | 'split' | 'returned' | 'decided', ClaimDto>

  beforeAll(async () => {
    desk = await makeDesk()
    const { almond, birch, maple } = desk.actors
    const make = () => makeClaim(desk, { by: birch })
    claims = {
      fresh: await make(),
      assigned: await make(),
      cast: await make(),
      recused: await make(),
      agreed: await make(),
      split: await make(),
      returned: await make(),
      decided: await make(),
    }
    await assignReviewers.execute(maple, { claimId: claims.assigned.id, memberIds: [birch.memberId, maple.memberId] })
    await castAs(almond, claims.cast.id)
    await recuse.execute(almond, { claimId: claims.recused.id, reason: 'A relative.' })
    for (const { id } of [claims.returned, claims.decided, claims.agreed]) {
      await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    }
    await castAll(desk, claims.split.id, ['FALSE', 'TRUE', 'MIXED'])
    const { contentHash } = await readAs(maple, claims.returned.id)
    await decideClaim.execute(maple, { claimId: claims.returned.id, action: 'RETURN', contentHash, reason: 'Again.' })
    await approveAs(maple, claims.decided.id)
  })

  async function queueOf(actor: Actor, of: 'verdicts' | 'decisions'): Promise<string[]> {
    const { items, total } = await readQueue.execute(actor, { of })
    expect(total).toBe(items.length)
    const names = new Map(Object.entries(claims).map(([name, { id }]) => [id, name]))
    return items.map(({ claim }) => names.get(claim.id) ?? '')
  }

  it('holds what waits for one’s verdict: what one is asked for first, then where fewest verdicts are in', async () => {
    const { almond, birch, maple, oak } = desk.actors
    expect(await queueOf(almond, 'verdicts')).toEqual(['fresh'])
    const [first, ...rest] = await queueOf(birch, 'verdicts')
    expect([first, rest.slice(0, 2).sort(), rest.at(2)]).toEqual(['assigned', ['fresh', 'recused'], 'cast'])
    expect(await queueOf(maple, 'verdicts')).toEqual(['assigned'])
    expect(await queueOf(oak, 'verdicts')).toEqual([])
  })

  it('holds what waits for an editor: decisions to make and rounds to start', async () => {
    const { almond, maple, oak } = desk.actors
    expect(await queueOf(almond, 'decisions')).toEqual([])
    expect((await queueOf(maple, 'decisions')).toSorted()).toEqual(['agreed', 'returned', 'split'])
    expect((await queueOf(oak, 'decisions')).toSorted()).toEqual(['agreed', 'returned', 'split'])
  })

  it('says the same of each claim as the claim itself, and never asks for what may not be done', async () => {
    const everyone = [...desk.reviewers, ...desk.editors, desk.actors.admin]
    for (const actor of everyone) {
      const [verdicts, decisions] = [await queueOf(actor, 'verdicts'), await queueOf(actor, 'decisions')]
      for (const [name, { id }] of Object.entries(claims)) {
        const claim = await readAs(actor, id)
        expect([name, claim.needsMyVerdict, claim.needsEditor]).toEqual([
          name,
          verdicts.includes(name),
          decisions.includes(name),
        ])
        if (claim.needsMyVerdict) expect(claim.may.castVerdict.allowed).toBe(true)
        if (claim.mayDecide) expect(claim.may.decide.allowed).toBe(true)
        if (claim.needsEditor) expect(claim.may.decide.allowed || claim.may.startRound.allowed).toBe(true)
      }
    }
  })

  it('names the statement each claim stands in', async () => {
    const { items } = await readQueue.execute(desk.actors.almond, {})
    expect(items).toMatchObject([
      { claim: { id: claims.fresh.id }, statement: { id: claims.fresh.statementId, title: 'Remarks at the harbour' } },
    ])
  })
})
