import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { makeDesk } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { makePublishedDesk, type PublishedDesk } from '@/prisma/testing/published'
import { refusalOf } from '@/prisma/testing/refusal'
import { createCorrection } from '../corrections/create-correction'
import { listNotices } from '../notices/list-notices'
import { createShare } from '../publications/create-share'
import { openShare } from '../publications/open-share'
import { revokeShare } from '../publications/revoke-share'
import { answerReport } from './answer-report'
import { forgetOldReportContacts } from './forget-old-report-contacts'
import { forgetReportContact } from './forget-report-contact'
import { listReports } from './list-reports'
import { readReceipt } from './read-receipt'
import { sendReport } from './send-report'

let here: PublishedDesk
beforeAll(async () => {
  here = await makePublishedDesk()
})
afterAll(closeDb)

/** Sends a report through the link, and finds it on the desk. */
async function report(words: Record<string, unknown> = {}, place = here) {
  const { receipt } = await sendReport.execute(null, { token: place.token, check: 1, text: 'It rose.', ...words })
  const [item] = (await listReports.execute(place.desk.actors.maple, {})).items
  if (!item) throw new Error('the report did not arrive')
  return { receipt, ...item }
}

async function receiptOf(receipt: string, { token } = here) {
  const share = await openShare(token)
  return share && (await readReceipt(share, token, receipt))
}

describe('sendReport', () => {
  it('tells the editors, names the check as it was published, and keeps the receipt as its hash', async () => {
    const { desk, claimId } = here
    const { almond, maple, oak, admin } = desk.actors
    const sent = await report({ contact: ' reader@example.org ' })
    expect(sent).toMatchObject({
      text: 'It rose.',
      state: 'RECEIVED',
      contact: 'reader@example.org',
      publication: { number: 1 },
      claim: { id: claimId, check: 1, claimReviewed: 'Arrivals at the harbour rose by a third last year.' },
      answers: [],
    })
    const row = await db().errorReport.findUniqueOrThrow({ where: { id: sent.id } })
    expect(row.receiptHash).not.toContain(sent.receipt)
    const told = async (actor: typeof maple) =>
      (await listNotices.execute(actor, {})).items.filter(({ kind }) => kind === 'REPORT_RECEIVED').length
    expect(await Promise.all([maple, oak, admin, almond].map(told))).toEqual([1, 1, 1, 0])
  })

  it('can be about the page as a whole, and says nothing of how to reach the reader', async () => {
    expect(await report({ check: null })).toMatchObject({ claim: null, contact: null })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['no text', { text: ' \n ' }, 'text'],
    ['too much text', { text: 'x'.repeat(4_001) }, 'text'],
    ['text that cannot be stored', { text: 'a\0b' }, 'text'],
    ['half a character', { text: '\ud800' }, 'text'],
    ['a check that the page does not have', { check: 2 }, 'check'],
    ['a check that is none', { check: 'first' }, 'check'],
    ['a contact as long as a letter', { contact: 'x'.repeat(301) }, 'contact'],
  ])('refuses %s, naming the field', async (_case, words, path) => {
    const refusal = await refusalOf(sendReport.execute(null, { token: here.token, text: 'It rose.', ...words }))
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path }] } })
  })

  it('says of a revoked link what it says of none', async () => {
    const { desk, shareId, token } = await makePublishedDesk()
    await revokeShare.execute(desk.actors.maple, { shareId })
    const refusals = [token, 'A'.repeat(43)].map(one =>
      refusalOf(sendReport.execute(null, { token: one, text: 'Hm.' })),
    )
    const [revoked, none] = await Promise.all(refusals)
    expect(revoked).toMatchObject({ code: 'not-found', message: none?.message })
    expect(await db().errorReport.count({ where: { shareId } })).toBe(0)
  })
})

