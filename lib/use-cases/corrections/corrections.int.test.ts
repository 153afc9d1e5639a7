import { afterAll, describe, expect, it } from 'vitest'
import { Snapshot } from '@/lib/contracts/snapshot'
import { closeDb, db } from '@/lib/db/client'
import { correctionBody } from '@/lib/db/corrections'
import type { Actor } from '@/lib/domain/actor'
import { canonicalJson, contentHash, type Json, sha256Hex } from '@/lib/domain/hash'
import type { CorrectionKind } from '@/lib/domain/vocabulary'
import { approveAs, castAll, makeClaim, readAs } from '../../../prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '../../../prisma/testing/factories'
import { historyOf } from '../../../prisma/testing/history'
import { refusalOf } from '../../../prisma/testing/refusal'
import { editClaim } from '../claims/edit-claim'
import { mergeClaim } from '../claims/merge-claim'
import { withdrawClaim } from '../claims/withdraw-claim'
import { decideClaim } from '../decisions/decide-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { listPublications } from '../publications/list-publications'
import { publish } from '../publications/publish'
import { editStatement } from '../statements/edit-statement'
import { createCorrection } from './create-correction'
import { listCorrections } from './list-corrections'
import { listDeskCorrections } from './list-desk-corrections'

afterAll(closeDb)

const FIRST = 'Arrivals at the harbour rose by a third last year.'
const SECOND = 'No ship waited longer than a day.'
const ALL_FALSE = ['FALSE', 'FALSE', 'FALSE']
const ALL_TRUE = ['TRUE', 'TRUE', 'TRUE']

async function approved(desk: Desk, statementId: string, exact: string): Promise<string> {
  const { id } = await makeClaim(desk, { statementId, claimReviewed: exact, targets: [{ exact }] })
  await castAll(desk, id, ALL_FALSE)
  await approveAs(desk.actors.oak, id)
  return id
}

/** A statement with two published checks. */
async function publishedDesk() {
  const desk = await makeDesk()
  const { maple } = desk.actors
  const { id: statementId } = await makeStatement(desk)
  const first = await approved(desk, statementId, FIRST)
  const second = await approved(desk, statementId, SECOND)
  const { id: publicationId } = await publish.execute(maple, { statementId })
  return { ...desk.actors, desk, statementId, first, second, publicationId }
}

async function reopen(editor: Actor, claimId: string): Promise<void> {
  const { version } = await readAs(editor, claimId)
  await reopenClaim.execute(editor, { claimId, version, reason: 'A new register was found.' })
}

async function decideAnew(desk: Desk, claimId: string, ratings: readonly string[]): Promise<void> {
  await reopen(desk.actors.maple, claimId)
  await castAll(desk, claimId, ratings)
  await approveAs(desk.actors.oak, claimId)
}

async function withdraw(editor: Actor, claimId: string): Promise<void> {
  await reopen(editor, claimId)
  await withdrawClaim.execute(editor, { claimId })
}

function correction(claimId: string | null, kind: CorrectionKind, whatChanged = 'It is true after all.') {
  return { claimId, kind, whatChanged, why: 'The register was read wrongly.' }
}

async function snapshotOf(publicationId: string) {
  const row = await db().publication.findUniqueOrThrow({ where: { id: publicationId } })
  const json = canonicalJson(row.snapshot as Json) // The column holds what Json holds.
  expect(sha256Hex(json)).toBe(row.snapshotHash)
  return Snapshot.parse(row.snapshot)
}

