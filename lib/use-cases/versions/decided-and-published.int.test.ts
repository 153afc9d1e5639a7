import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { findOpenShare } from '@/lib/db/shares'
import { hashSecret } from '@/lib/platform/secrets'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { approveAs, castAll, makeClaim, readAs } from '@/prisma/testing/claims'
import { TEST_TEXT } from '@/prisma/testing/factories'
import { makePublishedDesk } from '@/prisma/testing/published'
import { refusalOf } from '@/prisma/testing/refusal'
import { addTextAs, repairAs } from '@/prisma/testing/texts'
import { reopenClaim } from '../decisions/reopen-claim'
import { listPublications } from '../publications/list-publications'
import { publish } from '../publications/publish'

afterAll(closeDb)

const CHANGED = TEST_TEXT.replace('by a third', 'by a quarter')
const BERTHS = 'We built two new berths'

const liftedOn = async (token: string) => (await findOpenShare(await db(), hashSecret(token)))?.lifted

describe('an approval', () => {
  it('is suspended by a text that changes its passage: readers are told until a person has confirmed it', async () => {
    const { desk, statementId, claimId, token } = await makePublishedDesk()
    const { maple, oak, almond } = desk.actors
    const other = await makeClaim(desk, { statementId, targets: [{ exact: BERTHS }] })
    await castAll(desk, other.id, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(oak, other.id)
    const before = await readAs(maple, claimId)

    const textNote = 'The authority corrected its report.'
    const { at } = await addTextAs(maple, statementId, CHANGED, { note: textNote })
    expect(await readAs(maple, claimId)).toMatchObject({ stage: 'DECIDED', status: 'APPROVED', suspendedAt: at })
    expect(await liftedOn(token)).toEqual([{ claimId, number: 1, state: 'UNDER_REVIEW', at: new Date(at) }])
    const waiting = await listPublications.execute(maple, { statementId })
    expect(waiting).toMatchObject({
      decidedClaims: 1,
      dueCorrections: [],
      underReview: [{ claim: { id: claimId }, since: at }],
    })
    expect(await publish.execute(maple, { statementId })).toMatchObject({ number: 2, claimCount: 1 })
    expect((await refusalOf(repairAs(almond, claimId))).status).toBe(403)

    const confirmed = await repairAs(maple, claimId, { note: 'A rounding.' })
    expect(confirmed).toMatchObject({ stage: 'DECIDED', suspendedAt: null })
    expect(confirmed.decisions).toEqual(before.decisions)
    expect(await liftedOn(token)).toEqual([])
    const { id } = await publish.execute(maple, { statementId })
    const { snapshot } = await db().publication.findUniqueOrThrow({ where: { id } })
    expect(snapshot).toMatchObject({
      statement: { versionNumber: 2, textNote },
      claims: [
        {
          id: claimId,
          targets: [{ exact: 'Arrivals at the harbour rose by a quarter last year.' }],
          boundHash: before.decisions[0]?.boundHash,
        },
        { id: other.id },
      ],
      underReview: [],
    })
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('stands again by itself where a later text brings the words back', async () => {
    const { desk, statementId, claimId, token } = await makePublishedDesk()
    const { maple } = desk.actors
    await addTextAs(maple, statementId, CHANGED)
    await addTextAs(maple, statementId, TEST_TEXT)
    expect(await readAs(maple, claimId)).toMatchObject({ stage: 'DECIDED', suspendedAt: null })
    expect(await liftedOn(token)).toEqual([])
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('that was agreed on other words is bound to those words, and the next one to the confirmed ones', async () => {
    const { desk, statementId, claimId } = await makePublishedDesk()
    const { maple, oak } = desk.actors
    const first = await readAs(maple, claimId)
    await addTextAs(maple, statementId, CHANGED)
    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'Look at the quarter.' })
    expect((await readAs(desk.actors.almond, claimId)).may.castVerdict.allowed).toBe(false)
    await repairAs(maple, claimId)
    await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
    const again = await approveAs(oak, claimId)
    expect(again.decisions.map(({ boundHash }) => boundHash)).toEqual([
      first.decisions[0]?.boundHash,
      expect.not.stringMatching(first.decisions[0]?.boundHash ?? ''),
    ])
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('is not made on words that changed a moment ago', async () => {
    const { desk, statementId } = await makePublishedDesk()
    const { maple, oak } = desk.actors
    const { id } = await makeClaim(desk, { statementId })
    await castAll(desk, id, ['FALSE', 'FALSE', 'FALSE'])
    await addTextAs(maple, statementId, CHANGED)
    expect((await refusalOf(approveAs(oak, id))).message).toMatch(/text changed under this claim/)
  })
})
