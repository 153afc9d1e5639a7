import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { type ConsensusPolicy, DEFAULT_POLICY } from '@/lib/domain/consensus-policy'
import { textOf } from '@/lib/domain/sentence'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { decideClaim } from '../decisions/decide-claim'
import { recuse } from '../rounds/recuse'
import { startRound } from '../rounds/start-round'
import { editMember } from './edit-member'
import { listMembers } from './list-members'
import { setPolicy } from './set-policy'
import { simulatePolicy } from './simulate-policy'

afterAll(closeDb)

const simulate = (desk: Desk, policy: Partial<ConsensusPolicy> = {}) =>
  simulatePolicy.execute(desk.actors.admin, { ...DEFAULT_POLICY, ...policy })

/** Claims on one statement with a closed round each. */
async function closeRounds(desk: Desk, ...rounds: readonly (readonly string[])[]) {
  const statementId = (await makeStatement(desk)).id
  const claims = []
  for (const ratings of rounds) {
    const { id } = await makeClaim(desk, { statementId })
    claims.push(await castAll(desk, id, ratings))
  }
  return claims
}

describe('simulating a policy', () => {
  it('says of every closed round what it would have come to', async () => {
    const desk = await makeDesk()
    const [agreed, split] = await closeRounds(desk, ['FALSE', 'FALSE', 'MOSTLY_FALSE'], ['TRUE', 'TRUE', 'FALSE'])
    const found = await simulate(desk, { spread: 4, quorum: 3 })
    expect(found).toMatchObject({
      rounds: 2,
      changedTotal: 1,
      countsBefore: { AWAITING: 0, AGREED: 1, SPLIT: 1, ESCALATED: 0 },
      countsAfter: { AWAITING: 0, AGREED: 2, SPLIT: 0, ESCALATED: 0 },
      deciders: { raters: 6, editors: 3, needed: 4, warning: null },
    })
    const [change] = found.changed
    expect(change).toMatchObject({
      claimId: split?.id,
      statementId: split?.statementId,
      statementTitle: 'Remarks at the harbour',
      claimReviewed: split?.claimReviewed,
      round: 1,
    })
    expect(textOf(change?.before ?? [])).toBe(textOf(split?.rounds[0]?.sentence ?? []))
    expect(textOf(change?.after ?? [])).toBe('Agreed: True (2 of 3; one says False).')
    expect(change?.ratings.map(({ key }) => key)).toEqual(['TRUE', 'FALSE'])
    expect(agreed?.status).toBe('AGREED')
    expect(await simulate(desk)).toMatchObject({ rounds: 2, changed: [], changedTotal: 0 })
  })

  it('changes nothing', async () => {
    const desk = await makeDesk()
    const [claim] = await closeRounds(desk, ['TRUE', 'TRUE', 'FALSE'])
    const before = await readAs(desk.actors.maple, claim?.id ?? '')
    await simulate(desk, { spread: 4 })
    expect(await readAs(desk.actors.maple, claim?.id ?? '')).toEqual(before)
    expect(await db().policyVersion.count({ where: { workspaceId: desk.workspace.id } })).toBe(1)
  })

  it('counts what the rule counted: no one recused, no trainee, no verdict that was replaced', async () => {
    const desk = await makeDesk({ reviewers: 6 })
    const { almond, birch, cedar, hazel, juniper, admin } = desk.actors
    const { items } = await listMembers.execute(admin, {})
    const version = items.find(({ id }) => id === juniper.memberId)?.version
    await editMember.execute(admin, { memberId: juniper.memberId, version, isTrainee: true })
    const { id } = await makeClaim(desk)
    await castAs(juniper, id, 'TRUE')
    await castAs(hazel, id, 'TRUE')
    await recuse.execute(hazel, { claimId: id, reason: 'A relative works there.' })
    await castAs(almond, id, 'TRUE')
    await castAs(almond, id, 'FALSE')
    await castAs(birch, id, 'FALSE')
    await castAs(cedar, id, 'FALSE')
    const { changed } = await simulate(desk, { quorum: 5 })
    expect(changed.map(({ before, after }) => [textOf(before), textOf(after)])).toEqual([
      ['Agreed: False (3 of 3).', 'Too few verdicts: 2 more needed.'],
    ])
  })

  it('looks at no round that is open or was returned', async () => {
    const desk = await makeDesk()
    const [returned, split] = await closeRounds(desk, ['TRUE', 'TRUE', 'FALSE'], ['TRUE', 'TRUE', 'FALSE'])
    const { contentHash } = await readAs(desk.actors.maple, returned?.id ?? '')
    await decideClaim.execute(desk.actors.maple, {
      claimId: returned?.id ?? '',
      action: 'RETURN',
      contentHash,
      reason: 'Look at the register of 2021.',
    })
    await startRound.execute(desk.actors.maple, { claimId: split?.id ?? '', version: split?.version })
    const counted = await simulate(desk, { spread: 4 })
    expect(counted).toMatchObject({ rounds: 1, changedTotal: 1 })
    for (const rating of ['FALSE', 'OPINION']) {
      await castAs(desk.actors.almond, split?.id ?? '', rating)
      expect(await simulate(desk, { spread: 4 })).toEqual(counted)
    }
  })

  it('is the desk’s own, and its administrators’', async () => {
    const [desk, other] = [await makeDesk(), await makeDesk()]
    await closeRounds(other, ['TRUE', 'TRUE', 'FALSE'])
    expect(await simulate(desk, { spread: 4 })).toMatchObject({ rounds: 0, changed: [], changedTotal: 0 })
    for (const actor of [desk.actors.almond, desk.actors.maple]) {
      expect((await refusalOf(simulatePolicy.execute(actor, DEFAULT_POLICY))).code).toBe('forbidden')
    }
  })
})

