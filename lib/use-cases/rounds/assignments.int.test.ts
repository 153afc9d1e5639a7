import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { AssignmentsDto, spreadReviewersContract } from '@/lib/contracts/assignments'
import type { StatementDto } from '@/lib/contracts/statements'
import { closeDb, db } from '@/lib/db/client'
import { planBody } from '@/lib/db/plans'
import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { planAssignments } from '@/lib/domain/plan-assignments'
import { castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { withdrawClaim } from '../claims/withdraw-claim'
import { editMember } from '../workspace/edit-member'
import { readAssignments } from './read-assignments'
import { recuse } from './recuse'
import { spreadReviewers } from './spread-reviewers'

type Input = Partial<z.input<typeof spreadReviewersContract.input>>

let desk: Desk
let statement: StatementDto
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 5 })
})
beforeEach(async () => {
  statement = await makeStatement(desk, { text: SENTENCES.join(' ') })
})
afterAll(closeDb)

const SENTENCES = Array.from({ length: 8 }, (_, place) => `Pier ${place} handled more ships than the year before.`)

async function claims(count: number): Promise<string[]> {
  const ids: string[] = []
  for (const sentence of SENTENCES.slice(0, count)) {
    const { id } = await makeClaim(desk, {
      statementId: statement.id,
      claimReviewed: sentence,
      targets: [{ exact: sentence }],
    })
    ids.push(id)
  }
  return ids
}

function ids(...members: Actor[]): string[] {
  return members.map(({ memberId }) => memberId)
}

function spread(input: Input, by: Actor = desk.actors.maple) {
  return spreadReviewers.execute(by, { statementId: statement.id, memberIds: [], perClaim: null, ...input })
}

async function askedFor(claimId: string): Promise<string[]> {
  return (await readAs(desk.actors.maple, claimId)).assigned.map(({ name }) => name)
}

async function loads(): Promise<Record<string, number>> {
  const { members } = await readAssignments.execute(desk.actors.maple, { statementId: statement.id })
  return Object.fromEntries(members.map(({ name, load }) => [name, load]))
}

