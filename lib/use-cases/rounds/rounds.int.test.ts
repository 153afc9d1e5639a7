import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { textOf } from '@/lib/domain/sentence'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { editClaim } from '../claims/edit-claim'
import { decideClaim } from '../decisions/decide-claim'
import { assignReviewers } from './assign-reviewers'
import { closeRound } from './close-round'
import { recuse } from './recuse'
import { startRound } from './start-round'

let desk: Desk
let claim: ClaimDto
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 5 })
})
beforeEach(async () => {
  claim = await makeClaim(desk)
})
afterAll(closeDb)

function assign(...members: Actor[]) {
  return assignReviewers.execute(desk.actors.maple, { claimId: claim.id, memberIds: members.map(m => m.memberId) })
}

async function nextRound(): Promise<ClaimDto> {
  const { version } = await readAs(desk.actors.maple, claim.id)
  return await startRound.execute(desk.actors.maple, { claimId: claim.id, version })
}

function sentenceOf({ rounds }: ClaimDto): string {
  return textOf(rounds.at(-1)?.sentence ?? [])
}

describe('rounds', () => {
  it('escalate a split of the last round the policy allows; only a decision or a return goes on from there', async () => {
    const split = ['TRUE', 'FALSE', 'MIXED']
    for (const expected of ['SPLIT', 'SPLIT', 'ESCALATED']) {
      expect((await castAll(desk, claim.id, split)).status).toBe(expected)
      if (expected === 'SPLIT') await nextRound()
    }
    const escalated = await readAs(desk.actors.maple, claim.id)
    expect(sentenceOf(escalated)).toBe(
      'Escalated after 3 rounds: 1 says True, 1 says Mixed, 1 says False; no two agree.',
    )
    expect(escalated).toMatchObject({ mayDecide: true, rating: null })
    await expect(nextRound()).rejects.toMatchObject({ code: 'conflict' })
    await decideClaim.execute(desk.actors.maple, {
      claimId: claim.id,
      action: 'RETURN',
      contentHash: escalated.contentHash,
      reason: 'There is a new census.',
    })
    expect(await nextRound()).toMatchObject({ round: { number: 4, state: 'OPEN' } })
    // The returned round counts towards none, so this is the third again.
    const again = await castAll(desk, claim.id, split)
    expect(again.status).toBe('ESCALATED')
    expect(again.rounds.map(({ countedRound }) => countedRound)).toEqual([1, 2, 3, 3])
  })

  it('let one verdict far away stand from the second round on, with four or more', async () => {
    const ratings = ['TRUE', 'TRUE', 'TRUE', 'FALSE']
    const everyone = desk.reviewers.slice(0, 4)
    await assign(...everyone)
    expect((await castAll(desk, claim.id, ratings)).status).toBe('SPLIT')
    await nextRound()
    const agreed = await castAll(desk, claim.id, ratings)
    expect(agreed).toMatchObject({ status: 'AGREED', rating: { key: 'TRUE' } })
    expect(sentenceOf(agreed)).toBe('Agreed: True (3 of 4; one says False, a far dissent).')
    const unanswered = approveAs(desk.actors.maple, claim.id)
    await expect(unanswered).rejects.toMatchObject({ code: 'invalid-input' })
    const approved = await approveAs(desk.actors.maple, claim.id, { acknowledgesFarDissent: true })
    expect(approved).toMatchObject({ status: 'APPROVED', rating: { key: 'TRUE' } })
    expect(approved.rounds[1]?.verdicts).toHaveLength(4)
  })

  it('are started by an editor, from a split or a return alone, on the version they saw', async () => {
    const start = (actor: Actor, version: number) => startRound.execute(actor, { claimId: claim.id, version })
    await expect(start(desk.actors.maple, 1)).rejects.toMatchObject({ code: 'conflict' })
    const { version } = await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED'])
    await expect(start(desk.actors.almond, version)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(start(desk.actors.maple, 1)).rejects.toMatchObject({ code: 'stale-version' })
    await start(desk.actors.maple, version)
    await expect(start(desk.actors.oak, version)).rejects.toMatchObject({ code: 'conflict' })
    await castAll(desk, claim.id, ['TRUE', 'TRUE', 'TRUE'])
    await expect(nextRound()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('agree') })
  })

  it('say when too few members are left to reach the quorum', async () => {
    const small = await makeDesk({ reviewers: 2, editors: 1, admins: 0 })
    const { id } = await makeClaim(small)
    const waiting = await recuse.execute(small.actors.birch, { claimId: id, reason: 'My brother runs the harbour.' })
    expect(sentenceOf(waiting)).toBe('Out of reach: 3 verdicts are needed and only 2 members may cast one.')
  })
})

