import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { auditClaim } from '@/prisma/testing/audit-claim'
import { castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { type Desk, makeDesk, makeStatement } from '@/prisma/testing/factories'
import { refusalOf } from '@/prisma/testing/refusal'
import { addTextAs, repairAs } from '@/prisma/testing/texts'
import { editClaim } from '../claims/edit-claim'
import { readQueue } from '../claims/read-queue'
import { withdrawClaim } from '../claims/withdraw-claim'
import { readAsOf } from '../history/read-as-of'
import { readHistory } from '../history/read-history'
import { assignReviewers } from '../rounds/assign-reviewers'
import { closeCompleteRounds } from '../rounds/close-complete-rounds'
import { recuse } from '../rounds/recuse'
import { listStatements } from '../statements/list-statements'
import { withdrawVerdict } from '../verdicts/withdraw-verdict'
import { createVersion } from './create-version'
import { listRepairs } from './list-repairs'
import { listVersions } from './list-versions'
import { previewVersion } from './preview-version'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk({ reviewers: 4 })
})
afterAll(closeDb)

const RISE = 'Arrivals at the harbour rose by 4.2 percent last year.'
const BERTHS = 'We built two new berths.'
const WAIT = 'No ship waited longer than a day.'
const TEXT = [`${RISE} ${WAIT}`, `${BERTHS} Nobody has seen the log of the pilots since then.`].join('\n\n')
const CHANGED = TEXT.replace('4.2', '42')
const LOST = TEXT.replace(` ${WAIT}`, '')

/** A statement with a claim on these words, by the first reviewer. */
async function claimOn(...quotes: string[]): Promise<{ statementId: string; claimId: string }> {
  const { id: statementId } = await makeStatement(desk, { text: TEXT })
  const claim = await makeClaim(desk, { statementId, targets: quotes.map(exact => ({ exact })) })
  return { statementId, claimId: claim.id }
}

const linesOf = async (actor: Actor, statementId: string, claimId?: string) =>
  (await readHistory.execute(actor, { statementId, claimId })).items.map(({ line }) =>
    line.map(part => part.text).join(''),
  )

