import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimDto } from '@/lib/contracts/claims'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { approveAs, castAll, castAs, citation, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { editClaim } from '../claims/edit-claim'
import { castVerdict } from './cast-verdict'
import { withdrawVerdict } from './withdraw-verdict'

let desk: Desk
let claim: ClaimDto
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 4 })
})
beforeEach(async () => {
  claim = await makeClaim(desk)
})
afterAll(closeDb)

function verdict(rest: Record<string, unknown> = {}) {
  return {
    claimId: claim.id,
    version: 1,
    rating: 'FALSE',
    confidence: 'HIGH',
    rationale: 'The register shows a fall.',
    citations: [citation()],
    ...rest,
  }
}

describe('castVerdict', () => {
  it('records what was cast, with its citations in order', async () => {
    const full = {
      source: {
        type: 'report',
        title: 'Yearbook',
        author: 'The bureau',
        publisher: 'Bureau of Harbours',
        publishedOn: '2026-03',
        reference: 'Shelf 12, page 4',
        archiveUrl: 'https://archive.example/4',
        retrievedOn: '2026-11-02',
        interest: 'Runs the harbour',
      },
      stance: 'CONTEXT',
      quote: 'A fall of four per cent.',
      note: 'For ships above 100 tons.',
    }
    const cast = await castVerdict.execute(desk.actors.almond, verdict({ citations: [full, citation()] }))
    expect(cast).toMatchObject({ version: 1, status: 'AWAITING', iHaveCast: true, needsMyVerdict: false })
    expect(cast.myVerdict).toMatchObject({
      reviewer: { name: 'Almond' },
      rating: 'FALSE',
      confidence: 'HIGH',
      rationale: 'The register shows a fall.',
      citations: [
        { ...full, source: { ...full.source, url: null } },
        { stance: 'REFUTES', quote: null, source: { url: 'https://records.example/harbour' } },
      ],
    })
  })

  it('replaces an earlier one, whose row stays', async () => {
    const { almond, birch } = desk.actors
    await castVerdict.execute(almond, verdict())
    const replaced = await castVerdict.execute(almond, verdict({ rating: 'TRUE', rationale: 'On second thoughts.' }))
    expect(replaced.round).toMatchObject({ cast: 1, missing: 2 })
    expect(replaced.myVerdict).toMatchObject({ rating: 'TRUE', rationale: 'On second thoughts.' })
    const rows = await db().verdict.findMany({ where: { claimId: claim.id }, orderBy: { revision: 'asc' } })
    expect(rows.map(({ revision, rating }) => [revision, rating])).toEqual([
      [1, 'FALSE'],
      [2, 'TRUE'],
    ])
    await castAs(birch, claim.id, 'TRUE')
    const closed = await castAs(desk.actors.cedar, claim.id, 'TRUE')
    expect(closed.rounds[0]?.verdicts.map(({ rating }) => rating)).toEqual(['TRUE', 'TRUE', 'TRUE'])
    expect(closed).toMatchObject({ status: 'AGREED', rating: { key: 'TRUE' } })
  })

  it('keeps equal sources once for the desk, and their id says nothing of who cited first', async () => {
    const cite = async (actor: Actor, ...titles: string[]) => {
      const { myVerdict } = await castVerdict.execute(
        actor,
        verdict({ citations: titles.map(title => citation(title)) }),
      )
      return myVerdict?.citations.map(({ source }) => source.id) ?? []
    }
    const [first, again, other] = await cite(desk.actors.almond, 'Same', 'Same', 'Other')
    expect(again).toBe(first)
    expect(other).not.toBe(first)
    expect(await cite(desk.actors.birch, 'Same')).toEqual([first])
    expect(await db().source.count({ where: { workspaceId: desk.workspace.id, title: 'Same' } })).toBe(1)
    // No clock in it and no chance: what it is was settled before anyone cited it.
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('closes the round with the last verdict it waits for, and not before', async () => {
    await castAs(desk.actors.almond, claim.id)
    expect((await castAs(desk.actors.birch, claim.id)).round).toMatchObject({ state: 'OPEN', missing: 1 })
    const closed = await castAs(desk.actors.maple, claim.id)
    expect(closed.round).toMatchObject({ state: 'CLOSED', missing: 0 })
    expect((await historyOf(claim.statementId)).types.slice(-2)).toEqual(['verdict.cast', 'round.closed'])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a rating that the scale does not have', { rating: 'PANTS_ON_FIRE' }, 'rating'],
    ['no rating', { rating: '' }, 'rating'],
    ['no source for a rating that needs one', { citations: [] }, 'citations'],
    ['an empty rationale', { rationale: ' ' }, 'rationale'],
    ['NUL', { rationale: 'a\0b' }, 'rationale'],
    ['half a surrogate pair', { rationale: 'a\udc00' }, 'rationale'],
    ['another confidence', { confidence: 'TOTAL' }, 'confidence'],
    [
      'a script for an address',
      { citations: [{ ...citation(), source: { title: 'X', url: 'javascript:alert(1)' } }] },
      'url',
    ],
    ['a source without any place to find it', { citations: [{ ...citation(), source: { title: 'X' } }] }, 'source'],
    [
      'a source of a day still to come',
      { citations: [citation(), { ...citation(), source: { ...citation().source, publishedOn: '2999-01' } }] },
      'citations.1.source.publishedOn',
    ],
    [
      'a source looked at on a day still to come',
      { citations: [{ ...citation(), source: { ...citation().source, retrievedOn: '2999' } }] },
      'citations.0.source.retrievedOn',
    ],
    ['too many citations', { citations: Array.from({ length: 31 }, () => citation()) }, 'citations'],
    ['someone else’s name', { reviewerId: 'me' }, ''],
  ])('refuses %s, naming the field, and writes nothing', async (_case, rest, path) => {
    await expect(castVerdict.execute(desk.actors.almond, verdict(rest))).rejects.toMatchObject({
      code: 'invalid-input',
      details: { errors: [expect.objectContaining({ path: expect.stringContaining(path) })] },
    })
    expect(await db().verdict.count({ where: { claimId: claim.id } })).toBe(0)
  })

  it('asks for no source where the rating needs none', async () => {
    const cast = await castVerdict.execute(desk.actors.almond, verdict({ rating: 'UNVERIFIABLE', citations: [] }))
    expect(cast.myVerdict).toMatchObject({ rating: 'UNVERIFIABLE', citations: [] })
  })

  it('refuses a verdict on a wording that the reviewer did not see, with the present one', async () => {
    const reworded = { claimReviewed: 'Arrivals fell.' }
    await editClaim.execute(desk.actors.maple, { claimId: claim.id, version: 1, ...reworded })
    await expect(castVerdict.execute(desk.actors.almond, verdict())).rejects.toMatchObject({
      code: 'stale-version',
      status: 409,
      details: { current: { id: claim.id, version: 2, ...reworded } },
    })
  })

  it('refuses one after the round has closed, after approval and by a bystander', async () => {
    const closed = await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    const late = verdict({ version: closed.version })
    await expect(castVerdict.execute(desk.actors.hazel, late)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This round has closed. Verdicts can be cast again when the next one starts.',
    })
    const { version } = await approveAs(desk.actors.maple, claim.id)
    await expect(castVerdict.execute(desk.actors.hazel, verdict({ version }))).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
      message: 'This claim has been decided. Reopen it first.',
    })
    await expect(castVerdict.execute(null, late)).rejects.toMatchObject({ code: 'sign-in-required' })
    expect(await db().verdict.count({ where: { claimId: claim.id } })).toBe(3)
  })

  it('is one verdict when the form is sent twice under one key, also after the round has closed by it', async () => {
    const { almond, birch, cedar } = desk.actors
    await castAs(almond, claim.id)
    await castAs(birch, claim.id)
    const send = () => castVerdict.execute(cedar, verdict(), { idempotencyKey: 'form-7' })
    const [one, two] = await Promise.all([send(), send()])
    expect(two).toEqual(one)
    expect(one).toMatchObject({ status: 'AGREED', round: { state: 'CLOSED', cast: 3 } })
    expect(await send()).toEqual(one)
    expect(await db().verdict.count({ where: { claimId: claim.id } })).toBe(3)
    await expect(
      castVerdict.execute(cedar, verdict({ rating: 'TRUE' }), { idempotencyKey: 'form-7' }),
    ).rejects.toMatchObject({ code: 'key-reused' })
  })

  it('without a key is refused the second time, since the round has closed', async () => {
    await castAs(desk.actors.almond, claim.id)
    await castAs(desk.actors.birch, claim.id)
    await castVerdict.execute(desk.actors.cedar, verdict())
    await expect(castVerdict.execute(desk.actors.cedar, verdict())).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('withdrawVerdict', () => {
  it('takes it back by a row of its own; the round waits again', async () => {
    const { almond } = desk.actors
    await castVerdict.execute(almond, verdict())
    const back = await withdrawVerdict.execute(almond, { claimId: claim.id })
    expect(back).toMatchObject({
      myVerdict: null,
      iHaveCast: false,
      needsMyVerdict: true,
      round: { cast: 0, missing: 3 },
    })
    expect(back.rounds[0]?.castBy).toEqual([])
    const rows = await db().verdict.findMany({ where: { claimId: claim.id }, orderBy: { revision: 'asc' } })
    expect(rows.map(({ isWithdrawal }) => isWithdrawal)).toEqual([false, true])
    const { types, contentHashes } = await historyOf(claim.statementId)
    expect(types.at(-1)).toBe('verdict.withdrawn')
    expect(contentHashes.at(-1)).toBe(rows[1]?.contentHash)
    await castVerdict.execute(almond, verdict({ rating: 'TRUE' }))
    expect(await readAs(almond, claim.id)).toMatchObject({ myVerdict: { rating: 'TRUE' }, round: { cast: 1 } })
  })

  it('is refused where there is none, and once the round has closed', async () => {
    const { almond } = desk.actors
    await expect(withdrawVerdict.execute(almond, { claimId: claim.id })).rejects.toMatchObject({
      code: 'conflict',
      message: 'You have no verdict in this round.',
    })
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await expect(withdrawVerdict.execute(almond, { claimId: claim.id })).rejects.toMatchObject({ code: 'conflict' })
  })
})
