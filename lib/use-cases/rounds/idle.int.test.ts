import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import { inTurn } from '@/lib/db/turns'
import type { Actor } from '@/lib/domain/actor'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { withdrawClaim } from '../claims/withdraw-claim'
import { keepHouse } from '../housekeeping/keep-house'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { editMember } from '../workspace/edit-member'
import { editWorkspace } from '../workspace/edit-workspace'
import { assignReviewers } from './assign-reviewers'
import { closeCompleteRounds } from './close-complete-rounds'
import { recuse } from './recuse'
import { returnIdleAssignments } from './return-idle-assignments'
import { startRound } from './start-round'

let desk: Desk
let claim: ClaimDto
beforeEach(async () => {
  desk = await makeDesk({ reviewers: 5 })
  claim = await makeClaim(desk)
})
afterAll(closeDb)

function assign(members: readonly Actor[], claimId = claim.id) {
  return assignReviewers.execute(desk.actors.maple, { claimId, memberIds: members.map(m => m.memberId) })
}

/** As if everything so far about the claim had happened so many days earlier. */
async function backdate(days: number, claimId = claim.id): Promise<void> {
  await db()
    .$executeRaw`UPDATE assignment SET assigned_at = assigned_at - (${days} * interval '1 day') WHERE claim_id = ${claimId}::uuid`
  await db()
    .$executeRaw`UPDATE round SET opened_at = opened_at - (${days} * interval '1 day') WHERE claim_id = ${claimId}::uuid`
}

async function asked(claimId = claim.id): Promise<string[]> {
  return (await readAs(desk.actors.maple, claimId)).assigned.map(({ name }) => name)
}

const run = () => returnIdleAssignments({ workspaceId: desk.workspace.id })

async function noticesOf(kind: 'ASSIGNMENT_RETURNED' | 'ASSIGNED') {
  return await db().notice.findMany({
    where: { workspaceId: desk.workspace.id, kind },
    select: { memberId: true, claimId: true, actorId: true },
  })
}

describe('idle assignments', () => {
  it('go back once the desk’s limit has passed, with an event of nobody’s and word to both', async () => {
    const { almond, birch, maple } = desk.actors
    await assign([almond, birch])
    await backdate(6.9)
    expect([await run(), await asked()]).toEqual([0, ['Almond', 'Birch']])
    await backdate(0.2)
    expect([await run(), await asked()]).toEqual([1, []])
    const event = await db().event.findFirstOrThrow({ where: { claimId: claim.id }, orderBy: { seq: 'desc' } })
    expect(event).toMatchObject({
      type: 'assignment.returned',
      actorId: null,
      ids: { memberIds: [], returned: [almond.memberId, birch.memberId].sort() },
    })
    expect((await historyOf(claim.statementId)).broken).toBeNull()
    const told = await noticesOf('ASSIGNMENT_RETURNED')
    expect(told.map(({ memberId }) => memberId).sort()).toEqual([almond, birch, maple].map(m => m.memberId).sort())
    expect(told.every(({ actorId, claimId }) => actorId === null && claimId === claim.id)).toBe(true)
    expect(await run()).toBe(0)
  })

  it('leave alone who has cast, and close the round that waited for nobody else', async () => {
    const { almond, birch, cedar, hazel, maple } = desk.actors
    await assign([almond, birch, cedar, hazel])
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claim.id)
    await backdate(8)
    expect(await run()).toBe(1)
    const closed = await readAs(maple, claim.id)
    expect(closed).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED', cast: 3 } })
    expect(await asked()).toEqual(['Almond', 'Birch', 'Cedar'])
    expect((await historyOf(claim.statementId)).types.slice(-2)).toEqual(['assignment.returned', 'round.closed'])
    const problems = await auditClaim(maple, claim.id)
    expect(problems.filter(problem => !/: (opened|assigned)_at is /.test(problem))).toEqual([])
    const row = await db().round.findFirstOrThrow({ where: { claimId: claim.id } })
    expect(row.closedById).toBeNull()
  })

  it('say nothing of what is sealed: the round stays so, below its quorum', async () => {
    const { almond, birch } = desk.actors
    await assign([almond, birch])
    await castAs(almond, claim.id, 'TRUE', { rationale: 'The sealed word.' })
    await backdate(8)
    await run()
    const seen = await readAs(birch, claim.id)
    expect(seen).toMatchObject({ round: { state: 'OPEN', cast: 1, missing: 2 } })
    expect(JSON.stringify(seen)).not.toContain('The sealed word.')
    const { ids } = await db().event.findFirstOrThrow({ where: { claimId: claim.id }, orderBy: { seq: 'desc' } })
    expect(Object.keys(ids as object).sort()).toEqual(['memberIds', 'returned'])
  })

  it('count anew for who took their verdict back, and from the opening of a later round', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    await assign([almond, birch, cedar])
    await castAs(almond, claim.id)
    await withdrawVerdict.execute(almond, { claimId: claim.id })
    await castAs(birch, claim.id)
    await backdate(8)
    await run()
    expect(await asked()).toEqual(['Birch'])

    const second = await makeClaim(desk)
    await assign([almond, birch, cedar], second.id)
    const { version } = await castAll(desk, second.id, ['TRUE', 'FALSE', 'MIXED'])
    await backdate(30, second.id)
    // The round is closed: what stands for the next one is nobody's debt.
    expect([await run(), await asked(second.id)]).toEqual([0, ['Almond', 'Birch', 'Cedar']])
    await startRound.execute(maple, { claimId: second.id, version })
    expect([await run(), await asked(second.id)]).toEqual([0, ['Almond', 'Birch', 'Cedar']])
    await backdate(8, second.id)
    expect([await run(), await asked(second.id)]).toEqual([1, []])
  })

  it('are not looked for on ended claims, nor at a desk that set no limit', async () => {
    const { almond, admin, maple } = desk.actors
    const ended = await makeClaim(desk)
    await assign([almond])
    await assign([almond], ended.id)
    await withdrawClaim.execute(maple, { claimId: ended.id })
    await backdate(400)
    await backdate(400, ended.id)
    const set = (idleLimitDays: number | null, version: number) =>
      editWorkspace.execute(admin, { version, idleLimitDays })
    expect(await set(null, 1)).toMatchObject({ idleLimitDays: null, version: 2 })
    expect([await run(), await asked()]).toEqual([0, ['Almond']])
    expect(await refusalOf(set(0, 2))).toMatchObject({ code: 'invalid-input' })
    expect(await refusalOf(set(366, 2))).toMatchObject({ code: 'invalid-input' })
    expect(await set(365, 2)).toMatchObject({ idleLimitDays: 365 })
    const revision = await db().workspaceRevision.findFirstOrThrow({
      where: { workspaceId: desk.workspace.id },
      orderBy: { number: 'desc' },
    })
    expect(revision.settings).toMatchObject({ idleLimitDays: 365 })
    expect([await run(), await asked()]).toEqual([1, []])
    expect(await db().assignment.count({ where: { claimId: ended.id } })).toBe(1)
  })

  it('go back once, however many instances look at once', async () => {
    const { almond, birch } = desk.actors
    await assign([almond, birch])
    await backdate(8)
    await Promise.all(Array.from({ length: 5 }, run))
    const { types, broken } = await historyOf(claim.statementId)
    expect([types.filter(type => type === 'assignment.returned').length, broken]).toEqual([1, null])
    expect(await noticesOf('ASSIGNMENT_RETURNED')).toHaveLength(3)
  })

  it('of several claims are told of once', async () => {
    const { almond, maple } = desk.actors
    const second = await makeClaim(desk, { statementId: claim.statementId, targets: [{ exact: 'two new berths' }] })
    await assign([almond])
    await assign([almond], second.id)
    await backdate(8)
    await backdate(8, second.id)
    await run()
    expect(await noticesOf('ASSIGNMENT_RETURNED')).toEqual([
      { memberId: almond.memberId, claimId: null, actorId: null },
      { memberId: maple.memberId, claimId: null, actorId: null },
    ])
  })
})