describe('a claim decided anew', () => {
  it('is published with exactly one correction, which the list of publications asks for beforehand', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    await decideAnew(desk, first, ALL_TRUE)
    expect(await listPublications.execute(maple, { statementId })).toMatchObject({
      changedSince: true,
      underReview: [],
      dueCorrections: [
        {
          claim: { id: first, claimReviewed: FIRST },
          publication: 1,
          was: { rating: { key: 'FALSE', label: 'False', tone: 'false' }, isDismissed: false },
          is: { state: 'DECIDED', rating: { key: 'TRUE' }, claimReviewed: FIRST },
          kinds: ['UPDATE', 'CORRECTION'],
        },
      ],
    })
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({
      code: 'invalid-input',
      message: `Say what changed about “${FIRST}” since publication 1.`,
      details: { errors: [{ path: 'corrections' }] },
    })
    const soft = [correction(first, 'CLARIFICATION')]
    expect(await refusalOf(publish.execute(maple, { statementId, corrections: soft }))).toMatchObject({
      details: { errors: [{ path: 'corrections.0.kind' }] },
    })
    expect(await db().publication.count({ where: { statementId } })).toBe(1)

    const { id } = await publish.execute(maple, { statementId, corrections: [correction(first, 'CORRECTION')] })
    const { corrections, claims } = await snapshotOf(id)
    expect(claims).toHaveLength(2)
    expect(corrections).toMatchObject([
      {
        number: 1,
        kind: 'CORRECTION',
        publication: 2,
        whatChanged: 'It is true after all.',
        why: 'The register was read wrongly.',
        claim: { id: first, claimReviewed: FIRST },
      },
    ])
    expect(await listPublications.execute(maple, { statementId })).toMatchObject({
      changedSince: false,
      dueCorrections: [],
    })
  })

  it('says so in the history, with the hash of the row and the reopening that it ends', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    await decideAnew(desk, first, ALL_TRUE)
    await publish.execute(maple, { statementId, corrections: [correction(first, 'UPDATE')] })
    const row = await db().correction.findFirstOrThrow({ where: { statementId } })
    const { types, contentHashes, broken } = await historyOf(statementId)
    expect(types.slice(-2)).toEqual(['statement.published', 'correction.made'])
    expect(contentHashes.at(-1)).toBe(contentHash(row.salt, 'correction', correctionBody(row)))
    expect(row.contentHash).toBe(contentHashes.at(-1))
    expect(broken).toBeNull()
    const reopening = await db().reopening.findFirstOrThrow({ where: { claimId: first } })
    expect(row.reopeningId).toBe(reopening.id)
    const event = await db().event.findFirstOrThrow({ where: { streamId: statementId, type: 'correction.made' } })
    expect(event).toMatchObject({
      claimId: first,
      ids: { correctionId: row.id, number: 1, kind: 'UPDATE', publicationId: row.publicationId },
    })
    expect(JSON.stringify(event)).not.toContain('register')
  })

  it('may be clarified where its rating is the same', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    await decideAnew(desk, first, ALL_FALSE)
    const corrections = [correction(first, 'CLARIFICATION', 'The year is named.')]
    await publish.execute(maple, { statementId, corrections })
    expect((await listCorrections.execute(maple, { statementId })).items).toMatchObject([{ kind: 'CLARIFICATION' }])
  })

  it('carries all its corrections over three publications, the newest first', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    await decideAnew(desk, first, ALL_TRUE)
    const second = await publish.execute(maple, { statementId, corrections: [correction(first, 'CORRECTION', 'One.')] })
    await decideAnew(desk, first, ALL_FALSE)
    const third = await publish.execute(maple, { statementId, corrections: [correction(first, 'UPDATE', 'Two.')] })
    expect((await snapshotOf(second.id)).corrections.map(({ whatChanged }) => whatChanged)).toEqual(['One.'])
    expect((await snapshotOf(third.id)).corrections).toMatchObject([
      { number: 2, publication: 3, whatChanged: 'Two.' },
      { number: 1, publication: 2, whatChanged: 'One.' },
    ])
  })

  it('is compared with the last publication that showed it, also where one between did not', async () => {
    const { desk, maple, statementId, first, second } = await publishedDesk()
    await reopen(maple, first)
    await decideAnew(desk, second, ALL_TRUE)
    await publish.execute(maple, { statementId, corrections: [correction(second, 'CORRECTION')] })
    await castAll(desk, first, ALL_TRUE)
    await approveAs(desk.actors.oak, first)
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({
      message: `Say what changed about “${FIRST}” since publication 1.`,
    })
    await publish.execute(maple, { statementId, corrections: [correction(first, 'CORRECTION')] })
  })

  it('is retracted or corrected where it was dismissed', async () => {
    const { desk, maple, oak, statementId, first } = await publishedDesk()
    await reopen(maple, first)
    const { contentHash: seen } = await castAll(desk, first, ['OPINION', 'OPINION', 'OPINION'])
    await decideClaim.execute(oak, {
      claimId: first,
      action: 'DISMISS',
      contentHash: seen,
      explanation: 'It is an opinion.',
      reason: 'No register can tell.',
    })
    const { dueCorrections } = await listPublications.execute(maple, { statementId })
    expect(dueCorrections).toMatchObject([
      { is: { rating: null, isDismissed: true }, kinds: ['CORRECTION', 'RETRACTION'] },
    ])
    const { id } = await publish.execute(maple, { statementId, corrections: [correction(first, 'RETRACTION')] })
    const { claims } = await snapshotOf(id)
    expect(claims.find(claim => claim.id === first)).toMatchObject({ action: 'DISMISS', rating: null })
  })
})