describe('spreadReviewers', () => {
  it('gives every open claim its reviewers, evenly, in one event each', async () => {
    const claimIds = await claims(6)
    const before = await loads()
    const { almond, birch, cedar, hazel } = desk.actors
    const reply = await spread({ memberIds: ids(almond, birch, cedar, hazel), perClaim: 2 })
    expect(reply.items.map(({ claimId }) => claimId)).toEqual(claimIds)
    for (const { claimId, added, missing, why } of reply.items) {
      expect([added.length, missing, why]).toEqual([2, 0, null])
      expect(await askedFor(claimId)).toEqual(added.map(({ name }) => name))
    }
    const after = await loads()
    expect(['Almond', 'Birch', 'Cedar', 'Hazel'].map(name => (after[name] ?? 0) - (before[name] ?? 0))).toEqual([
      3, 3, 3, 3,
    ])
    const { types, broken } = await historyOf(statement.id)
    expect([types.filter(type => type === 'reviewers.assigned').length, broken]).toEqual([6, null])
    expect(types).not.toContain('statement.planned')
  })

  it('does what readAssignments and the shared rule said it would', async () => {
    const claimIds = await claims(4)
    const { almond, birch, cedar, maple } = desk.actors
    await castAs(almond, claimIds[0] ?? '')
    const seen: AssignmentsDto = await readAssignments.execute(maple, { statementId: statement.id })
    const wish = { memberIds: ids(almond, birch, cedar), perClaim: 2, mode: 'ADD' } as const
    const expected = planAssignments(seen.claims, seen.members, wish)
    await spread(wish)
    for (const { claimId, memberIds } of expected) {
      expect((await readAs(maple, claimId)).assigned.map(({ id }) => id).sort()).toEqual(memberIds)
    }
  })

  it('counts who is asked or has cast, respects who stood back, and says what it could not do', async () => {
    const [first = '', second = '', third = ''] = await claims(3)
    const { almond, birch, cedar } = desk.actors
    await castAs(almond, first)
    await recuse.execute(almond, { claimId: second, reason: 'My brother runs the harbour.' })
    await spread({ memberIds: ids(cedar), claimIds: [third] })
    const { items } = await spread({ memberIds: ids(almond, birch), perClaim: 2 })
    expect(items.map(({ added, missing, why }) => [added.map(({ name }) => name), missing, why])).toEqual([
      [['Birch'], 0, null],
      [['Birch'], 1, 'One reviewer short: Almond stood back from it.'],
      [[expect.stringMatching(/Almond|Birch/)], 0, null],
    ])
    expect(JSON.stringify(items)).not.toContain('My brother')
    const { items: again } = await spread({ memberIds: ids(almond, birch), perClaim: 4, claimIds: [third] })
    expect(again[0]).toMatchObject({ missing: 1, why: 'One reviewer short: too few were chosen.' })
  })

  it('adds a trainee beyond the number wanted', async () => {
    const [first = ''] = await claims(1)
    const learning = await makeDesk({ reviewers: 3 })
    const { almond, admin } = learning.actors
    await editMember.execute(admin, { memberId: almond.memberId, version: 1, isTrainee: true })
    const own = await makeClaim(learning)
    const reply = await spreadReviewers.execute(learning.actors.maple, {
      statementId: own.statementId,
      memberIds: learning.reviewers.map(({ memberId }) => memberId),
      perClaim: 2,
    })
    expect(reply.items[0]).toMatchObject({
      added: [{ name: 'Almond' }, { name: 'Birch' }, { name: 'Cedar' }],
      missing: 0,
    })
    expect((await readAs(learning.actors.maple, own.id)).assigned).toMatchObject([
      { name: 'Almond', isTrainee: true },
      { name: 'Birch', isTrainee: false },
      { name: 'Cedar', isTrainee: false },
    ])
    expect(await askedFor(first)).toEqual([])
  })

  it('deals anew and leaves alone who has cast; a round that waited for nobody else closes', async () => {
    const [first = '', second = ''] = await claims(2)
    const { almond, birch, cedar, hazel, juniper, maple } = desk.actors
    await spread({ memberIds: ids(almond, birch, cedar, hazel) })
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, first)
    const { items } = await spread({ memberIds: ids(juniper), perClaim: 1, mode: 'REPLACE' })
    expect(items.map(({ removed }) => removed.map(({ name }) => name))).toEqual([
      ['Hazel'],
      ['Almond', 'Birch', 'Cedar', 'Hazel'],
    ])
    // Three have cast on the first claim, which is more than the one that was wanted, and nobody is missing.
    expect(await readAs(maple, first)).toMatchObject({ round: { state: 'CLOSED' }, status: 'AGREED' })
    expect(await askedFor(second)).toEqual(['Juniper'])
    expect((await historyOf(statement.id)).types.at(-1)).toBe('round.closed')
  })

  it('changes open claims of the statement alone', async () => {
    const [first = '', second = ''] = await claims(2)
    const elsewhere = await makeClaim(desk)
    const { almond, maple } = desk.actors
    await withdrawClaim.execute(maple, { claimId: second })
    const foreign = await makeDesk({ reviewers: 1, editors: 1 })
    for (const claimId of [second, elsewhere.id, (await makeClaim(foreign)).id]) {
      expect(await refusalOf(spread({ memberIds: ids(almond), claimIds: [first, claimId] }))).toMatchObject({
        code: 'invalid-input',
        details: { errors: [{ path: 'claimIds.1' }] },
      })
    }
    expect(await refusalOf(spread({ memberIds: ids(almond, foreign.actors.almond) }))).toMatchObject({
      code: 'invalid-input',
      details: { errors: [{ path: 'memberIds.1' }] },
    })
    expect(await refusalOf(spread({}))).toMatchObject({ details: { errors: [{ path: 'memberIds' }] } })
    expect(await refusalOf(spread({ memberIds: ids(almond) }, almond))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(spread({ memberIds: [] }, foreign.actors.maple))).toMatchObject({ code: 'not-found' })
    const read = (by: Actor) => readAssignments.execute(by, { statementId: statement.id })
    expect((await read(almond)).claims).toHaveLength(1)
    expect(await refusalOf(read(foreign.actors.maple))).toMatchObject({ code: 'not-found' })
    expect((await spread({ memberIds: ids(almond) })).items.map(({ claimId }) => claimId)).toEqual([first])
  })

  it('tells each member once, and not whoever did it', async () => {
    const claimIds = await claims(3)
    const { almond, birch, maple } = desk.actors
    const notices = () =>
      db().notice.findMany({
        where: { statementId: statement.id },
        select: { memberId: true, kind: true, claimId: true, actorId: true },
      })
    await spread({ memberIds: ids(almond, maple) })
    expect(await notices()).toEqual([
      { memberId: almond.memberId, kind: 'ASSIGNED', claimId: null, actorId: maple.memberId },
    ])
    await spread({ memberIds: ids(almond, birch), claimIds: claimIds.slice(0, 1) })
    expect(await notices()).toContainEqual({
      memberId: birch.memberId,
      kind: 'ASSIGNED',
      claimId: claimIds[0],
      actorId: maple.memberId,
    })
    expect(await notices()).toHaveLength(2)
  })
})

