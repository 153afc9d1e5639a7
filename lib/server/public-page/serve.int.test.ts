import { afterAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { sha256Hex } from '@/lib/domain/hash'
import { editClaim } from '@/lib/use-cases/claims/edit-claim'
import { withdrawClaim } from '@/lib/use-cases/claims/withdraw-claim'
import { createComment } from '@/lib/use-cases/comments/create-comment'
import { createCorrection } from '@/lib/use-cases/corrections/create-correction'
import { decideClaim } from '@/lib/use-cases/decisions/decide-claim'
import { reopenClaim } from '@/lib/use-cases/decisions/reopen-claim'
import { createShare } from '@/lib/use-cases/publications/create-share'
import { publish } from '@/lib/use-cases/publications/publish'
import { revokeShare } from '@/lib/use-cases/publications/revoke-share'
import { recuse } from '@/lib/use-cases/rounds/recuse'
import { startRound } from '@/lib/use-cases/rounds/start-round'
import { approveAs, castAll, castAs, makeClaim, readAs } from '../../../prisma/testing/claims'
import { makeDesk, makeStatement } from '../../../prisma/testing/factories'
import { RENDERER } from './render-page'
import { servePublicPage } from './serve'

afterAll(closeDb)

const ORIGIN = 'http://127.0.0.1:3000'

function ask(path: string, method = 'GET'): Promise<Response> {
  return servePublicPage(new Request(ORIGIN + path, { method }))
}

/** A published statement with one approved claim, and a link to it. */
async function sharedDesk() {
  const desk = await makeDesk()
  const { maple, oak } = desk.actors
  const { id: statementId } = await makeStatement(desk)
  const { id: claimId } = await makeClaim(desk, { statementId })
  await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
  await approveAs(oak, claimId)
  const publication = await publish.execute(maple, { statementId })
  const share = await createShare.execute(maple, { statementId })
  return { desk, maple, oak, statementId, claimId, publication, share, path: new URL(share.url ?? '').pathname }
}

describe('servePublicPage', () => {
  it('answers with the page, which nothing may keep, index, run or frame', async () => {
    const { path } = await sharedDesk()
    const reply = await ask(path)
    expect(reply.status).toBe(200)
    const headers = Object.fromEntries(reply.headers)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const html = await reply.text()
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))).toString('base64')
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(reply.headers.has('set-cookie')).toBe(false)
    expect(html).toContain('Remarks at the harbour')
    expect(html).toContain('<mark class="hl" id="mark-1" data-r="false">')
    expect(html.match(/<script|assay-slot/g)).toBeNull()
    expect((await ask(path, 'HEAD')).status).toBe(200)
  })

  it('serves the data that the page is made of, byte for byte as it was hashed', async () => {
    const { path, publication } = await sharedDesk()
    const reply = await ask(`${path}/snapshot.json`)
    expect(reply.headers.get('content-type')).toContain('application/json')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(sha256Hex(await reply.text())).toBe(publication.snapshotHash)
    expect(await (await ask(path)).text()).toContain(publication.snapshotHash)
  })

  it('shows a resolution without a rating, from the decision to the page', async () => {
    const desk = await makeDesk()
    const { maple } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const { id: claimId } = await makeClaim(desk, { statementId })
    const { contentHash } = await castAll(desk, claimId, ['TRUE', 'FALSE', 'MIXED'])
    const decided = await decideClaim.execute(maple, {
      claimId,
      contentHash,
      action: 'RESOLVE',
      rating: null,
      explanation: 'The registers contradict each other.',
      reason: 'Neither can be checked.',
    })
    expect(decided).toMatchObject({ stage: 'DECIDED', status: 'APPROVED', rating: null })
    await publish.execute(maple, { statementId })
    const { url } = await createShare.execute(maple, { statementId })
    const html = await (await ask(new URL(url ?? '').pathname)).text()
    expect(html).toContain('The reviewers did not agree, and the desk found that no rating is supported.')
    expect(html).toContain('Neither can be checked.')
  })

  it('says the same of a link that was revoked, has expired, never was or is not complete', async () => {
    const { maple, statementId, share, path } = await sharedDesk()
    const other = await createShare.execute(maple, { statementId })
    await ask(path)
    await revokeShare.execute(maple, { shareId: share.id })
    await db().$executeRaw`UPDATE share SET expires_at = clock_timestamp() WHERE id = ${other.id}::uuid`
    const replies = await Promise.all(
      [
        path,
        `${path}/snapshot.json`,
        `${path}/status.json`,
        `${path}/corrections`,
        `${path}/corrections/`,
        new URL(other.url ?? '').pathname,
        `/s/${'A'.repeat(43)}`,
        `${path.slice(0, -1)}`,
        `${path}/`,
        `${path}/..%2f`,
        '/s/',
        '/s',
      ].map(address => ask(address)),
    )
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404))
    const [first, ...rest] = await Promise.all(replies.map(reply => reply.text()))
    expect(first).toContain('Links to checks can end')
    expect(rest.filter(page => page !== first)).toEqual([])
    const [known, ...others] = replies.map(({ headers }) => JSON.stringify([...headers]))
    expect(others.filter(headers => headers !== known)).toEqual([])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('does not answer %s', async method => {
    const reply = await ask(`/s/${'A'.repeat(43)}`, method)
    expect(reply.status).toBe(405)
    expect(reply.headers.get('allow')).toBe('GET, HEAD')
  })

  it('renders once, keeps the page, and renders anew what another renderer made', async () => {
    const { path, publication, maple, statementId, desk } = await sharedDesk()
    const html = await (await ask(path)).text()
    const stored = await db().publicationPage.findUniqueOrThrow({ where: { publicationId: publication.id } })
    expect(stored.renderer).toBe(RENDERER)
    expect(stored.html).toContain('Remarks at the harbour')
    expect(await (await ask(path)).text()).toBe(html)

    const { id: claimId } = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    await castAll(desk, claimId, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(desk.actors.oak, claimId)
    const second = await publish.execute(maple, { statementId })
    await db().publicationPage.create({
      data: { workspaceId: maple.workspaceId, publicationId: second.id, renderer: 'an older one', html: 'old' },
    })
    const share = await createShare.execute(maple, { statementId })
    expect(await (await ask(new URL(share.url ?? '').pathname)).text()).toContain('id="mark-2"')
    expect(await db().publicationPage.findUniqueOrThrow({ where: { publicationId: second.id } })).toMatchObject({
      renderer: RENDERER,
    })
    expect(await (await ask(path)).text()).toContain('There is a newer publication of these checks')
  })

  it('says since when a check is under review again, on the page that was published before', async () => {
    const { path, maple, oak, desk, claimId, statementId } = await sharedDesk()
    expect(await (await ask(path)).text()).not.toContain('under review again')
    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'CANARY reason of the reopening' })
    const reopened = await (await ask(path)).text()
    expect(reopened.match(/under review again since/g)).toHaveLength(2)
    expect(reopened).not.toContain('CANARY')

    await castAll(desk, claimId, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(oak, claimId)
    expect(await (await ask(path)).text()).toContain('under review again since')
    const correction = { claimId, kind: 'CORRECTION' as const, whatChanged: 'It is true.', why: 'A new register.' }
    await publish.execute(maple, { statementId, corrections: [correction] })
    const superseded = await (await ask(path)).text()
    expect(superseded).toContain('decided again; a later publication has the new decision.')
    expect(superseded).not.toContain('under review again')
    expect(superseded.match(/It is true\./g)).toHaveLength(2)
    expect(superseded).toContain('A later publication has it.')
    expect(superseded).toContain('Ask whoever sent you this link for the current one.')

    const { url } = await createShare.execute(maple, { statementId })
    const current = new URL(url ?? '').pathname
    const corrected = await (await ask(current)).text()
    expect(corrected.match(/It is true\./g)).toHaveLength(1)
    expect(corrected).not.toContain('A later publication has it.')
    expect(superseded).not.toContain(current.slice(3))
    expect(corrected).not.toContain(path.slice(3))

    // Reopened once more: what was published last counts, on every page of the claim.
    const { version: again } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version: again, reason: 'CANARY once more' })
    for (const page of [path, current]) {
      const html = await (await ask(page)).text()
      expect(html.match(/under review again since/g)).toHaveLength(2)
      expect(html).not.toContain('decided again')
    }
  })

  it('tells who reads the data by program whether it still stands', async () => {
    const { path, maple, desk, claimId, oak, statementId, publication } = await sharedDesk()
    const data = await ask(`${path}/snapshot.json`)
    expect(data.headers.get('link')).toBe(`<${path}/status.json>; rel="status"`)
    const status = async () => await (await ask(`${path}/status.json`)).json()
    expect(await status()).toEqual({ publication: 1, newer: null, checks: [], corrections: [] })
    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'CANARY reason' })
    const { at } = await db().reopening.findFirstOrThrow({ where: { claimId } })
    expect((await status()).checks).toEqual([{ claimId, number: 1, state: 'UNDER_REVIEW', at: at.toISOString() }])
    await castAll(desk, claimId, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(oak, claimId)
    const words = { whatChanged: 'It is true.', why: 'A new register.' }
    await publish.execute(maple, { statementId, corrections: [{ claimId, kind: 'UPDATE', ...words }] })
    const later = await status()
    expect(later).toMatchObject({
      newer: { number: 2 },
      checks: [{ state: 'REPUBLISHED' }],
      corrections: [{ number: 1, kind: 'UPDATE', isLater: true, claim: { id: claimId, check: 1 }, ...words }],
    })
    expect(JSON.stringify(later)).not.toMatch(/CANARY|Maple/)
    expect(sha256Hex(await (await ask(`${path}/snapshot.json`)).text())).toBe(publication.snapshotHash)
  })

  it('shows a note at once on every publication, current and earlier, and in the log', async () => {
    const { path, maple, desk, claimId, statementId } = await sharedDesk()
    const added = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    await castAll(desk, added.id, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(desk.actors.oak, added.id)
    await publish.execute(maple, { statementId })
    const { url } = await createShare.execute(maple, { statementId })
    const current = new URL(url ?? '').pathname
    const note = { statementId, kind: 'CLARIFICATION' as const, why: 'Readers asked.' }
    await createCorrection.execute(maple, { ...note, claimId, whatChanged: 'The year is 2021.' })
    await createCorrection.execute(maple, { ...note, claimId: null, whatChanged: 'The speech was read out.' })
    await createCorrection.execute(maple, { ...note, claimId: added.id, whatChanged: 'Two are meant.' })
    const earlier = await (await ask(path)).text()
    const now = await (await ask(current)).text()
    for (const html of [earlier, now]) {
      expect(html.match(/The year is 2021\./g)).toHaveLength(2)
      expect(html.match(/The speech was read out\./g)).toHaveLength(1)
    }
    expect(now.match(/Two are meant\./g)).toHaveLength(2)
    // The first publication does not show that claim.
    expect(earlier).not.toContain('Two are meant.')
    const log = await ask(`${path}/corrections`)
    expect(log.headers.get('content-security-policy')).toBe((await ask(path)).headers.get('content-security-policy'))
    expect(log.headers.get('cache-control')).toBe('no-store')
    const list = await log.text()
    for (const words of ['The year is 2021.', 'The speech was read out.', 'Two are meant.', 'Readers asked.']) {
      expect(list).toContain(words)
    }
    expect(list).not.toMatch(/Maple|<script/)
    expect(list).not.toContain(current.slice(3))
  })

  it('keeps a retracted check’s sentence where its card was, and its correction in the page and the log', async () => {
    const { path, maple, claimId, statementId } = await sharedDesk()
    const { version } = await readAs(maple, claimId)
    await reopenClaim.execute(maple, { claimId, version, reason: 'It was never said.' })
    await withdrawClaim.execute(maple, { claimId })
    expect(await (await ask(path)).text()).toContain('and the claim was withdrawn.')
    const words = { whatChanged: 'We take this check back.', why: 'It was never said.' }
    await publish.execute(maple, { statementId, corrections: [{ claimId, kind: 'RETRACTION', ...words }] })
    const { url } = await createShare.execute(maple, { statementId })
    const current = new URL(url ?? '').pathname
    const page = await (await ask(current)).text()
    expect(page).not.toContain('<article class="check"')
    expect(page).toMatch(/<h3 dir="auto">Arrivals at the harbour rose.*We take this check back\./s)
    // A note on what was retracted names it by its sentence, as no check has its number.
    await createCorrection.execute(maple, {
      statementId,
      claimId,
      kind: 'UPDATE',
      whatChanged: 'More later.',
      why: 'X.',
    })
    expect(await (await ask(current)).text()).toContain('“<bdi>Arrivals at the harbour rose')
    expect(await (await ask(`${path}/corrections`)).text()).toContain('We take this check back.')
  })

  it('shows nothing but what was decided on: no address, name, confidence, comment, sealed or uncounted verdict, undecided claim', async () => {
    const desk = await makeDesk({ reviewers: 5 })
    const { almond, birch, cedar, hazel, juniper, maple, oak } = desk.actors
    const { id: statementId } = await makeStatement(desk)
    const { id: claimId } = await makeClaim(desk, { statementId, by: maple })
    const say = (rationale: string) => ({ rationale, confidence: 'HIGH' as const })

    // A round that nobody will ever see: the claim was worded anew.
    await castAs(almond, claimId, 'TRUE', say('CANARY abandoned'))
    const { version } = await readAs(maple, claimId)
    await editClaim.execute(maple, { claimId, version, claimReviewed: 'Arrivals rose by a third.' })
    // A round that split, with its discussion.
    await castAs(almond, claimId, 'TRUE', say('CANARY split'))
    await castAs(birch, claimId, 'FALSE', say('CANARY split'))
    await castAs(cedar, claimId, 'FALSE', say('CANARY split'))
    await createComment.execute(almond, { claimId, text: 'CANARY comment' })
    await startRound.execute(maple, { claimId, version: (await readAs(maple, claimId)).version })
    // A round that was returned.
    await castAll(desk, claimId, ['FALSE', 'FALSE', 'FALSE'])
    const { contentHash } = await readAs(oak, claimId)
    await decideClaim.execute(oak, { claimId, action: 'RETURN', contentHash, reason: 'CANARY return' })
    await startRound.execute(maple, { claimId, version: (await readAs(maple, claimId)).version })
    // The round that counts: one verdict replaced, one taken back with its reviewer.
    await castAs(almond, claimId, 'TRUE', say('CANARY superseded'))
    await castAs(hazel, claimId, 'TRUE', say('CANARY recused'))
    await recuse.execute(hazel, { claimId, reason: 'CANARY recusal' })
    await castAs(almond, claimId, 'FALSE', say('What almond came to.'))
    await castAs(birch, claimId, 'FALSE', say('What birch found.'))
    await castAs(juniper, claimId, 'MOSTLY_FALSE', say('What juniper doubts.'))
    await createComment.execute(almond, { claimId, text: 'CANARY comment' })
    await approveAs(oak, claimId)
    // A claim that is agreed on but not decided, and one in a sealed round.
    const agreed = await makeClaim(desk, {
      statementId,
      claimReviewed: 'CANARY undecided',
      targets: [{ exact: 'No ship' }],
    })
    await castAll(desk, agreed.id, ['TRUE', 'TRUE', 'TRUE'])
    const open = await makeClaim(desk, {
      statementId,
      claimReviewed: 'CANARY open',
      targets: [{ exact: 'two new berths' }],
    })
    await castAs(almond, open.id, 'TRUE', say('CANARY sealed'))

    await publish.execute(maple, { statementId })
    const { url } = await createShare.execute(maple, { statementId, label: 'CANARY label' })
    const path = new URL(url ?? '').pathname
    const page = await (await ask(path)).text()
    const data = await (await ask(`${path}/snapshot.json`)).text()
    for (const shown of [page, data]) {
      for (const words of ['What almond came to.', 'What birch found.', 'What juniper doubts.', 'Reviewer C']) {
        expect(shown).toContain(words)
      }
      const people = [almond, birch, cedar, hazel, juniper, maple, oak]
      const secrets = [
        'CANARY',
        'confidence',
        'HIGH',
        'Reviewer D',
        '@desk.example',
        ...people.flatMap(actor => [actor.memberId, actor.userId, actor.name, desk.emailOf(actor)]),
        agreed.id,
        open.id,
      ]
      expect(secrets.filter(secret => shown.includes(secret))).toEqual([])
    }
    expect(page.match(/<article class="check"/g)).toHaveLength(1)
    expect(page).toContain('(2 of 3; one says ')
  }, 60_000)

  it('leads from one desk’s link to nothing of another’s', async () => {
    const [one, other] = [await sharedDesk(), await sharedDesk()]
    const page = await (await ask(one.path)).text()
    expect(page).toContain(one.desk.workspace.name)
    expect(page).not.toContain(other.desk.workspace.name)
    expect(page).not.toContain(other.statementId)
  })
})
