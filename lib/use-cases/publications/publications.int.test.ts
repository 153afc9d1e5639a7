import { afterAll, describe, expect, it } from 'vitest'
import { Snapshot } from '@/lib/contracts/snapshot'
import { closeDb, db } from '@/lib/db/client'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import { approveAs, castAll, castAs, makeClaim, readAs } from '../../../prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '../../../prisma/testing/factories'
import { historyOf } from '../../../prisma/testing/history'
import { refusalOf } from '../../../prisma/testing/refusal'
import { decideClaim } from '../decisions/decide-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { editWorkspace } from '../workspace/edit-workspace'
import { listPublications } from './list-publications'
import { publish } from './publish'

afterAll(closeDb)

const FIRST = 'Arrivals at the harbour rose by a third last year.'
const SECOND = 'No ship waited longer than a day.'

/** A claim that has been agreed on and approved. */
async function approved(desk: Desk, statementId: string, exact: string): Promise<string> {
  const { id } = await makeClaim(desk, { statementId, claimReviewed: exact, targets: [{ exact }] })
  await castAll(desk, id, ['FALSE', 'FALSE', 'MOSTLY_FALSE'])
  await approveAs(desk.actors.oak, id)
  return id
}

async function snapshotOf(publicationId: string) {
  const row = await db().publication.findUniqueOrThrow({ where: { id: publicationId } })
  return { ...row, snapshot: Snapshot.parse(row.snapshot), json: canonicalJson(row.snapshot as Json) } // The column holds what Json holds.
}

