import { afterAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { textOf } from '@/lib/domain/sentence'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { approveAs, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { lowerQuorum } from '../claims/lower-quorum'
import { readNextClaim } from '../claims/read-next-claim'
import { setPolicy } from '../workspace/set-policy'
import { recuse } from './recuse'
import { spreadReviewers } from './spread-reviewers'

afterAll(closeDb)

describe('a desk of two', () => {
  const POLICY = { quorum: 2, separationOfDuties: false }

  it('assigns, casts, closes and decides, where its policy lets one who rated decide', async () => {
    const desk = await makeDesk({ reviewers: 1, editors: 0, admins: 1, policy: POLICY })
    const { almond, admin } = desk.actors
    const claim = await makeClaim(desk)
    const spread = { statementId: claim.statementId, memberIds: [almond.memberId, admin.memberId], perClaim: 2 }
    const { items } = await spreadReviewers.execute(admin, spread)
    expect(items[0]).toMatchObject({ missing: 0, added: [{ name: 'Admin' }, { name: 'Almond' }] })
    expect((await readNextClaim.execute(admin, {})).item?.claim.id).toBe(claim.id)
    await castAs(almond, claim.id)
    const closed = await castAs(admin, claim.id)
    expect(closed).toMatchObject({ status: 'AGREED', round: { cast: 2, state: 'CLOSED' } })
    expect(await approveAs(admin, claim.id)).toMatchObject({ status: 'APPROVED', rating: { key: 'FALSE' } })
    expect(await auditClaim(admin, claim.id)).toEqual([])
  })

  it('hears that three can never cast, and goes on once an editor lowers the quorum for a published reason', async () => {
    const desk = await makeDesk({ reviewers: 1, editors: 0, admins: 1, policy: { separationOfDuties: false } })
    const { almond, admin } = desk.actors
    const claim = await makeClaim(desk)
    expect(textOf(claim.rounds[0]?.sentence ?? [])).toMatch(/^Out of reach: 3 verdicts are needed and only 2/)
    expect(claim.rounds[0]?.change).not.toBeNull()
    await castAs(almond, claim.id)
    await castAs(admin, claim.id)
    expect((await readAs(admin, claim.id)).round.state).toBe('OPEN')
    const lower = { claimId: claim.id, version: 1, quorum: 2, reason: 'There are two of us.' }
    expect(await lowerQuorum.execute(admin, lower)).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED' } })
    expect((await approveAs(admin, claim.id)).status).toBe('APPROVED')
  })

  it('cannot decide what its only editor rated, while its policy separates duties, and is told so', async () => {
    const desk = await makeDesk({ reviewers: 1, editors: 0, admins: 1, policy: { quorum: 2 } })
    const { almond, admin } = desk.actors
    const claim = await makeClaim(desk)
    await castAs(almond, claim.id)
    const closed = await castAs(admin, claim.id)
    expect(closed.may.decide).toEqual({
      allowed: false,
      reason: 'You cast a verdict on this claim, so another editor decides it.',
    })
    expect(await refusalOf(approveAs(admin, claim.id))).toMatchObject({ code: 'forbidden' })
    // The way out is the policy, for claims to come.
    const { version: basedOn, ...policy } = closed.policy
    await setPolicy.execute(admin, { ...policy, basedOn, separationOfDuties: false })
    const later = await makeClaim(desk)
    await castAs(almond, later.id)
    await castAs(admin, later.id)
    expect((await approveAs(admin, later.id)).status).toBe('APPROVED')
  })
})

describe('a desk of ten', () => {
  it('spreads eight claims over seven reviewers, three each, closes and decides them all', async () => {
    const desk = await makeDesk({ reviewers: 7, editors: 2, admins: 1 })
    const { maple, oak } = desk.actors
    const sentences = Array.from({ length: 8 }, (_, place) => `Pier ${place} handled more ships than the year before.`)
    const { id: statementId } = await makeStatement(desk, { text: sentences.join(' ') })
    for (const exact of sentences) await makeClaim(desk, { statementId, targets: [{ exact }] })
    const everyone = desk.reviewers.map(({ memberId }) => memberId)
    const { items } = await spreadReviewers.execute(maple, { statementId, memberIds: everyone, perClaim: 3 })
    const loads = new Map<string, number>()
    for (const { added } of items) for (const { id } of added) loads.set(id, (loads.get(id) ?? 0) + 1)
    expect([...loads.values()].sort()).toEqual([3, 3, 3, 3, 4, 4, 4])

    // Everyone goes on from claim to claim until nothing waits for them; one of them stands back from one.
    const [first] = items
    const conflicted = desk.reviewers.find(({ memberId }) => memberId === first?.added[0]?.id)
    if (!first || !conflicted) throw new Error('somebody is asked')
    await recuse.execute(conflicted, { claimId: first.claimId, reason: 'My brother runs the pier.' })
    const added = { statementId, memberIds: everyone, perClaim: 3, claimIds: [first.claimId] }
    expect((await spreadReviewers.execute(maple, added)).items[0]).toMatchObject({ missing: 0, added: { length: 1 } })
    for (const reviewer of desk.reviewers) await castAllWaiting(reviewer)

    for (const { claimId } of items) {
      const closed = await readAs(oak, claimId)
      expect(closed).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED', cast: 3 }, mayDecide: true })
      expect((await approveAs(oak, claimId)).status).toBe('APPROVED')
    }
    expect((await historyOf(statementId)).broken).toBeNull()
    expect(await auditClaim(oak, first.claimId)).toEqual([])
  })

  async function castAllWaiting(reviewer: Actor): Promise<void> {
    for (;;) {
      const { item } = await readNextClaim.execute(reviewer, {})
      if (!item) return
      await castAs(reviewer, item.claim.id)
    }
  }
})