describe('a claim that is gone', () => {
  it('is retracted once, under the sentence that readers know', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    await reopen(maple, first)
    const { version } = await readAs(maple, first)
    await editClaim.execute(maple, { claimId: first, version, claimReviewed: 'CANARY never published' })
    await withdrawClaim.execute(maple, { claimId: first })
    const listed = await listPublications.execute(maple, { statementId })
    expect(listed.dueCorrections).toMatchObject([
      { claim: { claimReviewed: FIRST }, is: { state: 'WITHDRAWN' }, kinds: ['CORRECTION', 'RETRACTION'] },
    ])
    const softened = publish.execute(maple, { statementId, corrections: [correction(first, 'UPDATE')] })
    expect(await refusalOf(softened)).toMatchObject({ details: { errors: [{ path: 'corrections.0.kind' }] } })
    const { id } = await publish.execute(maple, { statementId, corrections: [correction(first, 'RETRACTION')] })
    const snapshot = await snapshotOf(id)
    expect(snapshot.claims).toHaveLength(1)
    expect(snapshot.underReview).toEqual([])
    expect(snapshot.corrections).toMatchObject([{ kind: 'RETRACTION', claim: { id: first, claimReviewed: FIRST } }])
    expect(JSON.stringify(snapshot)).not.toContain('CANARY')
    expect((await listCorrections.execute(maple, { statementId })).items).toMatchObject([
      { claim: { claimReviewed: FIRST } },
    ])

    expect((await listPublications.execute(maple, { statementId })).dueCorrections).toEqual([])
    await approved(desk, statementId, 'We built two new berths')
    expect(await publish.execute(maple, { statementId })).toMatchObject({ number: 3, claimCount: 2 })
  })

  it('can be the only one: everything is taken back, and readers are told', async () => {
    const desk = await makeDesk()
    const { maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const claimId = await approved(desk, statementId, FIRST)
    await publish.execute(maple, { statementId })
    await withdraw(maple, claimId)
    const { id } = await publish.execute(maple, { statementId, corrections: [correction(claimId, 'RETRACTION')] })
    expect(await snapshotOf(id)).toMatchObject({ claims: [], corrections: [{ kind: 'RETRACTION' }] })
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({ code: 'conflict' })
  })

  it('says into which claim it was merged', async () => {
    const { desk, maple, statementId, first, second } = await publishedDesk()
    await reopen(maple, first)
    await reopen(maple, second)
    const { version } = await readAs(maple, first)
    await mergeClaim.execute(maple, { claimId: first, version, intoId: second })
    const listed = await listPublications.execute(maple, { statementId })
    expect(listed.dueCorrections).toMatchObject([
      { claim: { id: first }, is: { state: 'MERGED', into: { id: second, claimReviewed: SECOND } } },
    ])
    expect(listed.underReview).toMatchObject([{ claim: { id: second } }])
    await castAll(desk, second, ALL_FALSE)
    await approveAs(desk.actors.oak, second)
    const both = [correction(first, 'CORRECTION', 'It is checked with the other.'), correction(second, 'CLARIFICATION')]
    const { id } = await publish.execute(maple, { statementId, corrections: both })
    expect((await snapshotOf(id)).corrections.map(({ claim, number }) => [claim?.id, number])).toEqual([
      [second, 2],
      [first, 1],
    ])
  })
})