describe('publish', () => {
  it('takes a snapshot of what is decided, numbered in text order, and says so in the history', async () => {
    const desk = await makeDesk()
    const { maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const second = await approved(desk, statementId, SECOND)
    const first = await approved(desk, statementId, FIRST)
    await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })

    const publication = await publish.execute(maple, { statementId })
    expect(publication).toMatchObject({ number: 1, claimCount: 2, by: { id: maple.memberId, name: 'Maple' } })
    const { snapshot, snapshotHash, json } = await snapshotOf(publication.id)
    expect(snapshot.claims).toMatchObject([
      {
        id: first,
        number: 1,
        claimant: 'The harbour office',
        rating: { key: 'FALSE', tone: 'false' },
        round: 1,
        countedRound: 1,
        override: null,
        sentence: [
          { text: 'Agreed: ' },
          { text: 'False', rating: 'FALSE' },
          { text: ' (2 of 3; one says ' },
          { text: 'Mostly false', rating: 'MOSTLY_FALSE' },
          { text: ').' },
        ],
        evidence: [{ stance: 'REFUTES', source: { title: 'Harbour register' } }],
      },
      { id: second, number: 2 },
    ])
    expect(snapshotHash).toBe(sha256Hex(json))
    expect(canonicalJson(snapshot)).toBe(json)
    expect(publication.snapshotHash).toBe(snapshotHash)

    const shown = await db().publishedClaim.findMany({
      where: { publicationId: publication.id },
      orderBy: { ord: 'asc' },
      include: { decision: { select: { claimId: true, action: true } } },
    })
    expect(shown).toMatchObject([
      { claimId: first, ord: 1, decision: { claimId: first, action: 'APPROVE' } },
      { claimId: second, ord: 2, decision: { claimId: second } },
    ])
    const { types, broken } = await historyOf(statementId)
    expect(types.at(-1)).toBe('statement.published')
    expect(broken).toBeNull()
  })

  it('is refused while nothing is decided, and says what to do', async () => {
    const desk = await makeDesk()
    const { statementId } = await makeClaim(desk)
    const refusal = await refusalOf(publish.execute(desk.actors.maple, { statementId }))
    expect(refusal).toMatchObject({ code: 'conflict', message: expect.stringContaining('Approve at least one') })
  })

  it('is refused when it would say the same again, until a decision, the statement or the desk says otherwise', async () => {
    const desk = await makeDesk()
    const { maple, admin } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const list = () => listPublications.execute(maple, { statementId })
    expect(await list()).toEqual({
      items: [],
      decidedClaims: 0,
      changedSince: true,
      dueCorrections: [],
      underReview: [],
      publishedClaims: [],
    })
    const claimId = await approved(desk, statementId, FIRST)
    const { id: firstId } = await publish.execute(maple, { statementId })
    expect(await list()).toMatchObject({ decidedClaims: 1, changedSince: false, items: [{ id: firstId, number: 1 }] })
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Nothing has changed since publication 1.'),
    })

    await approved(desk, statementId, SECOND)
    expect(await list()).toMatchObject({ decidedClaims: 2, changedSince: true })
    await publish.execute(maple, { statementId })

    await editWorkspace.execute(admin, { version: 1, funding: 'A foundation.' })
    expect(await list()).toMatchObject({ changedSince: true })
    await publish.execute(maple, { statementId })

    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'New figures.' })
    expect(await list()).toMatchObject({ decidedClaims: 1, changedSince: true })
    const fourth = await publish.execute(maple, { statementId })
    expect(fourth).toMatchObject({ number: 4, claimCount: 1 })
    expect((await list()).items.map(({ number }) => number)).toEqual([4, 3, 2, 1])
  })

  it('says once that all it showed is looked at again, and then with a correction what came of it', async () => {
    const desk = await makeDesk()
    const { maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const claimId = await approved(desk, statementId, FIRST)
    await publish.execute(maple, { statementId })
    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'New figures.' })
    const second = await publish.execute(maple, { statementId })
    expect(second).toMatchObject({ number: 2, claimCount: 0 })
    expect((await snapshotOf(second.id)).snapshot).toMatchObject({ claims: [], underReview: [{ id: claimId }] })
    expect(await refusalOf(publish.execute(maple, { statementId }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Nothing has changed since publication 2.'),
    })

    await castAll(desk, claimId, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(maple, claimId)
    const { dueCorrections } = await listPublications.execute(maple, { statementId })
    expect(dueCorrections).toMatchObject([{ claim: { id: claimId } }])
    const told = { claimId, kind: 'CORRECTION', whatChanged: 'It is true.', why: 'New figures.' }
    expect(await publish.execute(maple, { statementId, corrections: [told] })).toMatchObject({ claimCount: 1 })
  })

  it('is made once by two editors at a time', async () => {
    const desk = await makeDesk()
    const { maple, oak } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    await approved(desk, statementId, FIRST)
    const outcomes = await Promise.allSettled([maple, oak].map(editor => publish.execute(editor, { statementId })))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listPublications.execute(maple, { statementId })).items).toHaveLength(1)
  })

  it('keeps what an editor overrode, with both sides', async () => {
    const desk = await makeDesk()
    const { maple, oak } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const { id: claimId } = await makeClaim(desk, { statementId })
    const { contentHash } = await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
    await decideClaim.execute(oak, {
      claimId,
      action: 'OVERRIDE',
      contentHash,
      rating: 'MOSTLY_FALSE',
      explanation: 'Part of it holds.',
      reason: 'The small boats were not counted.',
      ratedAsOf: '2024-11',
    })
    const { id } = await publish.execute(maple, { statementId })
    expect((await snapshotOf(id)).snapshot.claims).toMatchObject([
      {
        action: 'OVERRIDE',
        rating: { key: 'MOSTLY_FALSE' },
        override: { agreed: 'FALSE', reason: 'The small boats were not counted.' },
        ratedAsOf: '2024-11',
      },
    ])
  })

  it('gives reviewers pseudonyms, or names where the desk shows them', async () => {
    const desk = await makeDesk({ reviewers: 4 })
    const { maple, admin, almond, birch, cedar, hazel } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const { id: claimId } = await makeClaim(desk, { statementId, by: maple })
    await castAs(almond, claimId)
    await castAs(birch, claimId)
    await castAs(cedar, claimId)
    await approveAs(desk.actors.oak, claimId)
    const reviewersOf = async (publicationId: string) => {
      const [claim] = (await snapshotOf(publicationId)).snapshot.claims
      return claim?.verdicts.map(({ reviewer }) => reviewer)
    }
    const veiled = await publish.execute(maple, { statementId })
    expect(await reviewersOf(veiled.id)).toEqual(['Reviewer A', 'Reviewer B', 'Reviewer C'])
    expect((await snapshotOf(veiled.id)).json).not.toContain(hazel.memberId)

    await editWorkspace.execute(admin, { version: 1, showReviewerNames: true })
    const open = await publish.execute(maple, { statementId })
    expect((await reviewersOf(open.id))?.sort()).toEqual(['Almond', 'Birch', 'Cedar'])
  })
})

describe('who may publish', () => {
  it('is an editor of the statement’s desk; every member may see what was published', async () => {
    const desk = await makeDesk()
    const { almond, maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    await approved(desk, statementId, FIRST)
    expect(await refusalOf(publish.execute(almond, { statementId }))).toMatchObject({ code: 'forbidden' })
    await publish.execute(maple, { statementId })
    expect((await listPublications.execute(almond, { statementId })).items).toHaveLength(1)

    const stranger = (await makeDesk()).actors.maple
    for (const work of [publish, listPublications]) {
      expect(await refusalOf(work.execute(stranger, { statementId }))).toMatchObject({ code: 'not-found' })
    }
  })
})