describe('claims that are highlighted later', () => {
  it('are assigned as the plan says, until an assignment says otherwise', async () => {
    const { almond, birch, cedar, hazel, maple } = desk.actors
    const reply = await spread({ memberIds: ids(almond, birch, cedar), perClaim: 2, alsoNew: true })
    expect(reply).toEqual({ items: [], later: { memberIds: ids(almond, birch, cedar).sort(), perClaim: 2 } })
    const created = await claims(3)
    const counts = new Map<string, number>()
    for (const claimId of created) {
      const names = await askedFor(claimId)
      expect(names).toHaveLength(2)
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    expect([...counts.values()].sort().at(-1)).toBeLessThanOrEqual(3)

    const row = await db().assignment.findFirstOrThrow({ where: { claimId: created[0] ?? '' } })
    expect(row.assignedById).toBe(maple.memberId)
    const notices = await db().notice.findMany({ where: { claimId: { in: created }, kind: 'ASSIGNED' } })
    expect(notices.map(({ memberId }) => memberId)).not.toContain(almond.memberId)
    expect(new Set(notices.map(({ actorId }) => actorId))).toEqual(new Set([null]))
    const event = await db().event.findFirstOrThrow({
      where: { streamId: statement.id, type: 'reviewers.assigned' },
      orderBy: { seq: 'asc' },
    })
    // Almond highlighted the claim; the plan is Maple's.
    expect(event).toMatchObject({ actorId: almond.memberId, ids: { byId: maple.memberId, plan: 1 } })

    expect((await spread({ memberIds: ids(hazel), mode: 'REPLACE' })).later).toBeNull()
    const sentence = SENTENCES.at(-1) ?? ''
    const later = await makeClaim(desk, { statementId: statement.id, targets: [{ exact: sentence }] })
    expect(later.assigned).toEqual([])
  })

  it('leave out who has left the desk since', async () => {
    const small = await makeDesk({ reviewers: 2 })
    const { almond, birch, maple, admin } = small.actors
    const { id } = await makeStatement(small)
    await spreadReviewers.execute(maple, {
      statementId: id,
      memberIds: ids(almond, birch),
      perClaim: null,
      alsoNew: true,
    })
    await editMember.execute(admin, { memberId: birch.memberId, version: 1, removed: true })
    const claim = await makeClaim(small, { statementId: id })
    expect(claim.assigned).toMatchObject([{ name: 'Almond' }])
  })

  it('have a plan whose hash the history carries, written only when it changes', async () => {
    const { almond, birch } = desk.actors
    await spread({ memberIds: ids(almond), alsoNew: true })
    await spread({ memberIds: ids(almond), alsoNew: true })
    await spread({ memberIds: ids(almond, birch), perClaim: 1, alsoNew: true })
    const plans = await db().statementPlan.findMany({
      where: { statementId: statement.id },
      orderBy: { number: 'asc' },
    })
    expect(plans.map(({ number, reviewersPerClaim }) => [number, reviewersPerClaim])).toEqual([
      [1, null],
      [2, 1],
    ])
    const { contentHashes, types } = await historyOf(statement.id)
    expect(types.filter(type => type === 'statement.planned')).toHaveLength(2)
    for (const plan of plans) {
      expect(contentHash(plan.salt, 'plan', planBody(plan))).toBe(plan.contentHash)
      expect(contentHashes).toContain(plan.contentHash)
    }
  })
})
