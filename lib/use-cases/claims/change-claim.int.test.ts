import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { editClaim } from './edit-claim'
import { listClaims } from './list-claims'
import { lowerQuorum } from './lower-quorum'
import { mergeClaim } from './merge-claim'
import { withdrawClaim } from './withdraw-claim'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 4 })
})
afterAll(closeDb)

const reworded = { claimReviewed: 'Arrivals rose by thirty per cent.' }

async function eventsSince(statementId: string, count: number): Promise<string[]> {
  const { types, broken } = await historyOf(statementId)
  expect(broken).toBeNull()
  return types.slice(count)
}

describe('editClaim', () => {
  it('lets an open round go on when no verdict stands in it', async () => {
    const { almond, birch } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id)
    await withdrawVerdict.execute(birch, { claimId: id })
    const edited = await editClaim.execute(almond, { claimId: id, version: 1, ...reworded, claimant: 'The mayor' })
    expect(edited).toMatchObject({ ...reworded, claimant: 'The mayor', version: 2, revision: 2 })
    expect(edited.rounds).toMatchObject([{ number: 1, state: 'OPEN', reason: 'FIRST' }])
    expect(edited.targets).toMatchObject([{ start: 0, end: 50 }])
    const round = await db().round.findFirstOrThrow({ where: { claimId: id } })
    expect(round.claimRevision).toBe(2)
    expect(await eventsSince(statementId, 5)).toEqual(['claim.edited'])
  })

  it('is refused for a day that is still to come, and so is a new claim of such a day', async () => {
    const { almond } = desk.actors
    const { id, statementId, version } = await makeClaim(desk)
    const refusal = { code: 'invalid-input', details: { errors: [expect.objectContaining({ path: 'saidOn' })] } }
    await expect(editClaim.execute(almond, { claimId: id, version, saidOn: '2999' })).rejects.toMatchObject(refusal)
    await expect(makeClaim(desk, { statementId, saidOn: '2999-12-31' })).rejects.toMatchObject(refusal)
  })

  it('abandons a round in which a verdict stands, sealed for good, and starts the next', async () => {
    const { almond, birch, maple } = desk.actors
    const { id, statementId } = await makeClaim(desk)
    await castAs(birch, id, 'FALSE', { rationale: 'Seen by its author alone.' })
    const edited = await editClaim.execute(almond, { claimId: id, version: 1, targets: [{ start: 0, end: 8 }] })
    expect(edited).toMatchObject({ version: 2, revision: 2, round: { number: 2, state: 'OPEN', cast: 0, missing: 3 } })
    expect(edited.targets).toMatchObject([{ start: 0, end: 8, exact: 'Arrivals' }])
    expect(edited.rounds).toMatchObject([
      {
        number: 1,
        state: 'CLOSED',
        ending: 'ABANDONED',
        verdicts: [],
        consensus: 'AWAITING',
        castBy: [{ name: 'Birch' }],
      },
      { number: 2, state: 'OPEN', reason: 'CLAIM_CHANGED' },
    ])
    const mine = await readAs(birch, id)
    expect(mine.rounds[0]?.verdicts).toMatchObject([{ rationale: 'Seen by its author alone.' }])
    expect(mine.myLastVerdict).toMatchObject({ rationale: 'Seen by its author alone.' })
    expect(mine.myVerdict).toBeNull()
    expect(mine.needsMyVerdict).toBe(true)
    expect(JSON.stringify(await readAs(maple, id))).not.toContain('Seen by its author')
    expect(await eventsSince(statementId, 4)).toEqual(['claim.edited', 'round.abandoned', 'round.opened'])
  })

  it('starts a round anew after one has closed, and earlier ones count no longer', async () => {
    const brief = await makeDesk({ policy: { maxRounds: 2 } })
    const { id, statementId } = await makeClaim(brief)
    const split = await castAll(brief, id, ['TRUE', 'FALSE', 'MIXED'])
    expect(split.status).toBe('SPLIT')
    const edited = await editClaim.execute(brief.actors.almond, { claimId: id, version: split.version, ...reworded })
    expect(edited.round).toMatchObject({ number: 2, state: 'OPEN' })
    expect(edited.rounds[0]?.verdicts).toHaveLength(3)
    expect(await eventsSince(statementId, 7)).toEqual(['claim.edited', 'round.opened'])
    // Were round 1 counted, this would be the last round the policy allows.
    expect((await castAll(brief, id, ['TRUE', 'FALSE', 'MIXED'])).status).toBe('SPLIT')
  })

  it('writes nothing when nothing is changed', async () => {
    const { id, statementId, claimReviewed, targets } = await makeClaim(desk)
    const [{ start, end } = { start: 0, end: 0 }] = targets
    const input = { claimId: id, version: 1, claimReviewed, saidOn: null, targets: [{ start, end }] }
    expect(await editClaim.execute(desk.actors.almond, input)).toMatchObject({ version: 1, revision: 1 })
    expect(await eventsSince(statementId, 3)).toEqual([])
  })

  it('is for its creator and editors', async () => {
    const { id } = await makeClaim(desk)
    const edit = { claimId: id, version: 1, ...reworded }
    await expect(editClaim.execute(desk.actors.birch, edit)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await editClaim.execute(desk.actors.maple, edit)).toMatchObject({ revision: 2 })
  })

  it('is refused with the present state to who saw an earlier one', async () => {
    const { almond, maple } = desk.actors
    const { id } = await makeClaim(desk)
    await editClaim.execute(maple, { claimId: id, version: 1, ...reworded })
    await expect(editClaim.execute(almond, { claimId: id, version: 1, claimReviewed: 'Mine.' })).rejects.toMatchObject({
      code: 'stale-version',
      status: 409,
      details: { current: { ...reworded, version: 2 } },
    })
  })

  it('is refused once the claim is decided', async () => {
    const { id } = await makeClaim(desk)
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    const { version } = await approveAs(desk.actors.maple, id)
    await expect(editClaim.execute(desk.actors.oak, { claimId: id, version, ...reworded })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This claim has been decided. Reopen it first.',
    })
  })
})

