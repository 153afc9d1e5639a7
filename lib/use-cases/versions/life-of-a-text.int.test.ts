import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { createVersion } from './create-version'
import { listRepairs } from './list-repairs'
import { listVersions } from './list-versions'
import { previewVersion } from './preview-version'
import { repairClaim } from './repair-claim'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(closeDb)

const TEXT = [
  'Arrivals at the harbour rose by 4.2 percent last year. No ship waited longer than a day.',
  '',
  'We built two new berths. Nobody has seen the pilots’ log since then.',
].join('\n')
const CHANGED = TEXT.replace('4.2', '42')

async function textWithClaim(exact = 'Arrivals at the harbour rose by 4.2 percent last year.') {
  const { id: statementId } = await makeStatement(desk, { text: TEXT })
  const claim = await makeClaim(desk, { statementId, targets: [{ exact }] })
  return { statementId, claimId: claim.id }
}

const add = (actor: Actor, statementId: string, basedOn: number, text: string, rest = {}) =>
  createVersion.execute(actor, { statementId, basedOn, text, ...rest })

async function confirm(actor: Actor, claimId: string, rest = {}) {
  const { version, targets } = await readAs(actor, claimId)
  const { currentVersion } = await db().statement.findFirstOrThrow({ where: { claims: { some: { id: claimId } } } })
  const waiting = targets.filter(({ anchorState }) => anchorState !== 'ANCHORED').map(({ id }) => ({ targetId: id }))
  return await repairClaim.execute(actor, {
    claimId,
    version,
    versionNumber: currentVersion,
    targets: waiting,
    ...rest,
  })
}

describe('a new text', () => {
  it('keeps what it does not touch, and suspends what it changes until a person has decided', async () => {
    const { statementId, claimId } = await textWithClaim()
    const other = await makeClaim(desk, { statementId, targets: [{ exact: 'We built two new berths.' }] })
    const version = await add(desk.actors.maple, statementId, 1, CHANGED, { note: 'A misprint.' })
    expect(version).toMatchObject({ number: 2, note: 'A misprint.', anchors: { anchored: 1, changed: 1, orphaned: 0 } })

    const suspended = await readAs(desk.actors.almond, claimId)
    expect(suspended.suspendedAt).not.toBeNull()
    expect(suspended.targets[0]).toMatchObject({
      anchorState: 'CHANGED',
      exact: 'Arrivals at the harbour rose by 42 percent last year.',
      was: { versionNumber: 1, exact: 'Arrivals at the harbour rose by 4.2 percent last year.' },
    })
    expect((await readAs(desk.actors.almond, other.id)).suspendedAt).toBeNull()
    expect((await refusalOf(castAs(desk.actors.almond, claimId))).message).toMatch(/text changed under this claim/)

    const { items } = await listRepairs.execute(desk.actors.maple, { statementId })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      state: 'CHANGED',
      wasSentence: { text: 'Arrivals at the harbour rose by 4.2 percent last year.' },
      nowSentence: { text: 'Arrivals at the harbour rose by 42 percent last year.' },
      may: { repair: { allowed: true } },
    })
    const repaired = await confirm(desk.actors.maple, claimId, { note: 'Still the same.' })
    expect(repaired).toMatchObject({ suspendedAt: null, targets: [{ anchorState: 'ANCHORED', was: null }] })
    await castAs(desk.actors.almond, claimId)
    expect((await listVersions.execute(desk.actors.birch, { statementId })).items.map(one => one.anchors)).toEqual([
      { anchored: 2, changed: 0, orphaned: 0 },
      { anchored: 2, changed: 0, orphaned: 0 },
    ])
    expect((await previewVersion.execute(desk.actors.maple, { statementId, text: CHANGED })).isSame).toBe(true)
    void [approveAs, castAll]
  })
})
