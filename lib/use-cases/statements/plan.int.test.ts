import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { StatementDto } from '@/lib/contracts/statements'
import { closeDb, db } from '@/lib/db/client'
import { planBody } from '@/lib/db/plans'
import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { approveAs, castAll, makeClaim } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { readQueue } from '../claims/read-queue'
import { createCorrection } from '../corrections/create-correction'
import { createShare } from '../publications/create-share'
import { openShare } from '../publications/open-share'
import { publish } from '../publications/publish'
import { spreadReviewers } from '../rounds/spread-reviewers'
import { listStatements } from './list-statements'
import { planStatement } from './plan-statement'
import { readStatement } from './read-statement'

let desk: Desk
let statement: StatementDto
beforeEach(async () => {
  desk = await makeDesk()
  statement = await makeStatement(desk)
})
afterAll(closeDb)

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const day = (date: Date) => date.toISOString().slice(0, 10)

function plan(input: object, by: Actor = desk.actors.maple, statementId = statement.id) {
  return planStatement.execute(by, { statementId, version: 0, leadId: null, dueOn: null, embargoUntil: null, ...input })
}

/** Moves a statement's embargo, as only time does otherwise. */
async function embargoedUntil(moment: Date | null) {
  await db().statement.update({ where: { id: statement.id }, data: { embargoUntil: moment } })
}

describe('a plan', () => {
  it('is shown with its statement, in lists and in the queue, and kept as revisions that the history carries', async () => {
    const { almond, birch, maple } = desk.actors
    await makeClaim(desk, { statementId: statement.id })
    const embargoUntil = inDays(2).toISOString()
    const planned = await plan({ leadId: almond.memberId, dueOn: day(inDays(3)), embargoUntil })
    const marks = {
      lead: { id: almond.memberId, name: 'Almond' },
      dueOn: day(inDays(3)),
      isOverdue: false,
      embargoUntil,
      isEmbargoed: true,
    }
    expect(planned).toMatchObject({ ...marks, planVersion: 1 })
    expect(await readStatement.execute(birch, { statementId: statement.id })).toMatchObject(marks)
    expect((await listStatements.execute(birch, {})).items[0]).toMatchObject(marks)
    expect((await readQueue.execute(birch, {})).items[0]?.statement).toMatchObject(marks)

    await plan({ version: 1, dueOn: '2026-01-01' })
    const rows = await db().statementPlan.findMany({ where: { statementId: statement.id }, orderBy: { number: 'asc' } })
    expect(rows.map(({ number, authorId, dueOn }) => [number, authorId, dueOn])).toEqual([
      [1, maple.memberId, day(inDays(3))],
      [2, maple.memberId, '2026-01-01'],
    ])
    const { types, contentHashes, broken } = await historyOf(statement.id)
    expect([types.slice(-2), broken]).toEqual([['statement.planned', 'statement.planned'], null])
    for (const row of rows) {
      expect(contentHash(row.salt, 'plan', planBody(row))).toBe(row.contentHash)
      expect(contentHashes).toContain(row.contentHash)
    }
  })

  it('is made by editors, on the version they saw; the same again writes nothing', async () => {
    const { almond, maple, oak } = desk.actors
    expect(await refusalOf(plan({}, almond))).toMatchObject({ code: 'forbidden' })
    expect(await plan({})).toMatchObject({ planVersion: 0 })
    await plan({ dueOn: '2027-02-01' })
    expect(await refusalOf(plan({ dueOn: '2027-03-01' }, oak))).toMatchObject({
      code: 'stale-version',
      details: { current: { dueOn: '2027-02-01', planVersion: 1 } },
    })
    expect(await plan({ version: 1, dueOn: '2027-02-01' }, oak)).toMatchObject({ planVersion: 1 })
    const foreign = await makeDesk()
    expect(await refusalOf(plan({}, foreign.actors.maple))).toMatchObject({ code: 'not-found' })
    const stranger = plan({ version: 1, leadId: foreign.actors.maple.memberId }, maple)
    expect(await refusalOf(stranger)).toMatchObject({ details: { errors: [{ path: 'leadId' }] } })
  })

  it.each([
    ['a month as the day it is due', { dueOn: '2027-02' }, 'dueOn'],
    ['a day that is none', { dueOn: '2027-02-30' }, 'dueOn'],
    ['an embargo that has passed', { embargoUntil: '2026-01-01T00:00:00Z' }, 'embargoUntil'],
    ['an embargo without a time', { embargoUntil: '2027-01-01' }, 'embargoUntil'],
  ])('refuses %s', async (_case, input, path) => {
    expect(await refusalOf(plan(input))).toMatchObject({ code: 'invalid-input', details: { errors: [{ path }] } })
  })

  it('keeps who rates later claims, and the other way about', async () => {
    const { almond, maple } = desk.actors
    const spread = { statementId: statement.id, memberIds: [almond.memberId], perClaim: null, alsoNew: true }
    await spreadReviewers.execute(maple, spread)
    await plan({ version: 1, dueOn: '2027-02-01' })
    await spreadReviewers.execute(maple, { ...spread, perClaim: 1 })
    expect(await db().statementPlan.findFirst({ where: { statementId: statement.id, number: 3 } })).toMatchObject({
      reviewerIds: [almond.memberId],
      reviewersPerClaim: 1,
      dueOn: '2027-02-01',
    })
  })

  it('tells who is made lead, not who made themselves one, and once', async () => {
    const { almond, maple } = desk.actors
    await plan({ leadId: almond.memberId })
    await plan({ version: 1, leadId: almond.memberId, dueOn: '2027-02-01' })
    await plan({ version: 2, leadId: maple.memberId })
    const notices = await db().notice.findMany({ where: { statementId: statement.id } })
    expect(notices).toMatchObject([{ memberId: almond.memberId, kind: 'MADE_LEAD', actorId: maple.memberId }])
  })
})