describe('withdrawClaim', () => {
  it('ends the open round unseen and keeps the claim', async () => {
    const { id, statementId } = await makeClaim(desk)
    await castAs(desk.actors.birch, id)
    const gone = await withdrawClaim.execute(desk.actors.maple, { claimId: id, version: 1 })
    expect(gone).toMatchObject({ stage: 'WITHDRAWN', status: 'WITHDRAWN', contentHash: null, version: 2 })
    expect(gone.rounds).toMatchObject([{ ending: 'ABANDONED', verdicts: [] }])
    expect(gone.rounds[0]?.sentence).toEqual([
      { text: 'The claim was withdrawn before this round closed; its verdicts stay sealed.' },
    ])
    expect(await eventsSince(statementId, 4)).toEqual(['claim.withdrawn', 'round.abandoned'])
    const list = await listClaims.execute(desk.actors.almond, { statementId })
    expect(list.items).toEqual([])
    const all = await listClaims.execute(desk.actors.almond, { statementId, ended: 'true' })
    expect(all.items.map(claim => claim.id)).toEqual([id])
    await expect(withdrawClaim.execute(desk.actors.maple, { claimId: id })).rejects.toMatchObject({ code: 'conflict' })
    await expect(castAs(desk.actors.cedar, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is its creator’s while no one else has cast, then an editor’s', async () => {
    const { almond, birch, maple } = desk.actors
    const { id } = await makeClaim(desk)
    await expect(withdrawClaim.execute(birch, { claimId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await castAs(birch, id)
    await expect(withdrawClaim.execute(almond, { claimId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await withdrawClaim.execute(maple, { claimId: id })
    const own = await makeClaim(desk)
    await castAs(almond, own.id)
    expect(await withdrawClaim.execute(almond, { claimId: own.id })).toMatchObject({ stage: 'WITHDRAWN' })
  })

  it('refuses a stale version', async () => {
    const { id } = await makeClaim(desk)
    await editClaim.execute(desk.actors.almond, { claimId: id, version: 1, ...reworded })
    await expect(withdrawClaim.execute(desk.actors.almond, { claimId: id, version: 1 })).rejects.toMatchObject({
      code: 'stale-version',
    })
  })
})

describe('mergeClaim', () => {
  async function twoClaims(second: Record<string, unknown> = { targets: [{ exact: 'two new berths' }] }) {
    const { id: statementId } = await makeStatement(desk)
    const into = await makeClaim(desk, { statementId })
    const duplicate = await makeClaim(desk, { statementId, by: desk.actors.birch, ...second })
    return { into, duplicate, statementId }
  }

  it('gives the surviving claim the passages it lacks, as a new wording', async () => {
    const { maple, cedar } = desk.actors
    const { into, duplicate, statementId } = await twoClaims()
    await castAs(cedar, into.id)
    await castAs(cedar, duplicate.id)
    const merged = await mergeClaim.execute(maple, { claimId: duplicate.id, intoId: into.id, version: 1 })
    expect(merged).toMatchObject({ stage: 'MERGED', status: 'MERGED', mergedIntoId: into.id, version: 2 })
    expect(merged.rounds).toMatchObject([{ ending: 'ABANDONED', verdicts: [] }])
    const survivor = await readAs(maple, into.id)
    expect(survivor.targets.map(({ exact }) => exact)).toEqual([into.targets[0]?.exact, 'two new berths'])
    expect(survivor).toMatchObject({ stage: 'OPEN', revision: 2, version: 2, round: { number: 2, state: 'OPEN' } })
    expect(survivor.rounds[0]).toMatchObject({ ending: 'ABANDONED' })
    expect(await eventsSince(statementId, 7)).toEqual([
      'claim.merged',
      'round.abandoned',
      'claim.edited',
      'round.abandoned',
      'round.opened',
    ])
  })

  it('leaves the surviving claim alone where it covers the passages already', async () => {
    const { maple, cedar } = desk.actors
    const { into, duplicate, statementId } = await twoClaims({ targets: [{ exact: 'rose by a third' }] })
    await castAs(cedar, into.id)
    await mergeClaim.execute(maple, { claimId: duplicate.id, intoId: into.id, version: 1 })
    expect(await readAs(maple, into.id)).toMatchObject({ revision: 1, version: 1, round: { number: 1, cast: 1 } })
    expect(await eventsSince(statementId, 6)).toEqual(['claim.merged', 'round.abandoned'])
  })

  it('refuses itself, another statement’s claim and one that does not exist alike', async () => {
    const { duplicate } = await twoClaims()
    const elsewhere = await makeClaim(desk)
    const foreign = await makeClaim(await makeDesk())
    for (const intoId of [duplicate.id, elsewhere.id, foreign.id, '01900000-0000-7000-8000-000000000000']) {
      await expect(
        mergeClaim.execute(desk.actors.maple, { claimId: duplicate.id, intoId, version: 1 }),
      ).rejects.toMatchObject({ code: 'invalid-input', message: 'Choose another claim of the same statement.' })
    }
  })

  it('refuses a claim that is no longer open, on either side', async () => {
    const { maple } = desk.actors
    const { into, duplicate } = await twoClaims()
    await withdrawClaim.execute(maple, { claimId: into.id })
    const merge = { claimId: duplicate.id, intoId: into.id, version: 1 }
    await expect(mergeClaim.execute(maple, merge)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      mergeClaim.execute(maple, { claimId: into.id, intoId: duplicate.id, version: 2 }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is for editors, on the version they saw', async () => {
    const { into, duplicate } = await twoClaims()
    const merge = { claimId: duplicate.id, intoId: into.id, version: 1 }
    await expect(mergeClaim.execute(desk.actors.almond, merge)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(mergeClaim.execute(desk.actors.maple, { ...merge, version: 2 })).rejects.toMatchObject({
      code: 'stale-version',
    })
  })

  it('refuses to gather more passages than a claim may have', async () => {
    const spans = (from: number) =>
      Array.from({ length: 11 }, (_, index) => ({ start: from + index, end: from + index + 3 }))
    const { id: statementId } = await makeStatement(desk, { text: 'abcdefghijklmnopqrstuvwxyz'.repeat(3) })
    const into = await makeClaim(desk, { statementId, targets: spans(0) })
    const duplicate = await makeClaim(desk, { statementId, targets: spans(30) })
    await expect(
      mergeClaim.execute(desk.actors.maple, { claimId: duplicate.id, intoId: into.id, version: 1 }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await readAs(desk.actors.maple, duplicate.id)).toMatchObject({ stage: 'OPEN', version: 1 })
  })
})

describe('lowerQuorum', () => {
  it('completes a round that waited for it, with a reason that stays readable', async () => {
    const { id, statementId } = await makeClaim(desk)
    await castAs(desk.actors.almond, id)
    await castAs(desk.actors.birch, id)
    const lowered = await lowerQuorum.execute(desk.actors.maple, {
      claimId: id,
      version: 1,
      quorum: 2,
      reason: 'Only two of us read Norwegian.',
    })
    expect(lowered).toMatchObject({
      status: 'AGREED',
      rating: { key: 'FALSE' },
      loweredQuorum: { quorum: 2, reason: 'Only two of us read Norwegian.' },
      policy: { quorum: 3 },
      round: { state: 'CLOSED', quorum: 2, cast: 2, missing: 0 },
    })
    expect(await eventsSince(statementId, 5)).toEqual(['claim.quorum-lowered', 'round.closed'])
    const [kept] = await db().quorumLowering.findMany({ where: { claimId: lowered.id } })
    expect(kept).toMatchObject({
      number: 1,
      quorum: lowered.loweredQuorum?.quorum,
      reason: lowered.loweredQuorum?.reason,
    })
  })

  it('lets the round go on where more are missing, and what reviewers have open stays current', async () => {
    const { id } = await makeClaim(desk)
    await castAs(desk.actors.almond, id)
    const input = { claimId: id, version: 1, quorum: 2, reason: 'A small language.' }
    const lowered = await lowerQuorum.execute(desk.actors.maple, input)
    expect(lowered).toMatchObject({ version: 1, status: 'AWAITING', round: { missing: 1, quorum: 2 } })
    await expect(lowerQuorum.execute(desk.actors.maple, input)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'quorum' }] },
    })
  })

  it.each([
    ['one', { quorum: 1 }],
    ['as many as it was', { quorum: 3 }],
    ['more', { quorum: 4 }],
    ['no reason', { reason: ' ' }],
  ])('refuses %s', async (_case, rest) => {
    const { id } = await makeClaim(desk)
    const input = { claimId: id, version: 1, quorum: 2, reason: 'So.', ...rest }
    await expect(lowerQuorum.execute(desk.actors.maple, input)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('is for editors, on an open claim, on the version they saw', async () => {
    const { id } = await makeClaim(desk)
    const input = { claimId: id, version: 1, quorum: 2, reason: 'So.' }
    await expect(lowerQuorum.execute(desk.actors.almond, input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(lowerQuorum.execute(desk.actors.maple, { ...input, version: 9 })).rejects.toMatchObject({
      code: 'stale-version',
    })
    await withdrawClaim.execute(desk.actors.maple, { claimId: id })
    await expect(lowerQuorum.execute(desk.actors.maple, { ...input, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