describe('a claim under review', () => {
  it('is named, with what readers knew, in what is published meanwhile; nothing can be said of it yet', async () => {
    const { desk, maple, statementId, first, second } = await publishedDesk()
    await reopen(maple, first)
    const { version } = await readAs(maple, first)
    await editClaim.execute(maple, { claimId: first, version, claimReviewed: 'CANARY being worked on' })
    await decideAnew(desk, second, ALL_TRUE)
    const { at } = await db().reopening.findFirstOrThrow({ where: { claimId: first } })
    expect((await listPublications.execute(maple, { statementId })).underReview).toEqual([
      {
        claim: { id: first, claimReviewed: FIRST },
        publication: 1,
        was: { rating: { key: 'FALSE', label: 'False', tone: 'false' }, isDismissed: false },
        since: at.toISOString(),
      },
    ])
    const early = [correction(second, 'CORRECTION'), correction(first, 'CORRECTION')]
    expect(await refusalOf(publish.execute(maple, { statementId, corrections: early }))).toMatchObject({
      message: `“${FIRST}” is under review again. Say what changed once it is decided.`,
      details: { errors: [{ path: 'corrections.1.claimId' }] },
    })
    const { id } = await publish.execute(maple, { statementId, corrections: [correction(second, 'CORRECTION')] })
    const snapshot = await snapshotOf(id)
    expect(snapshot.claims).toHaveLength(1)
    expect(snapshot.underReview).toMatchObject([
      {
        id: first,
        claimReviewed: FIRST,
        targets: [{ exact: FIRST, start: 0 }],
        versionNumber: 1,
        rating: { key: 'FALSE', label: 'False' },
        publication: 1,
        since: at.toISOString(),
      },
    ])
    expect(JSON.stringify(snapshot)).not.toContain('CANARY')
  })

  it('makes a publication of its own where nothing else is decided, once', async () => {
    const { maple, statementId, first, second } = await publishedDesk()
    await reopen(maple, first)
    await reopen(maple, second)
    const { id } = await publish.execute(maple, { statementId })
    const snapshot = await snapshotOf(id)
    expect(snapshot.claims).toEqual([])
    expect(snapshot.underReview.map(claim => claim.id).sort()).toEqual([first, second].sort())
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({ code: 'conflict' })
  })
})

describe('corrections that are not due', () => {
  it('are refused, one by one', async () => {
    const { desk, maple, statementId, first, second } = await publishedDesk()
    const { id: unpublished } = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    await decideAnew(desk, first, ALL_TRUE)
    const corrections = [
      correction(first, 'CORRECTION'),
      correction(second, 'UPDATE'),
      correction(unpublished, 'UPDATE'),
      correction(first, 'UPDATE'),
      correction(null, 'RETRACTION'),
    ]
    expect((await refusalOf(publish.execute(maple, { statementId, corrections }))).details.errors).toMatchObject([
      { path: 'corrections.1.claimId', message: expect.stringContaining('Nothing has changed') },
      { path: 'corrections.2.claimId', message: expect.stringContaining('No publication shows') },
      { path: 'corrections.3.claimId', message: expect.stringContaining('one correction for each claim') },
      { path: 'corrections.4.kind', message: expect.stringContaining('one by one') },
    ])
    expect(await db().correction.count({ where: { statementId } })).toBe(0)
  })

  it('are refused with the first publication', async () => {
    const desk = await makeDesk()
    const { id: statementId } = await makeStatement(desk)
    await approved(desk, statementId, FIRST)
    const early = publish.execute(desk.actors.maple, { statementId, corrections: [correction(null, 'UPDATE')] })
    expect(await refusalOf(early)).toMatchObject({ code: 'invalid-input' })
  })
})

