import { describe, expect, it } from 'vitest'
import { findClaim } from '@/lib/db/claim-record'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { withdrawClaim } from '../claims/withdraw-claim'
import { decideClaim } from '../decisions/decide-claim'
import { assignReviewers } from '../rounds/assign-reviewers'
import { recuse } from '../rounds/recuse'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { listStatements } from './list-statements'

const titlesOf = async (actor: Actor, input: object = {}) =>
  (await listStatements.execute(actor, input)).items.map(({ title }) => title)

describe('the list of statements', () => {
  it('is empty on a new desk', async () => {
    const { actors } = await makeDesk()
    expect(await listStatements.execute(actors.almond, {})).toEqual({ items: [], nextCursor: null, total: 0 })
  })

  it('comes newest first, a page at a time, each statement once', async () => {
    const desk = await makeDesk()
    for (let i = 1; i <= 7; i++) await makeStatement(desk, { title: `Remarks ${i}` })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listStatements.execute>> = await listStatements.execute(
        desk.actors.almond,
        { limit: 3, ...(cursor ? { cursor } : {}) },
      )
      expect(page.total).toBe(7)
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map(i => `Remarks ${i}`))
  })

  it('pages through statements of one and the same moment', async () => {
    const desk = await makeDesk()
    for (let i = 1; i <= 4; i++) await makeStatement(desk, { title: `Remarks ${i}` })
    await db().statement.updateMany({
      where: { workspaceId: desk.workspace.id },
      data: { createdAt: new Date('2024-05-01T00:00:00.123Z') },
    })
    const first = await listStatements.execute(desk.actors.almond, { limit: 2 })
    const second = await listStatements.execute(desk.actors.almond, { limit: 2, cursor: first.nextCursor ?? '' })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
    expect(second.nextCursor).toBeNull()
  })

  it.each([
    'abc',
    Buffer.from('2024-05-01 x').toString('base64url'),
    Buffer.from('x'.repeat(60)).toString('base64url'),
    ...['0000-01-01', '-004714-01-01', '-271821-04-20', '+275760-09-13'].map(day =>
      Buffer.from(`${day}T00:00:00.000Z 00000000-0000-4000-8000-000000000000`).toString('base64url'),
    ),
  ])('refuses the cursor %s, which it never gave', async cursor => {
    const { actors } = await makeDesk({ reviewers: 1, editors: 0, admins: 0 })
    const refusal = await refusalOf(listStatements.execute(actors.almond, { cursor }))
    expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, 'cursor'])
  })

  it.each([
    ['HARBOUR', ['Harbour remarks']],
    ['minister', ['A speech']],
    ['100%', ['100% of_ships']],
    ['%', ['100% of_ships']],
    ['_', ['100% of_ships']],
    ['\\', ['Back\\slash']],
    ["' OR 1=1 --", []],
    ['', ['Back\\slash', '100% of_ships', 'A speech', 'Harbour remarks']],
  ])('finds by title and claimant, word for word: %s', async (search, titles) => {
    const desk = await makeDesk()
    await makeStatement(desk, { title: 'Harbour remarks', claimant: 'An office' })
    await makeStatement(desk, { title: 'A speech', claimant: 'The Minister' })
    await makeStatement(desk, { title: '100% of_ships', claimant: 'An office' })
    await makeStatement(desk, { title: 'Back\\slash', claimant: 'An office' })
    expect(await titlesOf(desk.actors.almond, { search })).toEqual(titles)
  })

  it.each(['\0', '\ud800'])('refuses to search for what no text can hold', async search => {
    const { actors } = await makeDesk({ reviewers: 1, editors: 0, admins: 0 })
    expect((await refusalOf(listStatements.execute(actors.almond, { search }))).status).toBe(422)
  })
})

/** One statement with a claim in every state but escalated. */
async function fullDesk(): Promise<{ desk: Desk; statementId: string }> {
  const desk = await makeDesk()
  const { id: statementId } = await makeStatement(desk)
  const claim = async (...ratings: string[]) => {
    const { id } = await makeClaim(desk, { statementId })
    await castAll(desk, id, ratings)
    return id
  }
  const decide = async (id: string, action: string) => {
    const { contentHash } = await readAs(desk.actors.maple, id)
    const words = { explanation: action === 'RETURN' ? null : 'For readers.', reason: 'For the desk.' }
    await decideClaim.execute(desk.actors.maple, { claimId: id, contentHash, action, ...words })
  }
  await approveAs(desk.actors.maple, await claim('FALSE', 'FALSE', 'FALSE'))
  await approveAs(desk.actors.maple, await claim('TRUE', 'TRUE', 'MOSTLY_TRUE'))
  await decide(await claim('OPINION', 'OPINION', 'OPINION'), 'DISMISS')
  await decide(await claim('TRUE', 'TRUE', 'TRUE'), 'RETURN')
  await claim('MIXED', 'MIXED', 'MIXED')
  await claim('TRUE', 'FALSE', 'MIXED')
  await claim('TRUE')
  await claim()
  const ended = await makeClaim(desk, { statementId })
  await withdrawClaim.execute(desk.actors.maple, { claimId: ended.id })
  return { desk, statementId }
}

