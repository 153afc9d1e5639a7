import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import { readDecidedClaims } from '@/lib/db/snapshot'
import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { textOf } from '@/lib/domain/sentence'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { approveAs, castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { readQueue } from '../claims/read-queue'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { addMember } from '../workspace/add-member'
import { editMember } from '../workspace/edit-member'
import { listMembers } from '../workspace/list-members'
import { assignReviewers } from './assign-reviewers'
import { closeRound } from './close-round'
import { recuse } from './recuse'

let desk: Desk
let claim: ClaimDto
beforeEach(async () => {
  desk = await makeDesk({ reviewers: 4 })
  claim = await makeClaim(desk)
})
afterAll(closeDb)

async function change(member: Actor, input: object, by: Actor = desk.actors.admin) {
  const { items } = await listMembers.execute(desk.actors.admin, {})
  const version = items.find(({ id }) => id === member.memberId)?.version
  return await editMember.execute(by, { memberId: member.memberId, version, ...input })
}

const learns = (member: Actor, isTrainee = true) => change(member, { isTrainee })

function assign(...members: Actor[]) {
  return assignReviewers.execute(desk.actors.maple, { claimId: claim.id, memberIds: members.map(m => m.memberId) })
}

function sentenceOf({ rounds }: ClaimDto): string {
  return textOf(rounds.at(-1)?.sentence ?? [])
}

async function waiting(actor: Actor): Promise<boolean> {
  return (await readQueue.execute(actor, {})).total > 0
}

describe('a trainee', () => {
  it('is a reviewer whom an administrator calls one; promotion ends it', async () => {
    const { almond, maple, oak, admin } = desk.actors
    expect(await learns(almond)).toMatchObject({ role: 'REVIEWER', isTrainee: true, version: 2 })
    expect(await learns(almond)).toMatchObject({ version: 2 })
    expect(await refusalOf(change(almond, { isTrainee: false }, maple))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(learns(oak))).toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'isTrainee' }] },
    })
    const both = change(almond, { isTrainee: true, role: 'EDITOR' })
    expect(await refusalOf(both)).toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'isTrainee' }] } })
    expect(await change(almond, { role: 'EDITOR' })).toMatchObject({ role: 'EDITOR', isTrainee: false })
    expect(await change(almond, { role: 'REVIEWER', isTrainee: true })).toMatchObject({ isTrainee: true })
    const { ids } = await db().event.findFirstOrThrow({
      where: { streamId: admin.workspaceId, type: 'member.changed' },
      orderBy: { seq: 'desc' },
    })
    expect(ids).toEqual({ member: almond.memberId, role: 'REVIEWER', isTrainee: true })
  })

  it('who left as one comes back as none', async () => {
    const { almond } = desk.actors
    await learns(almond)
    await change(almond, { removed: true })
    const { workspaceId, userId } = almond
    await db().$transaction(tx => addMember(tx, { workspaceId, userId, role: 'EDITOR' }, new Date()))
    const { items } = await listMembers.execute(desk.actors.admin, {})
    expect(items.find(({ id }) => id === almond.memberId)).toMatchObject({ role: 'EDITOR', isTrainee: false })
  })

  it('casts and sees like the others, and is counted nowhere', async () => {
    const { almond, birch, cedar, hazel, maple } = desk.actors
    await learns(almond)
    const cast = await castAs(almond, claim.id, 'TRUE', { rationale: 'I read the other table.' })
    expect(cast).toMatchObject({
      iHaveCast: true,
      needsMyVerdict: false,
      round: { cast: 0, missing: 3 },
      myVerdict: { isTrainee: true, rating: 'TRUE' },
      may: { withdrawVerdict: { allowed: true } },
    })
    expect(cast.rounds[0]?.castBy).toEqual([{ id: almond.memberId, name: 'Almond', isTrainee: true }])

    await castAs(birch, claim.id)
    const sealed = await castAs(cedar, claim.id)
    expect(sealed.round).toMatchObject({ state: 'OPEN', cast: 2, missing: 1 })
    expect(JSON.stringify(sealed)).not.toContain('I read the other table.')
    // Three have cast, one of them a trainee: that is no quorum.
    const early = closeRound.execute(maple, { claimId: claim.id, version: claim.version })
    expect(await refusalOf(early)).toMatchObject({ code: 'conflict' })

    const closed = await castAs(hazel, claim.id)
    expect(closed).toMatchObject({ status: 'AGREED', round: { cast: 3 }, rating: { key: 'FALSE' } })
    expect(sentenceOf(closed)).toBe('Agreed: False (3 of 3).')
    expect(closed.rounds[0]?.verdicts.map(({ reviewer, isTrainee }) => [reviewer.name, isTrainee])).toEqual([
      ['Almond', true],
      ['Birch', false],
      ['Cedar', false],
      ['Hazel', false],
    ])
    expect(await readAs(almond, claim.id)).toMatchObject({ rounds: [{ verdicts: { length: 4 } }] })
  })

  it('is in nothing that is decided or published', async () => {
    const { almond, maple } = desk.actors
    await learns(almond)
    await castAs(almond, claim.id, 'TRUE', { citations: [citation('Only the trainee read this')] })
    const others = { ...desk, reviewers: desk.reviewers.slice(1) }
    await castAll(others, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    const approved = await approveAs(maple, claim.id)
    expect(approved.status).toBe('APPROVED')
    expect(approved.flags?.singlePublisher.map(({ name }) => name)).not.toContain('Almond')
    expect(await auditClaim(maple, claim.id)).toEqual([])
    const decisionId = approved.decisions[0]?.id ?? ''
    const [decided] = await db().$transaction(tx =>
      readDecidedClaims(tx, maple.workspaceId, 1, [{ claimId: claim.id, decisionId }]),
    )
    expect(decided?.verdicts).toHaveLength(3)
    expect(JSON.stringify(decided?.verdicts)).not.toContain('Only the trainee read this')
  })

  it('keeps no round waiting when asked, and does not stand for the asked', async () => {
    const { almond, birch, cedar, hazel } = desk.actors
    await learns(almond)
    expect(await assign(almond, birch, cedar, hazel)).toMatchObject({ round: { missing: 3 } })
    expect(await waiting(almond)).toBe(true)
    await castAll({ ...desk, reviewers: [birch, cedar, hazel] }, claim.id, ['FALSE', 'FALSE', 'TRUE'])
    expect((await readAs(almond, claim.id)).round).toMatchObject({ state: 'CLOSED', cast: 3 })

    claim = await makeClaim(desk)
    await assign(almond)
    // Only a trainee is asked, so all reviewers are still wanted.
    expect(await waiting(birch)).toBe(true)
  })

  it('does not make a quorum reachable', async () => {
    const small = await makeDesk({ reviewers: 2, editors: 1, admins: 1 })
    desk = small
    claim = await makeClaim(small)
    expect(sentenceOf(claim)).not.toContain('Out of reach')
    await learns(small.actors.almond)
    await learns(small.actors.birch)
    const { birch } = small.actors
    expect(sentenceOf(await readAs(birch, claim.id))).toBe(
      'Out of reach: 3 verdicts are needed and only 2 members may cast one.',
    )
  })

  it('was one or was none when casting: that stays with the verdict, until it is cast again', async () => {
    const { almond, birch } = desk.actors
    await learns(almond)
    await castAs(almond, claim.id)
    await learns(almond, false)
    const lifted = await readAs(almond, claim.id)
    expect(lifted).toMatchObject({ round: { cast: 0 }, needsMyVerdict: true, myVerdict: { isTrainee: true } })
    expect(await castAs(almond, claim.id)).toMatchObject({
      round: { cast: 1 },
      needsMyVerdict: false,
      myVerdict: { isTrainee: false },
    })
    await castAs(birch, claim.id)
    await learns(birch)
    expect(await readAs(birch, claim.id)).toMatchObject({ round: { cast: 2 }, myVerdict: { isTrainee: false } })
    // Cast again while learning, it is counted no more.
    expect(await castAs(birch, claim.id)).toMatchObject({ round: { cast: 1 }, myVerdict: { isTrainee: true } })
  })

  it('takes a verdict back and stands back like anyone', async () => {
    const { almond, birch } = desk.actors
    await learns(almond)
    await learns(birch)
    await castAs(almond, claim.id)
    await castAs(birch, claim.id)
    const back = await withdrawVerdict.execute(almond, { claimId: claim.id })
    expect(back.rounds[0]?.castBy).toMatchObject([{ name: 'Birch' }])
    const left = await recuse.execute(birch, { claimId: claim.id, reason: 'My brother runs the harbour.' })
    expect(left.rounds[0]?.castBy).toEqual([])
  })

  it('has that in the verdict’s content hash; other verdicts hash as before', async () => {
    const { almond, birch } = desk.actors
    await learns(almond)
    await castAs(almond, claim.id)
    await castAs(birch, claim.id)
    for (const actor of [almond, birch]) {
      const row = await db().verdict.findFirstOrThrow({
        where: { claimId: claim.id, reviewerId: actor.memberId },
        include: { citations: { include: { source: true } } },
      })
      const { claimId, round, reviewerId, revision, scaleVersion, rating, confidence, rationale } = row
      const citations = row.citations.map(({ source, stance, quote, note }) => ({
        source: source.fingerprint,
        stance,
        quote,
        note,
      }))
      const body = { claimId, round, reviewerId, revision, scaleVersion, rating, confidence, rationale, citations }
      const learning = actor === almond ? { isTrainee: true } : {}
      expect(contentHash(row.salt, 'verdict', { ...body, ...learning })).toBe(row.contentHash)
    }
  })
})
