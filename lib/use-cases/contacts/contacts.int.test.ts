import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { makeClaim } from '@/prisma/testing/claims'
import { makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { makePublishedDesk, type PublishedDesk } from '@/prisma/testing/published'
import { refusalOf } from '@/prisma/testing/refusal'
import { withdrawClaim } from '../claims/withdraw-claim'
import { createShare } from '../publications/create-share'
import { listPublications } from '../publications/list-publications'
import { openShare, readSnapshot } from '../publications/open-share'
import { publish } from '../publications/publish'
import { listContacts } from './list-contacts'
import { recordContact } from './record-contact'
import { recordContactOutcome } from './record-contact-outcome'

let here: PublishedDesk
beforeAll(async () => {
  here = await makePublishedDesk()
})
afterAll(closeDb)

const SOURCE = { title: 'Letter of the harbour office', url: 'https://records.example/letter' }

function asked(changes: Record<string, unknown> = {}) {
  const { statementId, claimId } = here
  const about = { statementId, claimIds: [claimId], askedOn: '2026-11-02', channel: 'EMAIL', asked: 'The press office' }
  return { ...about, ...changes }
}

describe('recordContact', () => {
  it('is for any member, about several claims, and tells members all of it', async () => {
    const { desk, statementId, claimId } = here
    const { almond, birch } = desk.actors
    const other = await makeClaim(desk, { statementId, targets: [{ exact: 'We built two new berths' }] })
    const contact = await recordContact.execute(almond, {
      ...asked({ claimIds: [other.id, claimId, other.id], deadlineOn: '2026-11-09', note: 'press@harbour.example' }),
    })
    expect(contact).toMatchObject({
      asked: 'The press office',
      deadlineOn: '2026-11-09',
      note: 'press@harbour.example',
      by: { name: 'Almond' },
      outcomes: [],
    })
    expect(contact.claims.map(({ id }) => id)).toEqual([claimId, other.id])
    const { items } = await listContacts.execute(birch, { statementId, claimId: other.id })
    expect(items).toEqual([contact])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a day still to come', { askedOn: '2999-01-01' }, 'askedOn'],
    ['a day that is none', { askedOn: '2026-11' }, 'askedOn'],
    ['an answer due before the question', { deadlineOn: '2026-11-01' }, 'deadlineOn'],
    ['nobody asked', { asked: '  ' }, 'asked'],
    ['no claim', { claimIds: [] }, 'claimIds'],
    ['a claim that is none of the statement’s', { claimIds: ['019d0000-0000-7000-8000-000000000000'] }, 'claimIds'],
  ])('refuses %s, naming the field', async (_case, changes, path) => {
    const refusal = await refusalOf(recordContact.execute(here.desk.actors.almond, asked(changes)))
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path }] } })
  })

  it('refuses a claim that was withdrawn, and says of another desk’s what it says of none', async () => {
    const { desk, statementId } = here
    const { almond, maple } = desk.actors
    const gone = await makeClaim(desk, { statementId, targets: [{ exact: 'dredged' }] })
    await withdrawClaim.execute(maple, { claimId: gone.id })
    const theirs = await makeDesk()
    const theirClaim = await makeClaim(theirs)
    const refusals = [gone.id, theirClaim.id, '019d0000-0000-7000-8000-000000000000'].map(id =>
      refusalOf(recordContact.execute(almond, asked({ claimIds: [id] }))),
    )
    expect(new Set((await Promise.all(refusals)).map(({ message }) => message)).size).toBe(1)
    const { id: theirStatement } = await makeStatement(theirs)
    await expect(listContacts.execute(almond, { statementId: theirStatement })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(recordContact.execute(almond, asked({ statementId: theirStatement }))).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('recordContactOutcome', () => {
  it('lets a late reply take the place of none, with its source', async () => {
    const { almond, birch } = here.desk.actors
    const { id: contactId } = await recordContact.execute(almond, asked())
    await recordContactOutcome.execute(birch, { contactId, result: 'NO_REPLY', on: '2026-11-10' })
    const replied = await recordContactOutcome.execute(birch, {
      contactId,
      result: 'REPLIED',
      on: '2026-11-12',
      reply: 'We stand by it.',
      source: SOURCE,
    })
    expect(replied.outcomes).toMatchObject([
      { number: 1, result: 'NO_REPLY', reply: null, source: null },
      { number: 2, result: 'REPLIED', reply: 'We stand by it.', source: SOURCE, by: { name: 'Birch' } },
    ])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a reply without words', { result: 'REPLIED' }, 'reply'],
    ['words of who did not reply', { result: 'NO_REPLY', reply: 'Hm.' }, 'reply'],
    ['a day before the question', { result: 'NO_REPLY', on: '2026-11-01' }, 'on'],
    ['a day still to come', { result: 'NO_REPLY', on: '2999-01-01' }, 'on'],
    [
      'a source that is no web address',
      { result: 'REPLIED', reply: 'Yes.', source: { title: 'x', url: 'javascript:1' } },
      'source.url',
    ],
  ])('refuses %s, naming the field', async (_case, outcome, path) => {
    const { id: contactId } = await recordContact.execute(here.desk.actors.almond, asked())
    const refusal = await refusalOf(
      recordContactOutcome.execute(here.desk.actors.almond, { contactId, on: '2026-11-10', ...outcome }),
    )
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path }] } })
  })

  it('takes an entry back for good, and is not of another desk’s', async () => {
    const { almond } = here.desk.actors
    const { id: contactId } = await recordContact.execute(almond, asked())
    const record = (result: string) => recordContactOutcome.execute(almond, { contactId, result, on: '2026-11-10' })
    await record('RECORDED_IN_ERROR')
    await expect(record('NO_REPLY')).rejects.toMatchObject({ code: 'conflict' })
    const { actors } = await makeDesk()
    await expect(
      recordContactOutcome.execute(actors.almond, { contactId, result: 'NO_REPLY', on: '2026-11-10' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what readers are told', () => {
  it('changes with a reply alone, needs no correction, and never names who asked or what was noted', async () => {
    const place = await makePublishedDesk()
    const { desk, statementId, claimId } = place
    const { almond, maple } = desk.actors
    const { id: contactId } = await recordContact.execute(almond, {
      statementId,
      claimIds: [claimId],
      askedOn: '2026-11-02',
      channel: 'PHONE',
      asked: 'The press office',
      deadlineOn: '2026-11-09',
      note: 'A canary among the notes.',
    })
    const next = () => listPublications.execute(maple, { statementId })
    expect(await next()).toMatchObject({ changedSince: true, dueCorrections: [] })
    await publish.execute(maple, { statementId })
    expect(await next()).toMatchObject({ changedSince: false })
    await expect(publish.execute(maple, { statementId })).rejects.toMatchObject({ code: 'conflict' })

    const answer = { contactId, result: 'REPLIED', on: '2026-11-05', reply: 'We stand by it.', source: SOURCE }
    await recordContactOutcome.execute(almond, answer)
    expect(await next()).toMatchObject({ changedSince: true, dueCorrections: [] })
    await publish.execute(maple, { statementId })
    expect(await next()).toMatchObject({ changedSince: false })

    const { url } = await createShare.execute(maple, { statementId })
    const share = await openShare(new URL(url ?? '').pathname.slice(3))
    if (!share) throw new Error('the link stands')
    const { snapshot } = await readSnapshot(share)
    expect(snapshot.claims[0]?.contact).toMatchObject([
      {
        askedOn: '2026-11-02',
        channel: 'PHONE',
        asked: 'The press office',
        result: 'REPLIED',
        on: '2026-11-05',
        source: SOURCE,
      },
    ])
    expect(JSON.stringify(snapshot)).not.toContain('canary')
    expect(JSON.stringify(snapshot.claims[0]?.contact)).not.toMatch(/Almond|note|at"/)

    await recordContactOutcome.execute(almond, { contactId, result: 'RECORDED_IN_ERROR', on: '2026-11-06' })
    expect(await next()).toMatchObject({ changedSince: true })
    await publish.execute(maple, { statementId })
    const last = await db().publication.findFirstOrThrow({ where: { statementId }, orderBy: { number: 'desc' } })
    expect(last.snapshot).toMatchObject({ claims: [{ contact: [] }] })
    const { types, broken } = await historyOf(statementId)
    expect([types.filter(type => type.startsWith('contact.')), broken]).toEqual([
      ['contact.asked', 'contact.answered', 'contact.answered'],
      null,
    ])
    expect(await auditClaim(maple, claimId)).toEqual([])
  })
})