describe('a correction of the statement as a whole', () => {
  it('comes with a publication that names the statement otherwise', async () => {
    const { maple, statementId } = await publishedDesk()
    await editStatement.execute(maple, { statementId, version: 1, saidOn: '2022-05-02' })
    const corrections = [correction(null, 'CORRECTION', 'It was said in May.')]
    const { id } = await publish.execute(maple, { statementId, corrections })
    expect((await snapshotOf(id)).corrections).toMatchObject([{ kind: 'CORRECTION', claim: null }])
    const alone = publish.execute(maple, { statementId, corrections: [correction(null, 'UPDATE')] })
    expect(await refusalOf(alone)).toMatchObject({ code: 'conflict', message: expect.stringContaining('add a note') })
  })
})

describe('a note', () => {
  it('is added to what is published, and the next publication has it', async () => {
    const { desk, maple, statementId, first, second, publicationId } = await publishedDesk()
    const words = { whatChanged: 'The year is 2021.', why: 'A reader asked.' }
    const note = await createCorrection.execute(maple, { statementId, claimId: first, kind: 'CLARIFICATION', ...words })
    expect(note).toMatchObject({
      ...words,
      number: 1,
      isNote: true,
      publication: { id: publicationId, number: 1 },
      by: { id: maple.memberId, name: 'Maple' },
      claim: { id: first, claimReviewed: FIRST },
    })
    expect((await listCorrections.execute(maple, { statementId })).items).toEqual([note])
    expect((await snapshotOf(publicationId)).corrections).toEqual([])
    await decideAnew(desk, second, ALL_TRUE)
    const next = await publish.execute(maple, { statementId, corrections: [correction(second, 'CORRECTION')] })
    const { corrections } = await snapshotOf(next.id)
    expect(corrections.map(({ number, publication }) => [number, publication])).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect((await listCorrections.execute(maple, { statementId })).items.map(({ isNote }) => isNote)).toEqual([
      false,
      true,
    ])
    expect((await historyOf(statementId)).broken).toBeNull()
  })

  it('changes no rating, concerns what is published, and waits until something is', async () => {
    const { desk, maple, statementId, first } = await publishedDesk()
    const noteOn = (claimId: string | null, kind: CorrectionKind, id = statementId) =>
      refusalOf(createCorrection.execute(maple, { statementId: id, ...correction(claimId, kind) }))
    for (const kind of ['CORRECTION', 'RETRACTION'] as const) {
      expect(await noteOn(first, kind)).toMatchObject({
        code: 'invalid-input',
        message: expect.stringContaining('reopen the claim'),
        details: { errors: [{ path: 'kind' }] },
      })
    }
    const { id: unpublished } = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    expect(await noteOn(unpublished, 'UPDATE')).toMatchObject({ details: { errors: [{ path: 'claimId' }] } })
    const { id: fresh } = await makeStatement(desk)
    expect(await noteOn(null, 'UPDATE', fresh)).toMatchObject({ code: 'conflict' })
    expect(await noteOn(first, 'UPDATE', fresh)).toMatchObject({ code: 'conflict' })
  })
})