describe('the list of statements', () => {
  it('shows what one leads, and what is due, the earliest first, a page at a time', async () => {
    const { almond, maple } = desk.actors
    const titles = async (input: object) =>
      (await listStatements.execute(almond, input)).items.map(({ title }) => title)
    for (const [index, dueOn] of ['2027-03-01', '2027-01-01', null, '2027-02-01', '2027-01-01'].entries()) {
      const { id } = await makeStatement(desk, { title: `Remarks ${index}` })
      await plan({ dueOn, leadId: index > 2 ? almond.memberId : null }, maple, id)
    }
    expect(await titles({ show: 'mine' })).toEqual(['Remarks 4', 'Remarks 3'])
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listStatements.execute>> = await listStatements.execute(almond, {
        show: 'due',
        limit: 1,
        ...(cursor ? { cursor } : {}),
      })
      expect(page.total).toBe(4)
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(['Remarks 1', 'Remarks 4', 'Remarks 3', 'Remarks 0'])
  })

  it('calls overdue what is past its day and not published', async () => {
    const { almond, maple } = desk.actors
    const claim = await makeClaim(desk, { statementId: statement.id })
    const isOverdue = async () => (await listStatements.execute(almond, {})).items[0]?.isOverdue
    await plan({ dueOn: day(new Date()) })
    expect(await isOverdue()).toBe(false)
    await plan({ version: 1, dueOn: day(inDays(-1)) })
    expect(await isOverdue()).toBe(true)
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(maple, claim.id)
    await publish.execute(maple, { statementId: statement.id })
    expect(await isOverdue()).toBe(false)
    expect((await listStatements.execute(almond, { show: 'due' })).total).toBe(0)
  })
})

describe('an embargo', () => {
  it('keeps publishing and sharing back until it passes or is lifted, and says so beforehand', async () => {
    const { maple } = desk.actors
    const { id } = await makeClaim(desk, { statementId: statement.id })
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(maple, id)
    const act = () => publish.execute(maple, { statementId: statement.id })
    const share = () => createShare.execute(maple, { statementId: statement.id })
    const may = async () => (await readStatement.execute(maple, { statementId: statement.id })).may

    await plan({ embargoUntil: inDays(1).toISOString() })
    const refused = {
      code: 'conflict',
      message: expect.stringMatching(/^Under embargo until .+ UTC\. An editor can lift/),
    }
    expect(await refusalOf(act())).toMatchObject(refused)
    expect(await may()).toMatchObject({
      publish: { allowed: false },
      share: { allowed: false },
      plan: { allowed: true },
    })
    await embargoedUntil(inDays(-1))
    expect(await may()).toMatchObject({ publish: { allowed: true }, share: { allowed: true } })
    expect(await readStatement.execute(maple, { statementId: statement.id })).toMatchObject({ isEmbargoed: false })
    await act()
    await embargoedUntil(inDays(1))
    expect(await refusalOf(share())).toMatchObject(refused)
    await plan({ version: 1, embargoUntil: null })
    expect((await share()).url).toMatch(/\/s\//)
  })

  it('keeps notes back too, which readers of links that exist would see at once', async () => {
    const { maple } = desk.actors
    const { id } = await makeClaim(desk, { statementId: statement.id })
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    await approveAs(maple, id)
    await publish.execute(maple, { statementId: statement.id })
    const { url } = await createShare.execute(maple, { statementId: statement.id })
    await plan({ embargoUntil: inDays(1).toISOString() })
    const note = { claimId: null, kind: 'UPDATE', whatChanged: 'More is known.', why: 'A register was opened.' }
    const add = () => createCorrection.execute(maple, { statementId: statement.id, ...note })
    const seen = async () => (await openShare(url?.split('/').at(-1) ?? ''))?.corrections.length
    expect(await refusalOf(add())).toMatchObject({ code: 'conflict', message: expect.stringMatching(/^Under embargo/) })
    expect(await seen()).toBe(0)
    await plan({ version: 1, embargoUntil: null })
    await add()
    expect(await seen()).toBe(1)
  })
})