describe('closeRound', () => {
  it('closes at quorum without waiting for the assigned', async () => {
    const { almond, birch, cedar, hazel, maple } = desk.actors
    await assign(almond, birch, cedar, hazel)
    for (const reviewer of [almond, birch]) await castAs(reviewer, claim.id)
    const close = { claimId: claim.id, version: 1 }
    await expect(closeRound.execute(maple, close)).rejects.toMatchObject({
      code: 'conflict',
      message: '2 of 3 verdicts are in. The round can close at 3.',
    })
    await castAs(cedar, claim.id)
    await expect(closeRound.execute(almond, close)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(closeRound.execute(maple, { ...close, version: 2 })).rejects.toMatchObject({ code: 'stale-version' })
    expect(await closeRound.execute(maple, close)).toMatchObject({ status: 'AGREED', version: 2 })
    const row = await db().round.findFirstOrThrow({ where: { claimId: claim.id } })
    expect(row).toMatchObject({ closedById: maple.memberId, consensus: 'AGREED', rating: 'FALSE', splitReason: null })
    await expect(closeRound.execute(maple, { ...close, version: 2 })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keeps the reason of a split beside it', async () => {
    await castAll(desk, claim.id, ['TRUE', 'TRUE', 'FALSE'])
    const row = await db().round.findFirstOrThrow({ where: { claimId: claim.id } })
    expect(row).toMatchObject({ consensus: 'SPLIT', rating: null, splitReason: 'SPREAD', closedById: null })
  })
})

describe('assignReviewers', () => {
  it('makes the round wait for exactly these, and asks nobody else', async () => {
    const { almond, birch, hazel, maple } = desk.actors
    const assigned = await assign(maple, birch, almond, birch)
    expect(assigned.assigned.map(({ name }) => name)).toEqual(['Almond', 'Birch', 'Maple'])
    expect(assigned).toMatchObject({ needsMyVerdict: true, version: 1 })
    expect(await readAs(hazel, claim.id)).toMatchObject({
      needsMyVerdict: false,
      may: { castVerdict: { allowed: true } },
    })
    for (const reviewer of [hazel, desk.actors.cedar, almond]) await castAs(reviewer, claim.id)
    expect(await readAs(almond, claim.id)).toMatchObject({ round: { state: 'OPEN', cast: 3, missing: 2 } })
    await castAs(birch, claim.id)
    expect(await castAs(maple, claim.id)).toMatchObject({ round: { state: 'CLOSED', cast: 5 } })
  })

  it('closes the round when the last one it waits for is taken from the list', async () => {
    const { almond, birch, cedar, hazel } = desk.actors
    await assign(almond, birch, cedar, hazel)
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claim.id)
    expect(await assign(almond, birch, cedar)).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED' } })
    expect((await historyOf(claim.statementId)).types.slice(-2)).toEqual(['reviewers.assigned', 'round.closed'])
  })

  it('does not close it below the quorum', async () => {
    const { almond, birch, cedar } = desk.actors
    await assign(almond, birch, cedar)
    for (const reviewer of [almond, birch]) await castAs(reviewer, claim.id)
    expect(await assign(almond, birch)).toMatchObject({ round: { state: 'OPEN', missing: 1 } })
    expect(await assign()).toMatchObject({ assigned: [], round: { state: 'OPEN', missing: 1 } })
  })

  it('writes nothing when the list is the same', async () => {
    await assign(desk.actors.almond, desk.actors.birch)
    await assign(desk.actors.birch, desk.actors.almond)
    expect((await historyOf(claim.statementId)).types.slice(3)).toEqual(['reviewers.assigned'])
  })

  it('stops waiting for who has left the desk, and lets the other reviewers in', async () => {
    const other = await makeDesk({ reviewers: 4, editors: 1 })
    const { almond, birch, cedar, hazel, maple } = other.actors
    const { id } = await makeClaim(other)
    const ask = () => assignReviewers.execute(maple, { claimId: id, memberIds: [hazel.memberId] })
    await ask()
    await db().member.update({ where: { id: hazel.memberId }, data: { removedAt: new Date() } })
    expect(await readAs(almond, id)).toMatchObject({ assigned: [], needsMyVerdict: true, round: { missing: 3 } })
    await expect(ask()).rejects.toMatchObject({ code: 'invalid-input' })
    for (const reviewer of [almond, birch]) await castAs(reviewer, id)
    expect(await castAs(cedar, id)).toMatchObject({ round: { state: 'CLOSED' } })
  })

  it('refuses strangers of every kind alike, and who has stood back, naming each', async () => {
    const foreign = (await makeDesk()).actors.almond
    const { almond, birch } = desk.actors
    await recuse.execute(birch, { claimId: claim.id, reason: 'A conflict of interest.' })
    const unknown = { ...almond, memberId: '01900000-0000-7000-8000-000000000000' }
    await expect(assign(almond, foreign, unknown, birch)).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        errors: [
          { path: 'memberIds.1', message: 'This is not a member of this desk. Choose another.' },
          { path: 'memberIds.2', message: 'This is not a member of this desk. Choose another.' },
          { path: 'memberIds.3', message: 'This member stood back from the claim. Choose another.' },
        ],
      },
    })
    await expect(
      assignReviewers.execute(almond, { claimId: claim.id, memberIds: [almond.memberId] }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('recuse', () => {
  const reason = 'My sister works for the harbour.'

  it('before the reveal takes one’s verdict back and one out of the round', async () => {
    const { almond, birch } = desk.actors
    await assign(almond, birch)
    await castAs(almond, claim.id)
    const gone = await recuse.execute(almond, { claimId: claim.id, reason })
    expect(gone).toMatchObject({ myVerdict: null, needsMyVerdict: false, round: { cast: 0, missing: 3 } })
    expect(gone.assigned.map(({ name }) => name)).toEqual(['Birch'])
    expect(gone.recused).toEqual([{ person: { id: almond.memberId, name: 'Almond' }, reason }])
    expect((await historyOf(claim.statementId)).types.slice(-2)).toEqual(['reviewer.recused', 'verdict.withdrawn'])
    await expect(castAs(almond, claim.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(recuse.execute(almond, { claimId: claim.id, reason })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tells why to editors and oneself alone', async () => {
    const { almond, birch, maple, admin } = desk.actors
    await recuse.execute(almond, { claimId: claim.id, reason })
    const told = async (actor: Actor) => (await readAs(actor, claim.id)).recused[0]?.reason
    expect([await told(almond), await told(birch), await told(maple), await told(admin)]).toEqual([
      reason,
      null,
      reason,
      reason,
    ])
  })

  it('completes the round where only they were missing', async () => {
    const { almond, birch, cedar, hazel } = desk.actors
    await assign(almond, birch, cedar, hazel)
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claim.id)
    expect(await recuse.execute(hazel, { claimId: claim.id, reason })).toMatchObject({
      round: { state: 'CLOSED', cast: 3 },
    })
    expect((await historyOf(claim.statementId)).types.slice(-2)).toEqual(['reviewer.recused', 'round.closed'])
  })

  it('keeps the round open where their verdict was needed for the quorum', async () => {
    const { almond, birch, cedar, hazel } = desk.actors
    await assign(almond, birch, cedar, hazel)
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claim.id)
    expect(await recuse.execute(cedar, { claimId: claim.id, reason })).toMatchObject({
      round: { state: 'OPEN', cast: 2, missing: 1 },
    })
  })

  it('after the reveal leaves what they cast and keeps them out of the next round', async () => {
    const { almond } = desk.actors
    const before = await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED'])
    const after = await recuse.execute(almond, { claimId: claim.id, reason })
    expect(after.rounds[0]?.verdicts).toHaveLength(3)
    expect(after).toMatchObject({ status: 'SPLIT', contentHash: before.contentHash, version: before.version })
    await nextRound()
    expect(await readAs(almond, claim.id)).toMatchObject({
      needsMyVerdict: false,
      may: { castVerdict: { allowed: false } },
      rounds: [{ cast: 3 }, { cast: 0, missing: 3 }],
    })
    await expect(castAs(almond, claim.id)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is refused on a claim that is no longer open', async () => {
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(desk.actors.maple, claim.id)
    await expect(recuse.execute(desk.actors.hazel, { claimId: claim.id, reason })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('holds for a round that a change of the claim opens', async () => {
    const { almond, birch, cedar, hazel, juniper, maple } = desk.actors
    await castAs(birch, claim.id)
    await recuse.execute(almond, { claimId: claim.id, reason })
    await editClaim.execute(maple, { claimId: claim.id, version: 1, claimReviewed: 'Another.' })
    await expect(castAs(almond, claim.id)).rejects.toMatchObject({ code: 'forbidden' })
    for (const reviewer of [cedar, hazel, juniper]) await castAs(reviewer, claim.id)
    expect(await readAs(maple, claim.id)).toMatchObject({ status: 'AGREED', round: { number: 2, cast: 3 } })
  })
})