describe('a policy that nobody could decide under', () => {
  it.each<[string, { reviewers: number; editors: number }, Partial<ConsensusPolicy>, string]>([
    ['more verdicts than members', { reviewers: 2, editors: 1 }, { quorum: 5 }, 'quorum'],
    ['all of them, and nobody left to decide', { reviewers: 2, editors: 1 }, { quorum: 4 }, 'quorum'],
    ['two of two, and nobody left to decide', { reviewers: 1, editors: 0 }, { quorum: 2 }, 'separationOfDuties'],
  ])('is refused with what to change: %s', async (_case, people, policy, path) => {
    const { actors } = await makeDesk({ ...people, admins: 1 })
    const proposed = { ...DEFAULT_POLICY, ...policy }
    for (const refusal of [
      await refusalOf(setPolicy.execute(actors.admin, { basedOn: 1, ...proposed })),
      await refusalOf(simulatePolicy.execute(actors.admin, proposed)),
    ]) {
      expect([refusal.status, refusal.details.errors?.[0]?.path]).toEqual([422, path])
      expect(refusal.message).toMatch(/^This desk has \d members whose verdicts count;/)
    }
  })

  it('is not made by members who left, nor by trainees', async () => {
    const { actors } = await makeDesk()
    const { admin, almond, birch } = actors
    const proposed = { ...DEFAULT_POLICY, quorum: 5 }
    await editMember.execute(admin, { memberId: almond.memberId, version: 1, removed: true })
    expect((await refusalOf(setPolicy.execute(admin, { basedOn: 1, ...proposed }))).status).toBe(422)
    await editMember.execute(admin, { memberId: birch.memberId, version: 1, isTrainee: true })
    expect((await refusalOf(setPolicy.execute(admin, { basedOn: 1, ...proposed, quorum: 4 }))).status).toBe(422)
    expect(await setPolicy.execute(admin, { basedOn: 1, ...proposed, quorum: 3 })).toMatchObject({ version: 2 })
  })

  it('may be set by one alone, who is warned: there is nobody to agree with yet', async () => {
    const { actors } = await makeDesk({ reviewers: 0, editors: 0 })
    const simulated = await simulatePolicy.execute(actors.admin, { ...DEFAULT_POLICY, quorum: 2 })
    expect(simulated.deciders).toMatchObject({ raters: 1, editors: 1, needed: 3 })
    expect(simulated.deciders.warning).toContain('Invite more members first.')
    expect(await setPolicy.execute(actors.admin, { basedOn: 1, ...DEFAULT_POLICY, quorum: 2 })).toMatchObject({
      version: 2,
    })
  })
})

describe('a desk of two', () => {
  it('agrees and approves once duties are not separated', async () => {
    const desk = await makeDesk({ reviewers: 1, editors: 0 })
    const { almond, admin } = desk.actors
    await setPolicy.execute(admin, { basedOn: 1, ...DEFAULT_POLICY, quorum: 2, separationOfDuties: false })
    const { id } = await makeClaim(desk, { statementId: (await makeStatement(desk, { by: admin })).id })
    await castAs(almond, id, 'FALSE')
    const agreed = await castAs(admin, id, 'FALSE')
    expect([agreed.status, agreed.rating?.key]).toEqual(['AGREED', 'FALSE'])
    expect(agreed.may.decide).toMatchObject({ allowed: true })
    expect(await approveAs(admin, id)).toMatchObject({ status: 'APPROVED', rating: { key: 'FALSE' } })
  })
})