describe('a new text', () => {
  it('keeps what it does not touch, and suspends what it changes until a person has decided', async () => {
    const { maple, almond, birch } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    const other = await makeClaim(desk, { statementId, targets: [{ exact: BERTHS }] })
    await castAs(almond, claimId)
    const added = await addTextAs(maple, statementId, CHANGED, { note: 'A misprint.' })
    expect(added).toMatchObject({ number: 2, note: 'A misprint.', anchors: { anchored: 1, changed: 1, orphaned: 0 } })

    const suspended = await readAs(birch, claimId)
    expect(suspended.suspendedAt).toBe(added.at)
    expect(suspended.targets).toMatchObject([
      { anchorState: 'CHANGED', exact: RISE.replace('4.2', '42'), was: { versionNumber: 1, exact: RISE } },
    ])
    expect(suspended.may.castVerdict.reason).toMatch(/text changed under this claim/)
    expect(suspended.needsMyVerdict).toBe(false)
    expect(await readAs(birch, other.id)).toMatchObject({ suspendedAt: null, needsMyVerdict: true })
    expect((await refusalOf(castAs(birch, claimId))).status).toBe(409)

    const { items, anchors } = await listRepairs.execute(maple, { statementId })
    expect(anchors).toEqual({ anchored: 1, changed: 1, orphaned: 0 })
    expect(items).toMatchObject([
      {
        state: 'CHANGED',
        wasSentence: { text: RISE },
        nowSentence: { text: RISE.replace('4.2', '42') },
        differences: [{ kind: 'NUMBER' }],
        may: { repair: { allowed: true } },
      },
    ])
    const repaired = await repairAs(maple, claimId, { note: 'They meant the same.' })
    expect(repaired).toMatchObject({ suspendedAt: null, round: { number: 1, cast: 1 }, targets: [{ was: null }] })
    await castAs(birch, claimId)
    expect(await linesOf(birch, statementId, claimId)).toEqual(
      expect.arrayContaining([
        'Every passage of the claim stands in the text again: it goes on where it was.',
        'Maple found the claim the same in the changed words: “They meant the same.”',
        'Version 2 of the text changed or lost a passage: the claim is suspended.',
      ]),
    )
    expect(await linesOf(birch, statementId)).toContain(
      'Maple added version 2 of the text: 1 passage stands as before, 1 changed.',
    )
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('keeps lost passages listed, and lets a person select them again', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(WAIT, BERTHS)
    await addTextAs(maple, statementId, `${LOST} Ships never waited for more than one day.`)
    const [repair] = (await listRepairs.execute(maple, { statementId })).items
    expect(repair).toMatchObject({ state: 'ORPHANED', now: null, nowSentence: null, was: { exact: WAIT } })
    expect((await refusalOf(repairAs(maple, claimId))).details.errors).toMatchObject([{ path: 'targets.0.moveTo' }])
    const onto = await refusalOf(repairAs(maple, claimId, { moveTo: { exact: BERTHS } }))
    expect(onto.message).toMatch(/stands there already/)

    const moveTo = { exact: 'Ships never waited for more than one day.' }
    const moved = await repairAs(maple, claimId, { moveTo })
    expect(moved.suspendedAt).toBeNull()
    expect(moved.targets.map(({ exact }) => exact)).toEqual([BERTHS, moveTo.exact])
    expect(await linesOf(maple, statementId, claimId)).toContain('Maple selected a passage of the claim again.')
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('goes on by itself when a later text brings the words back, and closes a round that had become complete', async () => {
    const { maple, almond, birch, cedar, hazel } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    const memberIds = [almond, birch, cedar, hazel].map(({ memberId }) => memberId)
    await assignReviewers.execute(maple, { claimId, memberIds })
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claimId)
    await addTextAs(maple, statementId, CHANGED)
    await recuse.execute(hazel, { claimId, reason: 'I know the office.' })
    await closeCompleteRounds({ workspaceId: desk.workspace.id })
    expect((await readAs(maple, claimId)).rounds).toMatchObject([{ state: 'OPEN', verdicts: [] }])
    const restored = await addTextAs(maple, statementId, TEXT)
    expect(restored.anchors).toEqual({ anchored: 1, changed: 0, orphaned: 0 })
    expect(await readAs(maple, claimId)).toMatchObject({ suspendedAt: null, status: 'AGREED' })
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('keeps the seal: repairing closes what became complete, and nothing opens before', async () => {
    const { maple, almond, birch, cedar } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    await assignReviewers.execute(maple, { claimId, memberIds: [almond, birch, cedar, maple].map(one => one.memberId) })
    for (const reviewer of [almond, birch, cedar]) await castAs(reviewer, claimId)
    await addTextAs(maple, statementId, CHANGED)
    // Taking maple off would have completed it.
    await assignReviewers.execute(maple, { claimId, memberIds: [almond, birch, cedar].map(one => one.memberId) })
    const sealed = await readAs(maple, claimId)
    expect(sealed.rounds).toMatchObject([{ state: 'OPEN', verdicts: [], consensus: 'AWAITING' }])
    expect(JSON.stringify(await listRepairs.execute(maple, { statementId }))).not.toMatch(/FALSE|register/)
    expect(await repairAs(maple, claimId)).toMatchObject({ status: 'AGREED', rounds: [{ state: 'CLOSED' }] })
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('leaves everything that does not rest on the words to those who may: taking back, editing, withdrawing', async () => {
    const { maple, almond, birch } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    await castAs(almond, claimId)
    await castAs(birch, claimId)
    await addTextAs(maple, statementId, CHANGED)
    await withdrawVerdict.execute(almond, { claimId })
    const { version } = await readAs(maple, claimId)
    const words = { claimId, version, claimReviewed: 'Arrivals rose by 42 percent.' }
    expect((await refusalOf(editClaim.execute(maple, words))).details.errors).toMatchObject([{ path: 'targets' }])
    const afresh = await editClaim.execute(maple, { ...words, targets: [{ exact: RISE.replace('4.2', '42') }] })
    expect(afresh).toMatchObject({ suspendedAt: null, round: { number: 2, cast: 0 }, targets: [{ was: null }] })

    await addTextAs(maple, statementId, TEXT)
    expect((await readAs(maple, claimId)).suspendedAt).not.toBeNull()
    expect(await withdrawClaim.execute(maple, { claimId })).toMatchObject({ stage: 'WITHDRAWN', suspendedAt: null })
    const counted = (await listVersions.execute(birch, { statementId })).items.map(({ anchors }) => anchors)
    expect(counted).toEqual([
      { anchored: 1, changed: 0, orphaned: 0 },
      { anchored: 1, changed: 0, orphaned: 0 },
      { anchored: 0, changed: 1, orphaned: 0 },
    ])
    expect((await listRepairs.execute(maple, { statementId })).items).toEqual([])
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('is mapped from where the words were last accepted, and its counts add up over ended claims too', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, WAIT, BERTHS)
    const gone = await makeClaim(desk, { statementId, targets: [{ exact: WAIT }] })
    await withdrawClaim.execute(maple, { claimId: gone.id })
    await addTextAs(maple, statementId, CHANGED)
    const third = await addTextAs(maple, statementId, CHANGED.replace(` ${WAIT}`, '').replace('two new', 'three new'))
    expect(third.anchors).toEqual({ anchored: 0, changed: 2, orphaned: 2 })
    const { targets } = await readAs(maple, claimId)
    expect(targets.map(({ was }) => was?.versionNumber)).toEqual(expect.arrayContaining([1, 2, 2]))
    expect(await auditClaim(maple, claimId)).toEqual([])
  })

  it('shows as of any moment the text of then with its passages as they stood', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    const { at: then } = await addTextAs(maple, statementId, CHANGED)
    await repairAs(maple, claimId, { moveTo: { exact: '42 percent' } })
    const asOf = await readAsOf.execute(maple, { statementId, at: then })
    expect(asOf.statement).toMatchObject({ versionNumber: 2, text: CHANGED })
    expect(asOf.claims).toMatchObject([
      { suspendedAt: then, quotes: [{ exact: RISE.replace('4.2', '42'), anchorState: 'CHANGED' }] },
    ])
    const now = await readAsOf.execute(maple, { statementId, at: new Date().toISOString() })
    expect(now.claims).toMatchObject([
      { suspendedAt: null, quotes: [{ exact: '42 percent', anchorState: 'ANCHORED' }] },
    ])
  })

  it('is previewed without storing anything', async () => {
    const { maple, almond } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, WAIT)
    const before = await db().target.count()
    const text = `\ufeff${CHANGED.replace(` ${WAIT}`, '').replaceAll('\n', '\r\n')}\r\n`
    const preview = await previewVersion.execute(maple, { statementId, text })
    expect(preview).toMatchObject({
      basedOn: 1,
      isSame: false,
      text: CHANGED.replace(` ${WAIT}`, ''),
      anchors: { anchored: 0, changed: 1, orphaned: 1 },
      unanchored: [
        { claimId, state: 'CHANGED', was: { exact: RISE } },
        { claimId, state: 'ORPHANED', was: { exact: WAIT }, now: null },
      ],
    })
    expect((await previewVersion.execute(maple, { statementId, text: TEXT })).isSame).toBe(true)
    expect((await refusalOf(previewVersion.execute(almond, { statementId, text }))).status).toBe(403)
    expect(await db().target.count()).toBe(before)
  })

  it('is offered to editors where they look for work, and counted for everyone', async () => {
    const { maple, almond } = desk.actors
    const { statementId, claimId } = await claimOn(RISE)
    await addTextAs(maple, statementId, CHANGED)
    const waiting = await readQueue.execute(maple, { of: 'decisions' })
    expect(waiting.items.find(({ claim }) => claim.id === claimId)?.claim).toMatchObject({ needsEditor: true })
    const verdicts = await readQueue.execute(almond, { of: 'verdicts' })
    expect(verdicts.items.some(({ claim }) => claim.id === claimId)).toBe(false)
    const list = await listStatements.execute(almond, { limit: 200 })
    expect(list.items.find(({ id }) => id === statementId)).toMatchObject({
      toRepair: 1,
      toDecide: 0,
      needsMyVerdict: 0,
    })
  })
})

describe('adding a text is refused', () => {
  it('on top of one that is not the current one, saying which is', async () => {
    const { maple } = desk.actors
    const { statementId } = await claimOn(RISE)
    await addTextAs(maple, statementId, CHANGED)
    const refusal = await refusalOf(createVersion.execute(maple, { statementId, basedOn: 1, text: LOST }))
    expect(refusal).toMatchObject({ code: 'stale-version', details: { current: { number: 2 } } })
  })

  it.each<[string, object, string]>([
    ['the current one again, whatever its line endings', { text: TEXT.replaceAll('\n', '\r\n') }, 'text'],
    ['an empty one', { text: ' \n' }, 'text'],
    ['one with half a character', { text: 'Arrivals \ud800 rose.' }, 'text'],
    ['one from the future', { text: LOST, retrievedAt: '2999-01-01T00:00:00Z' }, 'retrievedAt'],
    ['one from nowhere', { text: LOST, retrievedFrom: 'javascript:alert(1)' }, 'retrievedFrom'],
  ])('for %s', async (_case, input, path) => {
    const { statementId } = await claimOn(RISE)
    const refusal = await refusalOf(createVersion.execute(desk.actors.maple, { statementId, basedOn: 1, ...input }))
    expect(refusal).toMatchObject({ code: 'invalid-input', details: { errors: [{ path }] } })
  })

  it('to reviewers, and does not exist for another desk', async () => {
    const { statementId } = await claimOn(RISE)
    const input = { statementId, basedOn: 1, text: LOST }
    expect((await refusalOf(createVersion.execute(desk.actors.almond, input))).status).toBe(403)
    const { maple } = (await makeDesk()).actors
    for (const work of [
      () => createVersion.execute(maple, input),
      () => previewVersion.execute(maple, { statementId, text: LOST }),
      () => listVersions.execute(maple, { statementId }),
      () => listRepairs.execute(maple, { statementId }),
    ]) {
      expect((await refusalOf(work())).status).toBe(404)
    }
  })
})

describe('saying that a claim is the same', () => {
  it('is for its creator while nobody else has cast, then for editors', async () => {
    const { maple, almond, birch } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, WAIT)
    await addTextAs(maple, statementId, CHANGED)
    expect((await refusalOf(repairAs(birch, claimId))).status).toBe(403)
    expect((await repairAs(almond, claimId)).suspendedAt).toBeNull()
    await castAs(birch, claimId)
    await addTextAs(maple, statementId, TEXT)
    expect((await refusalOf(repairAs(almond, claimId))).status).toBe(403)
    expect((await repairAs(maple, claimId)).suspendedAt).toBeNull()
    expect((await refusalOf(repairAs(maple, claimId, { targets: [{ targetId: claimId }] }))).status).toBe(409)
  })

  it('is refused of other claims’ passages, of one twice, and on what was not seen', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, WAIT)
    const other = await makeClaim(desk, { statementId, targets: [{ exact: RISE }] })
    await addTextAs(maple, statementId, CHANGED)
    const foreign = (await readAs(maple, other.id)).targets[0]?.id ?? ''
    const own = (await readAs(maple, claimId)).targets[0]?.id ?? ''
    const refused = async (rest: object) => await refusalOf(repairAs(maple, claimId, rest))
    expect(await refused({ targets: [{ targetId: foreign }] })).toMatchObject({
      details: { errors: [{ path: 'targets.0.targetId' }] },
    })
    const twice = { targets: [{ targetId: own }, { targetId: own }] }
    expect(await refused(twice)).toMatchObject({ details: { errors: [{ path: 'targets.1.targetId' }] } })
    const nowhere = { targets: [{ targetId: own, moveTo: { exact: 'Nowhere' } }] }
    expect(await refused(nowhere)).toMatchObject({ details: { errors: [{ path: 'targets.0.moveTo' }] } })
    expect(await refused({ version: 1 })).toMatchObject({
      code: 'stale-version',
      details: { current: { id: claimId } },
    })
    expect(await refused({ versionNumber: 1 })).toMatchObject({
      code: 'stale-version',
      details: { current: { id: claimId } },
    })
    expect(await readAs(maple, claimId)).toMatchObject({ suspendedAt: expect.any(String) })
  })

  it('is refused where a lost passage would be moved onto one that is confirmed, whichever is named first', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, WAIT)
    await addTextAs(maple, statementId, LOST.replace('4.2', '42'))
    const [changed, lost] = (await readAs(maple, claimId)).targets
    const confirmed = { targetId: changed?.id ?? '' }
    const moved = { targetId: lost?.id ?? '', moveTo: { exact: RISE.replace('4.2', '42') } }
    for (const targets of [
      [confirmed, moved],
      [moved, confirmed],
    ]) {
      const { message, details } = await refusalOf(repairAs(maple, claimId, { targets }))
      expect(message).toMatch(/stands there already/)
      expect(details.errors).toMatchObject([{ path: `targets.${targets.indexOf(moved)}.moveTo` }])
    }
  })

  it('may be said of one passage at a time: the claim goes on with the last', async () => {
    const { maple } = desk.actors
    const { statementId, claimId } = await claimOn(RISE, BERTHS)
    await addTextAs(maple, statementId, CHANGED.replace('two new', 'three new'))
    const [first] = (await readAs(maple, claimId)).targets
    const partly = await repairAs(maple, claimId, { targets: [{ targetId: first?.id ?? '' }] })
    expect(partly.suspendedAt).not.toBeNull()
    expect(partly.targets.map(({ anchorState }) => anchorState)).toEqual(['ANCHORED', 'CHANGED'])
    expect((await repairAs(maple, claimId)).suspendedAt).toBeNull()
    expect(await auditClaim(maple, claimId)).toEqual([])
  })
})

it('counts of a version are those of the wordings of its time', async () => {
  const { maple } = desk.actors
  const { statementId, claimId } = await claimOn(RISE, WAIT)
  await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
  const { version } = await readAs(maple, claimId)
  await editClaim.execute(maple, { claimId, version, targets: [{ exact: BERTHS }] })
  await addTextAs(maple, statementId, CHANGED)
  const counted = (await listVersions.execute(maple, { statementId })).items.map(({ anchors }) => anchors)
  expect(counted).toEqual([
    { anchored: 1, changed: 0, orphaned: 0 },
    { anchored: 1, changed: 0, orphaned: 0 },
  ])
  expect(await auditClaim(maple, claimId)).toEqual([])
})