describe('the desk’s log', () => {
  it('pages through the corrections of all statements, newest first, by kind and by statement', async () => {
    const { desk, almond, maple, statementId, first } = await publishedDesk()
    const { id: otherId } = await makeStatement(desk, { title: 'Another speech' })
    await approved(desk, otherId, FIRST)
    await publish.execute(maple, { statementId: otherId })
    for (const [id, claimId, kind] of [
      [statementId, first, 'CLARIFICATION'],
      [otherId, null, 'UPDATE'],
      [statementId, null, 'UPDATE'],
    ] as const) {
      await createCorrection.execute(maple, { statementId: id, ...correction(claimId, kind) })
    }
    const all = await listDeskCorrections.execute(almond, {})
    expect(all).toMatchObject({ total: 3, nextCursor: null })
    expect(all.items.map(({ statement, kind }) => [statement.id, kind])).toEqual([
      [statementId, 'UPDATE'],
      [otherId, 'UPDATE'],
      [statementId, 'CLARIFICATION'],
    ])
    expect(all.statements.map(({ title }) => title)).toEqual(['Another speech', 'Remarks at the harbour'])
    const page = await listDeskCorrections.execute(almond, { limit: 2 })
    const rest = await listDeskCorrections.execute(almond, { limit: 2, cursor: page.nextCursor ?? '' })
    expect([...page.items, ...rest.items]).toEqual(all.items)
    expect(rest.nextCursor).toBeNull()
    const filtered = await listDeskCorrections.execute(almond, { statementId, kind: 'UPDATE' })
    expect(filtered).toMatchObject({ total: 1, items: [{ id: all.items[0]?.id }] })
    expect(await refusalOf(listDeskCorrections.execute(almond, { cursor: 'AAAA' }))).toMatchObject({
      code: 'invalid-input',
    })
  })
})

describe('who may correct', () => {
  it('is an editor of the statement’s desk; every member may read', async () => {
    const { almond, maple, statementId, first } = await publishedDesk()
    const note = { statementId, ...correction(first, 'UPDATE') }
    expect(await refusalOf(createCorrection.execute(almond, note))).toMatchObject({ code: 'forbidden' })
    await createCorrection.execute(maple, note)
    expect((await listCorrections.execute(almond, { statementId })).items).toHaveLength(1)

    const stranger = await publishedDesk()
    for (const work of [
      () => createCorrection.execute(stranger.maple, note),
      () => listCorrections.execute(stranger.maple, { statementId }),
      () => publish.execute(stranger.maple, { statementId, corrections: [correction(first, 'UPDATE')] }),
    ]) {
      expect(await refusalOf(work())).toMatchObject({ code: 'not-found' })
    }
    const foreign = createCorrection.execute(stranger.maple, {
      statementId: stranger.statementId,
      ...correction(first, 'UPDATE'),
    })
    expect(await refusalOf(foreign)).toMatchObject({ details: { errors: [{ path: 'claimId' }] } })
    expect(await listDeskCorrections.execute(stranger.maple, {})).toMatchObject({ items: [], total: 0, statements: [] })
    expect(await listDeskCorrections.execute(stranger.maple, { statementId })).toMatchObject({ items: [] })
  })
})

describe('a reopening and a publication at the same time', () => {
  it('end in a page that shows the claim and then marks it, or in one that names it under review', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { desk, maple, oak, statementId, first, second } = await publishedDesk()
      await decideAnew(desk, second, ALL_TRUE)
      const { version } = await readAs(oak, first)
      const [published] = await Promise.all([
        publish.execute(maple, { statementId, corrections: [correction(second, 'CORRECTION')] }),
        reopenClaim.execute(oak, { claimId: first, version, reason: 'A new register was found.' }),
      ])
      const snapshot = await snapshotOf(published.id)
      const isShown = snapshot.claims.some(({ id }) => id === first)
      expect(snapshot.underReview.map(({ id }) => id)).toEqual(isShown ? [] : [first])
      const order = (await historyOf(statementId)).types.filter(type =>
        ['statement.published', 'claim.reopened'].includes(type),
      )
      expect(order.at(-1)).toBe(isShown ? 'claim.reopened' : 'statement.published')
    }
  }, 120_000)
})