describe('listReports', () => {
  it('is for editors, has what is open first, and pages through all of it once', async () => {
    const place = await makePublishedDesk()
    const { almond, maple } = place.desk.actors
    await expect(listReports.execute(almond, {})).rejects.toMatchObject({ code: 'forbidden' })
    const sent = []
    for (const text of ['first', 'second', 'third', 'fourth']) sent.push(await report({ text }, place))
    const [, second, , fourth] = sent
    await answerReport.execute(maple, { reportId: fourth?.id, outcome: 'NO_CHANGE', text: 'It stands.' })
    await answerReport.execute(maple, { reportId: second?.id, outcome: 'UNDER_REVIEW', text: 'We look.' })
    const texts: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listReports.execute>> = await listReports.execute(maple, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      })
      texts.push(...page.items.map(({ text }) => text))
      expect(page.open).toBe(3)
      cursor = page.nextCursor
    } while (cursor)
    expect(texts).toEqual(['third', 'second', 'first', 'fourth'])
    const { items } = await listReports.execute(maple, { state: 'RECEIVED', statementId: place.statementId })
    expect(items.map(({ text }) => text)).toEqual(['third', 'first'])
    expect((await listReports.execute(maple, { statementId: here.statementId })).items).toEqual([])
    await expect(listReports.execute(maple, { cursor: 'oops' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('shows nothing of another desk’s, which does not exist for it', async () => {
    const { id: reportId } = await report()
    const { maple } = (await makeDesk()).actors
    expect(await listReports.execute(maple, {})).toEqual({ items: [], nextCursor: null, open: 0 })
    const answer = answerReport.execute(maple, { reportId, outcome: 'NO_CHANGE', text: 'No.' })
    await expect(answer).rejects.toMatchObject({ code: 'not-found' })
    await expect(forgetReportContact.execute(maple, { reportId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('answerReport', () => {
  it('reaches the reader, who is not told who answered', async () => {
    const { almond, maple, oak } = here.desk.actors
    const { id: reportId, receipt } = await report()
    const under = { reportId, outcome: 'UNDER_REVIEW', text: 'We look.' }
    await expect(answerReport.execute(almond, under)).rejects.toMatchObject({ code: 'forbidden' })
    await answerReport.execute(maple, under)
    const answered = await answerReport.execute(oak, { reportId, outcome: 'NO_CHANGE', text: 'It stands.' })
    expect(answered).toMatchObject({ state: 'NO_CHANGE', answers: [{ number: 1 }, { number: 2, by: { name: 'Oak' } }] })
    const read = await receiptOf(receipt)
    expect(read).toMatchObject({ check: 1, text: 'It rose.', answers: [{ text: 'It stands.' }, { text: 'We look.' }] })
    expect(JSON.stringify(read)).not.toMatch(/Oak|Maple/)
  })

  it('wants a correction of the same statement for “corrected”, and for nothing else', async () => {
    const { desk, statementId } = here
    const { maple } = desk.actors
    const other = await makePublishedDesk()
    const note = { claimId: null, kind: 'CLARIFICATION', whatChanged: 'The port is meant.', why: 'It was unclear.' }
    const ours = await createCorrection.execute(maple, { statementId, ...note })
    const theirs = await createCorrection.execute(other.desk.actors.maple, { statementId: other.statementId, ...note })
    const { id: reportId } = await report()
    const answer = (outcome: string, correctionId: string | null) =>
      answerReport.execute(maple, { reportId, outcome, text: 'Thank you.', correctionId })
    for (const [outcome, correctionId] of [
      ['CORRECTED', null],
      ['CORRECTED', theirs.id],
      ['NO_CHANGE', ours.id],
    ] as const) {
      const refusal = await refusalOf(answer(outcome, correctionId))
      expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'correctionId' }] } })
    }
    expect(await answer('CORRECTED', ours.id)).toMatchObject({ answers: [{ correction: { id: ours.id } }] })
  })

  it('is done by a correction that names the report, in its words', async () => {
    const { desk, statementId } = here
    const { maple } = desk.actors
    const { id, receipt } = await report()
    const note = {
      statementId,
      claimId: null,
      kind: 'UPDATE',
      whatChanged: 'A table was added.',
      why: 'A reader sent it.',
    }
    const elsewhere = await report({}, await makePublishedDesk())
    const refusal = await refusalOf(createCorrection.execute(maple, { ...note, reportIds: [elsewhere.id] }))
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path: 'reportIds' }] } })
    await createCorrection.execute(maple, { ...note, reportIds: [id, id] })
    expect((await receiptOf(receipt))?.answers).toMatchObject([
      {
        outcome: 'CORRECTED',
        text: 'A table was added.\n\nA reader sent it.',
        correction: { kind: 'UPDATE', whatChanged: 'A table was added.' },
      },
    ])
    const { types, broken } = await historyOf(statementId)
    expect(types.filter(type => type === 'report.answered').length).toBeGreaterThan(0)
    expect(broken).toBeNull()
    expect(await auditClaim(maple, here.claimId)).toEqual([])
  })
})