describe('what the list says of a statement', () => {
  it('counts its claims by where they stand, and what waits for whom', async () => {
    const { desk } = await fullDesk()
    await makeStatement(desk, { title: 'Nothing to do here' })
    const { almond, birch, maple } = desk.actors
    const of = async (actor: Actor) => (await listStatements.execute(actor, {})).items.at(-1)
    expect((await of(almond))?.progress).toEqual({
      total: 8,
      approved: 2,
      dismissed: 1,
      returned: 1,
      agreed: 1,
      split: 1,
      escalated: 0,
      awaiting: 2,
    })
    expect(await of(almond)).toMatchObject({ needsMyVerdict: 1, toDecide: 0 })
    expect(await of(birch)).toMatchObject({ needsMyVerdict: 2, toDecide: 0 })
    expect(await of(maple)).toMatchObject({ needsMyVerdict: 0, toDecide: 3 })

    expect(await titlesOf(birch, { show: 'needs-me' })).toEqual(['Remarks at the harbour'])
    expect(await titlesOf(maple, { show: 'needs-me' })).toEqual([])
    expect(await titlesOf(maple, { show: 'to-decide' })).toEqual(['Remarks at the harbour'])
    expect(await titlesOf(almond, { show: 'to-decide' })).toEqual([])
    expect(await titlesOf(almond, { show: 'published' })).toEqual([])
    expect((await listStatements.execute(birch, { show: 'needs-me' })).total).toBe(1)
  }, 60_000)
})

describe('a claim needs one’s verdict', () => {
  const needs = async (actor: Actor, { id }: { id: string }) => (await findClaim(db(), actor, id)).needsMyVerdict

  it('while one has not cast, and again when one took the verdict back', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    const claim = await makeClaim(desk)
    expect(await needs(almond, claim)).toBe(true)
    await castAs(almond, claim.id)
    expect(await needs(almond, claim)).toBe(false)
    await castAs(almond, claim.id, 'TRUE')
    expect(await needs(almond, claim)).toBe(false)
    await withdrawVerdict.execute(almond, { claimId: claim.id })
    expect(await needs(almond, claim)).toBe(true)
  })

  it('as one of those assigned, whatever their role, or as a reviewer where nobody is', async () => {
    const desk = await makeDesk()
    const { almond, birch, maple, oak } = desk.actors
    const claim = await makeClaim(desk)
    expect(await needs(maple, claim)).toBe(false)
    await assignReviewers.execute(oak, { claimId: claim.id, memberIds: [almond.memberId, maple.memberId] })
    expect([await needs(almond, claim), await needs(birch, claim), await needs(maple, claim)]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('not after standing back from it', async () => {
    const desk = await makeDesk()
    const { almond } = desk.actors
    const claim = await makeClaim(desk)
    await recuse.execute(almond, { claimId: claim.id, reason: 'I work at the harbour.' })
    expect(await needs(almond, claim)).toBe(false)
  })

  it('not once the round has closed', async () => {
    const desk = await makeDesk({ reviewers: 4 })
    const claim = await makeClaim(desk)
    await castAll(desk, claim.id, ['TRUE', 'TRUE', 'TRUE'])
    expect(await needs(desk.actors.hazel, claim)).toBe(false)
  })

  it('waits to be decided by an editor who neither created nor rated it, unless the desk allows that', async () => {
    const toDecide = async (editor: Actor) => (await listStatements.execute(editor, {})).items[0]?.toDecide
    for (const separationOfDuties of [true, false]) {
      const desk = await makeDesk({ editors: 3, policy: { separationOfDuties } })
      const { maple, oak, elm } = desk.actors
      const claim = await makeClaim(desk, { by: maple })
      await castAs(oak, claim.id, 'TRUE')
      await castAll(desk, claim.id, ['TRUE', 'TRUE'])
      expect([await toDecide(maple), await toDecide(oak), await toDecide(elm)]).toEqual(
        separationOfDuties ? [0, 0, 1] : [1, 1, 1],
      )
    }
  })
})
