import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { NoticeKind } from '@/lib/domain/vocabulary'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { editClaim } from '../claims/edit-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { listNotices } from '../notices/list-notices'
import { editMember } from '../workspace/edit-member'
import { assignReviewers } from './assign-reviewers'
import { recuse } from './recuse'
import { spreadReviewers } from './spread-reviewers'
import { startRound } from './start-round'

let desk: Desk
let claim: ClaimDto
beforeEach(async () => {
  desk = await makeDesk({ reviewers: 5, policy: { maxRounds: 2 } })
  claim = await makeClaim(desk)
})
afterAll(closeDb)

/** Who was told of the claim, by name, in their order. */
async function told(kind: NoticeKind): Promise<string[]> {
  const rows = await db().notice.findMany({
    where: { claimId: claim.id, kind },
    select: { member: { select: { user: { select: { name: true } } } } },
  })
  return rows.map(({ member }) => member.user.name).sort()
}

function assign(by: Actor, ...members: Actor[]) {
  return assignReviewers.execute(by, { claimId: claim.id, memberIds: members.map(m => m.memberId) })
}

async function start(by: Actor): Promise<void> {
  const { version } = await readAs(by, claim.id)
  await startRound.execute(by, { claimId: claim.id, version })
}

describe('members are told', () => {
  it('when they are asked, not again when they stay so, nor by themselves', async () => {
    const { almond, birch, maple } = desk.actors
    await assign(maple, almond, maple)
    await assign(maple, almond, birch, maple)
    expect(await told('ASSIGNED')).toEqual(['Almond', 'Birch'])
  })

  it('no longer once they have given the verdict or stood back, of all of a statement once the last one is in', async () => {
    const { almond, birch, maple } = desk.actors
    const other = await makeClaim(desk, { statementId: claim.statementId, targets: [{ exact: 'rose' }] })
    const memberIds = [almond, birch].map(({ memberId }) => memberId)
    const unread = async (actor: Actor) => (await listNotices.execute(actor, {})).unread
    await assign(maple, almond, birch)
    await assignReviewers.execute(maple, { claimId: other.id, memberIds: [] })
    await spreadReviewers.execute(maple, { statementId: claim.statementId, memberIds, perClaim: null, mode: 'REPLACE' })
    const asked = await Promise.all([almond, birch].map(unread))
    expect(asked).toEqual([2, 2])
    await castAs(almond, claim.id, 'TRUE')
    await recuse.execute(birch, { claimId: claim.id, reason: 'A relative.' })
    expect(await Promise.all([almond, birch].map(unread))).toEqual([1, 1])
    await castAs(almond, other.id, 'TRUE')
    await recuse.execute(birch, { claimId: other.id, reason: 'A relative.' })
    expect(await Promise.all([almond, birch].map(unread))).toEqual([0, 0])
  })

  it('when another round opens: who is asked, and who had cast, but for who stood back, left or opened it', async () => {
    const { almond, birch, cedar, hazel, juniper, maple, admin } = desk.actors
    expect(await told('ROUND_OPENED')).toEqual([])
    await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED'])
    await assign(maple, hazel, juniper, maple)
    await recuse.execute(birch, { claimId: claim.id, reason: 'A relative.' })
    await editMember.execute(admin, { memberId: cedar.memberId, version: 1, removed: true })
    await start(maple)
    expect(await told('ROUND_OPENED')).toEqual(['Almond', 'Hazel', 'Juniper'])
    expect(almond.name).toBe('Almond')
  })

  it('when a claim changes under their verdict, and when it is reopened', async () => {
    const { almond, maple } = desk.actors
    await castAs(almond, claim.id)
    await editClaim.execute(maple, { claimId: claim.id, version: 1, claimReviewed: 'Another.' })
    expect(await told('ROUND_OPENED')).toEqual(['Almond'])
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    const { version } = await approveAs(maple, claim.id)
    await reopenClaim.execute(maple, { claimId: claim.id, version, reason: 'New figures.' })
    expect(await told('ROUND_OPENED')).toEqual(['Almond', 'Almond', 'Birch', 'Cedar'])
  })

  it('as editors, when a claim escalates; whose verdict came last is not said', async () => {
    const { maple } = desk.actors
    await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED'])
    await start(maple)
    expect((await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED'])).status).toBe('ESCALATED')
    expect(await told('ESCALATED')).toEqual(['Admin', 'Maple', 'Oak'])
    const [notice] = await db().notice.findMany({ where: { claimId: claim.id, kind: 'ESCALATED' } })
    expect(notice?.actorId).toBeNull()
  })

  it('of nothing while a round is sealed: a cast tells nobody', async () => {
    const { almond, birch, cedar, maple } = desk.actors
    await assign(maple, almond, birch, cedar)
    const before = await db().notice.count({ where: { claimId: claim.id } })
    await castAs(almond, claim.id)
    await castAs(birch, claim.id)
    expect(await db().notice.count({ where: { claimId: claim.id } })).toBe(before)
  })
})