describe('a receipt', () => {
  it('opens with its own link alone, and with no other receipt', async () => {
    const { receipt } = await report()
    const other = await makePublishedDesk()
    expect(await receiptOf(receipt)).not.toBeNull()
    const { url } = await createShare.execute(here.desk.actors.maple, { statementId: here.statementId })
    expect(await receiptOf(receipt, { ...here, token: url?.split('/').at(-1) ?? '' })).toBeNull()
    expect(await receiptOf(receipt, other)).toBeNull()
    expect(await receiptOf('A'.repeat(43))).toBeNull()
  })
})

describe('how to reach a reader', () => {
  it('is forgotten when an editor says so', async () => {
    const { almond, maple } = here.desk.actors
    const { id: reportId, receipt } = await report({ contact: 'reader@example.org' })
    await expect(forgetReportContact.execute(almond, { reportId })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await receiptOf(receipt))?.hasContact).toBe(true)
    expect(await forgetReportContact.execute(maple, { reportId })).toMatchObject({ contact: null, text: 'It rose.' })
    expect((await receiptOf(receipt))?.hasContact).toBe(false)
  })

  it('does not outlive that in the reply that is kept for an answer sent again', async () => {
    const { maple } = here.desk.actors
    const { id: reportId } = await report({ contact: 'kept@reader.example' })
    const sent = [maple, { reportId, outcome: 'NO_CHANGE', text: 'It stands.' }, { idempotencyKey: reportId }] as const
    expect((await answerReport.execute(...sent)).contact).toBe('kept@reader.example')
    await forgetReportContact.execute(maple, { reportId })
    const stored = await db().idempotencyKey.findMany({ where: { key: reportId }, select: { reply: true } })
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain('kept@reader.example')
    expect(await answerReport.execute(...sent)).toMatchObject({ contact: null, state: 'NO_CHANGE' })
  })

  it('is forgotten 90 days after the final answer, not before, and not while it is under review', async () => {
    const { workspaceId, memberId: authorId } = here.desk.actors.maple
    const answered = async (outcome: 'NO_CHANGE' | 'UNDER_REVIEW', days: number, number = 1, reportId?: string) => {
      const id = reportId ?? (await report({ contact: `${outcome} ${days}` })).id
      const at = new Date(Date.now() - days * 86_400_000)
      const row = { workspaceId, authorId, reportId: id, number, outcome, at, text: 'So.', salt: '', contentHash: '' }
      await db().errorReportAnswer.create({ data: row })
      return id
    }
    const old = await answered('NO_CHANGE', 91)
    const kept = [
      await answered('NO_CHANGE', 89),
      await answered('UNDER_REVIEW', 200),
      // Taken up again after it had been answered.
      await answered('UNDER_REVIEW', 10, 2, await answered('NO_CHANGE', 200)),
      (await report({ contact: 'never answered' })).id,
    ]
    await forgetOldReportContacts()
    const left = await db().errorReportContact.findMany({ where: { reportId: { in: [old, ...kept] } } })
    expect(left.map(({ reportId }) => reportId).sort()).toEqual(kept.toSorted())
  })
})