describe('housekeeping', () => {
  it('is done by one instance at a time', async () => {
    const { almond } = desk.actors
    await assign([almond])
    await backdate(8)
    let hasRun = false
    const wasMine = await inTurn(db(), 'housekeeping', async () => {
      await keepHouse()
      hasRun = true
      expect(await asked()).toEqual(['Almond'])
    })
    expect([wasMine, hasRun]).toEqual([true, true])
    await keepHouse()
    expect(await asked()).toEqual([])
  })
})

describe('who leaves the desk, or becomes a trainee', () => {
  async function change(member: Actor, input: object) {
    await editMember.execute(desk.actors.admin, { memberId: member.memberId, version: 1, ...input })
    return await readAs(desk.actors.maple, claim.id)
  }

  it.each([{ removed: true }, { isTrainee: true }])('keeps no round waiting: %j', async input => {
    const { almond, birch, cedar, hazel } = desk.actors
    await assign([almond, birch, cedar, hazel])
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'TRUE'])
    const closed = await change(hazel, input)
    expect(closed).toMatchObject({ round: { state: 'CLOSED', cast: 3 } })
    const event = await db().event.findFirstOrThrow({ where: { claimId: claim.id }, orderBy: { seq: 'desc' } })
    expect(event).toMatchObject({ type: 'round.closed', actorId: null })
    expect((await historyOf(claim.statementId)).broken).toBeNull()
  })

  it('leaves a round open that others are missing from, or that has no quorum', async () => {
    const { almond, birch, cedar, hazel, juniper } = desk.actors
    await assign([almond, birch, cedar, hazel, juniper])
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'TRUE'])
    expect(await change(hazel, { removed: true })).toMatchObject({ round: { state: 'OPEN', missing: 1 } })
    const second = await makeClaim(desk)
    await assign([almond, birch, juniper], second.id)
    await castAll(desk, second.id, ['FALSE', 'FALSE'])
    await change(juniper, { removed: true })
    expect(await readAs(almond, second.id)).toMatchObject({ round: { state: 'OPEN', cast: 2, missing: 1 } })
    expect(await readAs(almond, claim.id)).toMatchObject({ round: { state: 'CLOSED' } })
  })

  it('leaves what they cast counted', async () => {
    const { almond, birch, cedar, hazel, maple } = desk.actors
    await assign([almond, birch, cedar, hazel])
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'TRUE'])
    await change(almond, { removed: true })
    expect(await readAs(maple, claim.id)).toMatchObject({ round: { state: 'OPEN', cast: 3, missing: 1 } })
    await recuse.execute(hazel, { claimId: claim.id, reason: 'A relative.' })
    expect(await readAs(maple, claim.id)).toMatchObject({ round: { state: 'CLOSED', cast: 3 } })
  })

  it('is made up for by housekeeping, should it have been missed', async () => {
    const { almond, birch, cedar, hazel } = desk.actors
    await assign([almond, birch, cedar, hazel])
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'TRUE'])
    await db().member.update({ where: { id: hazel.memberId }, data: { removedAt: new Date() } })
    expect(await closeCompleteRounds({ workspaceId: desk.workspace.id })).toBe(1)
    expect(await closeCompleteRounds({ workspaceId: desk.workspace.id })).toBe(0)
    expect((await historyOf(claim.statementId)).types.filter(type => type === 'round.closed')).toHaveLength(1)
  })
})
