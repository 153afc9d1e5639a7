import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { approveAs, castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { editClaim } from '../claims/edit-claim'
import { withdrawClaim } from '../claims/withdraw-claim'
import { assignReviewers } from '../rounds/assign-reviewers'
import { recuse } from '../rounds/recuse'
import { startRound } from '../rounds/start-round'
import { editStatement } from '../statements/edit-statement'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { decideClaim } from './decide-claim'
import { reopenClaim } from './reopen-claim'

let desk: Desk
let claim: ClaimDto
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 4 })
})
beforeEach(async () => {
  claim = await makeClaim(desk)
})
afterAll(closeDb)

const AGREED = ['FALSE', 'FALSE', 'MOSTLY_FALSE']
const SPLIT = ['TRUE', 'FALSE', 'MIXED']
const words = { explanation: 'What readers are told.', reason: 'Why.' }

function decide(actor: Actor, seen: ClaimDto, rest: Record<string, unknown>) {
  return decideClaim.execute(actor, { claimId: claim.id, contentHash: seen.contentHash, ...words, ...rest })
}

describe('decideClaim', () => {
  it.each<[string, string[], Record<string, unknown>, Record<string, unknown>]>([
    ['approves what was agreed', AGREED, { action: 'APPROVE', reason: null }, { rating: 'FALSE', reason: null }],
    ['overrides it with another rating', AGREED, { action: 'OVERRIDE', rating: 'MIXED' }, { rating: 'MIXED' }],
    ['resolves a split', SPLIT, { action: 'RESOLVE', rating: 'MIXED', ratedAsOf: '2024-11' }, { ratedAsOf: '2024-11' }],
    ['resolves a split without a rating', SPLIT, { action: 'RESOLVE', rating: null }, { rating: null }],
    ['dismisses', SPLIT, { action: 'DISMISS' }, { rating: null }],
  ])('%s', async (_case, ratings, act, expected) => {
    const seen = await castAll(desk, claim.id, ratings)
    const decided = await decide(desk.actors.maple, seen, act)
    const rating = (expected.rating ?? act.rating ?? null) as string | null
    expect(decided).toMatchObject({
      stage: 'DECIDED',
      status: act.action === 'DISMISS' ? 'DISMISSED' : 'APPROVED',
      version: seen.version + 1,
      contentHash: seen.contentHash,
      decisions: [{ ...words, ...expected, action: act.action, round: 1, boundHash: seen.contentHash }],
    })
    expect(decided.rating?.key ?? null).toBe(rating)
    const row = await db().decision.findFirstOrThrow({ where: { claimId: claim.id } })
    expect(row.scaleVersion).toBe(rating === null ? null : 1)
  })

  it.each<[string, string[], Record<string, unknown>, string]>([
    ['approving a split', SPLIT, { action: 'APPROVE' }, 'action'],
    ['resolving without saying whether a rating is supported', SPLIT, { action: 'RESOLVE' }, 'rating'],
    ['resolving what is agreed', AGREED, { action: 'RESOLVE', rating: 'MIXED' }, 'action'],
    ['overriding with what was agreed', AGREED, { action: 'OVERRIDE', rating: 'FALSE' }, 'rating'],
    ['a rating of no scale', AGREED, { action: 'OVERRIDE', rating: 'X' }, 'rating'],
    ['approving another rating', AGREED, { action: 'APPROVE', rating: 'TRUE' }, 'rating'],
    ['evidence of days to come', AGREED, { action: 'APPROVE', ratedAsOf: '9999-12-31' }, 'ratedAsOf'],
    ['no explanation', AGREED, { action: 'APPROVE', explanation: ' ' }, 'explanation'],
    ['no reason', AGREED, { action: 'DISMISS', reason: null }, 'reason'],
    ['a return without a word to the reviewers', AGREED, { action: 'RETURN', reason: '' }, 'reason'],
  ])('refuses %s, naming the field', async (_case, ratings, act, path) => {
    const seen = await castAll(desk, claim.id, ratings)
    await expect(decide(desk.actors.maple, seen, act)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [expect.objectContaining({ path })] },
    })
    expect(await readAs(desk.actors.maple, claim.id)).toMatchObject({ stage: 'OPEN', version: seen.version })
  })

  it('is not for reviewers, who created the claim or cast a verdict on it in any round', async () => {
    const { almond, maple, oak, admin } = desk.actors
    claim = await makeClaim(desk, { by: maple })
    await castAs(oak, claim.id, 'TRUE')
    for (const reviewer of [almond, desk.actors.birch]) await castAs(reviewer, claim.id, 'FALSE')
    const { version } = await readAs(admin, claim.id)
    await startRound.execute(admin, { claimId: claim.id, version })
    const seen = await castAll(desk, claim.id, AGREED)
    for (const [actor, message] of [
      [almond, 'Only editors and administrators can do this.'],
      [maple, 'You created this claim, so another editor decides it.'],
      [oak, 'You cast a verdict on this claim, so another editor decides it.'],
    ] as const) {
      await expect(decide(actor, seen, { action: 'APPROVE' })).rejects.toMatchObject({ code: 'forbidden', message })
      expect(await readAs(actor, claim.id)).toMatchObject({ mayDecide: false, may: { decide: { allowed: false } } })
    }
    expect(await decide(admin, seen, { action: 'APPROVE' })).toMatchObject({ stage: 'DECIDED' })
  })

  it('is for anyone’s editor where the desk’s policy does not separate duties', async () => {
    const small = await makeDesk({ reviewers: 2, editors: 1, policy: { separationOfDuties: false } })
    const { almond, birch, maple } = small.actors
    claim = await makeClaim(small, { by: maple })
    for (const actor of [almond, birch, maple]) await castAs(actor, claim.id)
    expect(await readAs(maple, claim.id)).toMatchObject({ mayDecide: true })
    expect(await approveAs(maple, claim.id)).toMatchObject({ stage: 'DECIDED' })
  })

  it('waits for the round to close and for the next one after a return', async () => {
    const { maple, oak } = desk.actors
    const none = { ...claim, contentHash: '0'.repeat(64) }
    await expect(decide(maple, none, { action: 'DISMISS' })).rejects.toMatchObject({
      code: 'stale-version',
      message: 'What you saw is not how this claim stands. Look again, then decide.',
    })
    const seen = await castAll(desk, claim.id, AGREED)
    await decide(maple, seen, { action: 'RETURN' })
    await expect(decide(oak, seen, { action: 'APPROVE' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This claim was returned. Its next round comes before a decision.',
    })
  })

  it('is not for an editor who took a verdict back, nor for one who stood back', async () => {
    const { almond, birch, cedar, maple, oak } = desk.actors
    const { id } = await makeClaim(desk, { by: almond })
    await castAs(oak, id, 'TRUE')
    await withdrawVerdict.execute(oak, { claimId: id })
    await recuse.execute(maple, { claimId: id, reason: 'I know the claimant.' })
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, id, 'FALSE')
    for (const [editor, reason] of [
      [oak, 'You cast a verdict on this claim, so another editor decides it.'],
      [maple, 'You have recused yourself from this claim.'],
    ] as const) {
      const { may, mayDecide } = await readAs(editor, id)
      expect([mayDecide, may.decide]).toEqual([false, { allowed: false, reason }])
      await expect(approveAs(editor, id)).rejects.toMatchObject({ code: 'forbidden', message: reason })
    }
  })

  it('is shown whose far dissent it must answer, and what that alone cites, once the round is open', async () => {
    const { maple, hazel } = desk.actors
    const memberIds = desk.reviewers.map(({ memberId }) => memberId)
    await assignReviewers.execute(maple, { claimId: claim.id, memberIds })
    const { version } = await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED', 'TRUE'])
    await startRound.execute(maple, { claimId: claim.id, version })
    for (const reviewer of desk.reviewers.slice(0, 3)) await castAs(reviewer, claim.id, 'TRUE')
    expect((await readAs(maple, claim.id)).flags).toBeNull()
    await castAs(hazel, claim.id, 'FALSE', { citations: [citation(), citation('Tide tables'), citation('A log')] })
    const { flags, status } = await readAs(maple, claim.id)
    expect([status, flags]).toMatchObject([
      'AGREED',
      { farDissents: [{ reviewer: { name: 'Hazel' }, rating: 'FALSE', evidence: [1, 3] }] },
    ])
    expect(flags?.singlePublisher.map(({ name }) => name)).toEqual(['Almond', 'Birch', 'Cedar'])

    const seen = await readAs(maple, claim.id)
    const approve = (rest: object) => decide(maple, seen, { action: 'APPROVE', ...rest })
    for (const rest of [{}, { acknowledgesFarDissent: false }, { explanation: 'As [2] says.' }]) {
      await expect(approve(rest)).rejects.toMatchObject({
        code: 'invalid-input',
        details: {
          errors: [{ path: 'explanation', message: expect.stringContaining('acknowledgesFarDissent: true') }],
        },
      })
    }
    await expect(decide(maple, seen, { action: 'OVERRIDE', rating: 'MIXED' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(await approve({ acknowledgesFarDissent: true })).toMatchObject({ stage: 'DECIDED' })
  })

  it('takes an explanation that answers the far dissent without further ado', async () => {
    const { maple, hazel } = desk.actors
    const memberIds = desk.reviewers.map(({ memberId }) => memberId)
    await assignReviewers.execute(maple, { claimId: claim.id, memberIds })
    const { version } = await castAll(desk, claim.id, ['TRUE', 'FALSE', 'MIXED', 'TRUE'])
    await startRound.execute(maple, { claimId: claim.id, version })
    for (const reviewer of desk.reviewers.slice(0, 3)) await castAs(reviewer, claim.id, 'TRUE')
    await castAs(hazel, claim.id, 'FALSE', { citations: [citation('A log')] })
    const seen = await readAs(maple, claim.id)
    const act = { action: 'APPROVE', explanation: 'False would need another count than the register’s.' }
    expect(await decide(maple, seen, act)).toMatchObject({ stage: 'DECIDED' })
  })

  it('refuses an explanation that points to evidence which is not there', async () => {
    const seen = await castAll(desk, claim.id, AGREED)
    await expect(
      decide(desk.actors.maple, seen, { action: 'APPROVE', explanation: 'It fell [9].' }),
    ).rejects.toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'explanation' }] } })
  })

  describe('says what changed since an editor looked', () => {
    const refusalOf = async (seen: ClaimDto, present: Record<string, unknown>) => {
      let message = ''
      await expect(
        decide(desk.actors.oak, seen, { action: 'APPROVE' }).catch(error => {
          message = error.message
          throw error
        }),
      ).rejects.toMatchObject({ code: 'stale-version', status: 409, details: { current: present } })
      return message
    }

    it('the sentence', async () => {
      const seen = await castAll(desk, claim.id, AGREED)
      const edit = { claimId: claim.id, version: seen.version, claimReviewed: 'Arrivals fell.', claimant: 'The mayor' }
      await editClaim.execute(desk.actors.maple, edit)
      expect(await refusalOf(seen, { claimReviewed: 'Arrivals fell.', status: 'AWAITING' })).toBe(
        'This claim changed while you were reading: the sentence was edited; the claimant was changed; round 2 was started, which is open. Look again, then decide.',
      )
    })

    it('the passages, and a verdict once it is open', async () => {
      const seen = await castAll(desk, claim.id, AGREED)
      const edit = { claimId: claim.id, version: seen.version, targets: [{ start: 0, end: 8 }] }
      await editClaim.execute(desk.actors.maple, edit)
      await castAs(desk.actors.almond, claim.id, 'FALSE')
      await castAs(desk.actors.birch, claim.id, 'FALSE')
      await castAs(desk.actors.cedar, claim.id, 'FALSE')
      expect(await refusalOf(seen, { status: 'AGREED', round: { number: 2 } })).toBe(
        'This claim changed while you were reading: the passages were changed; round 2 was started and has closed; one verdict is new. Look again, then decide.',
      )
    })

    it('who said it, where the claim leaves that to the statement', async () => {
      const seen = await castAll(desk, claim.id, AGREED)
      const edit = { statementId: claim.statementId, version: 1, claimant: 'The mayor' }
      await editStatement.execute(desk.actors.maple, edit)
      expect(await refusalOf(seen, { status: 'AWAITING', round: { number: 2 } })).toBe(
        'This claim changed while you were reading: the claimant was changed; round 2 was started, which is open. Look again, then decide.',
      )
    })

    it('a reopening, but nothing of the sealed round', async () => {
      const seen = await castAll(desk, claim.id, AGREED)
      const { version } = await approveAs(desk.actors.maple, claim.id)
      await reopenClaim.execute(desk.actors.maple, { claimId: claim.id, version, reason: 'New figures.' })
      await castAs(desk.actors.almond, claim.id, 'TRUE', { rationale: 'A canary in a sealed round.' })
      const message = await refusalOf(seen, { status: 'AWAITING' })
      expect(message).toBe(
        'This claim changed while you were reading: it was reopened with round 2, which is open. Look again, then decide.',
      )
    })

    it('to nobody who may not decide it', async () => {
      const seen = await castAll(desk, claim.id, AGREED)
      const edit = { claimId: claim.id, version: seen.version, claimReviewed: 'Arrivals fell.' }
      await editClaim.execute(desk.actors.maple, edit)
      await expect(decide(desk.actors.hazel, seen, { action: 'APPROVE' })).rejects.toMatchObject({ code: 'forbidden' })
    })
  })

  it('binds who was said to claim it then, also when the statement names another since', async () => {
    const seen = await castAll(desk, claim.id, AGREED)
    await decide(desk.actors.maple, seen, { action: 'RETURN' })
    const edit = { statementId: claim.statementId, version: 1, claimant: 'The mayor' }
    await editStatement.execute(desk.actors.maple, edit)
    expect(await auditClaim(desk.actors.maple, claim.id)).toEqual([])
  })

  it('is made once: the second of two approvals is refused', async () => {
    const seen = await castAll(desk, claim.id, AGREED)
    await decide(desk.actors.maple, seen, { action: 'APPROVE' })
    await expect(decide(desk.actors.oak, seen, { action: 'APPROVE' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This claim has been decided. Reopen it first.',
    })
    expect(await db().decision.count({ where: { claimId: claim.id } })).toBe(1)
  })

  it('is refused on a withdrawn claim', async () => {
    const seen = await castAll(desk, claim.id, AGREED)
    await withdrawClaim.execute(desk.actors.maple, { claimId: claim.id })
    await expect(decide(desk.actors.maple, seen, { action: 'APPROVE' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This claim has been withdrawn.',
    })
  })
})

describe('reopenClaim', () => {
  it('is for editors, of a decided claim, on the version they saw, with a reason', async () => {
    const { almond, maple } = desk.actors
    const reopen = (actor: Actor, version: number, reason = 'New figures.') =>
      reopenClaim.execute(actor, { claimId: claim.id, version, reason })
    await castAll(desk, claim.id, AGREED)
    await expect(reopen(maple, 2)).rejects.toMatchObject({ code: 'conflict' })
    const { version } = await approveAs(maple, claim.id)
    await expect(reopen(almond, version)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reopen(maple, 2)).rejects.toMatchObject({ code: 'stale-version' })
    await expect(reopen(maple, version, ' ')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await reopen(maple, version)).toMatchObject({ stage: 'OPEN', round: { number: 2 }, rating: null })
    await expect(reopen(maple, version + 1)).rejects.toMatchObject({ code: 'conflict' })
  })
})
