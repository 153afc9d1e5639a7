import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/client'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { historyOf } from '@/prisma/testing/history'
import { refusalOf } from '@/prisma/testing/refusal'
import { withdrawClaim } from '../claims/withdraw-claim'
import { reopenClaim } from '../decisions/reopen-claim'
import { castVerdict } from '../verdicts/cast-verdict'
import { editStatement } from './edit-statement'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

function attribute(statementId: string, claimant = 'The mayor', version = 1) {
  return editStatement.execute(desk.actors.oak, { statementId, version, claimant })
}

async function typesSince(statementId: string, count: number): Promise<string[]> {
  const { types, broken } = await historyOf(statementId)
  expect(broken).toBeNull()
  return types.slice(count)
}

describe('another claimant of a statement', () => {
  it('starts the next round of the claims made in the earlier one’s name, and of no other', async () => {
    const { almond, birch } = desk.actors
    const inherits = await makeClaim(desk)
    const { statementId } = inherits
    const names = await makeClaim(desk, { statementId, claimant: 'The pilot' })
    await castAs(almond, inherits.id)
    await castAs(birch, names.id)
    const before = (await historyOf(statementId)).types.length

    await attribute(statementId)
    expect(await readAs(birch, inherits.id)).toMatchObject({
      version: inherits.version + 1,
      revision: 2,
      claimReviewed: inherits.claimReviewed,
      claimant: null,
      targets: [{ start: 0, end: 50 }],
      round: { number: 2, state: 'OPEN', cast: 0 },
      rounds: [
        { number: 1, ending: 'ABANDONED', verdicts: [] },
        { number: 2, reason: 'CLAIM_CHANGED' },
      ],
    })
    expect(await readAs(almond, names.id)).toMatchObject({
      version: names.version,
      revision: 1,
      claimant: 'The pilot',
      round: { number: 1, state: 'OPEN', cast: 1 },
    })
    expect(await typesSince(statementId, before)).toEqual([
      'statement.edited',
      'claim.edited',
      'round.abandoned',
      'round.opened',
    ])
  })

  it('lets a round in which no verdict stands go on, but not a verdict on what was read before', async () => {
    const claim = await makeClaim(desk)
    await attribute(claim.statementId)
    expect(await typesSince(claim.statementId, 3)).toEqual(['statement.edited', 'claim.edited'])
    const now = await readAs(desk.actors.birch, claim.id)
    expect(now).toMatchObject({ revision: 2, round: { number: 1, state: 'OPEN' } })
    const late = castVerdict.execute(desk.actors.birch, {
      claimId: claim.id,
      version: claim.version,
      rating: 'UNVERIFIABLE',
      confidence: 'LOW',
      rationale: 'As said by the harbour office.',
      citations: [],
    })
    expect((await refusalOf(late)).code).toBe('stale-version')
  })

  it('takes up again what was agreed and not yet decided', async () => {
    const claim = await makeClaim(desk)
    await castAll(desk, claim.id, ['FALSE', 'FALSE', 'FALSE'])
    await attribute(claim.statementId)
    const now = await readAs(desk.actors.maple, claim.id)
    expect(now).toMatchObject({ status: 'AWAITING', round: { number: 2, state: 'OPEN' }, contentHash: null })
  })

  it('changes nothing at all while one claim is decided in the earlier one’s name', async () => {
    const decided = await makeClaim(desk)
    const { statementId } = decided
    const open = await makeClaim(desk, { statementId })
    await castAs(desk.actors.birch, open.id)
    await castAll(desk, decided.id, ['FALSE', 'FALSE', 'FALSE'])
    const { version } = await approveAs(desk.actors.maple, decided.id)
    expect((await refusalOf(attribute(statementId))).message).toMatch(/Reopen first/)
    expect(await readAs(desk.actors.birch, open.id)).toMatchObject({ revision: 1, round: { number: 1, cast: 1 } })
    await reopenClaim.execute(desk.actors.maple, { claimId: decided.id, version, reason: 'Someone else said it.' })
    await attribute(statementId)
    expect(await readAs(desk.actors.birch, open.id)).toMatchObject({ revision: 2, round: { number: 2, cast: 0 } })
  })

  it('leaves withdrawn claims as they are', async () => {
    const claim = await makeClaim(desk)
    await withdrawClaim.execute(desk.actors.maple, { claimId: claim.id })
    await attribute(claim.statementId)
    expect(await readAs(desk.actors.maple, claim.id)).toMatchObject({ stage: 'WITHDRAWN', revision: 1 })
  })

  it('is nothing to the claims when another detail changes', async () => {
    const statement = await makeStatement(desk)
    const claim = await makeClaim(desk, { statementId: statement.id })
    await castAs(desk.actors.birch, claim.id)
    const { claimant } = statement
    await editStatement.execute(desk.actors.oak, { statementId: statement.id, version: 1, claimant, title: 'Other' })
    expect(await readAs(desk.actors.birch, claim.id)).toMatchObject({ revision: 1, round: { number: 1, cast: 1 } })
  })
})
