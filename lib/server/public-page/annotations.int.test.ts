import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Annotation, type AnnotationDto } from '@/lib/contracts/annotations'
import { closeDb, db } from '@/lib/db/client'
import { codePointsOf } from '@/lib/domain/code-points'
import { sha256Hex } from '@/lib/domain/hash'
import { ANNOTATION_TYPE } from '@/lib/domain/web-annotation'
import { reopenClaim } from '@/lib/use-cases/decisions/reopen-claim'
import { createShare } from '@/lib/use-cases/publications/create-share'
import { revokeShare } from '@/lib/use-cases/publications/revoke-share'
import { approveAs, castAll, castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { makePublishedDesk, type PublishedDesk } from '@/prisma/testing/published'
import { servePublicPage } from './serve'

const ORIGIN = 'http://127.0.0.1:3000'

let published: PublishedDesk
beforeAll(async () => {
  published = await makePublishedDesk()
})
afterAll(closeDb)

function ask(below: string, { token = published.token, method = 'GET', headers = {} } = {}): Promise<Response> {
  return servePublicPage(new Request(`${ORIGIN}/s/${token}${below}`, { method, headers }))
}

async function annotations(token = published.token): Promise<AnnotationDto[]> {
  const page = await (await ask('/annotations.jsonld', { token })).json()
  return Annotation.array().parse(page.items)
}

describe('the annotations of a link', () => {
  it('are a page of JSON-LD that nothing keeps or indexes, and that scripts of other sites can read', async () => {
    const reply = await ask('/annotations.jsonld')
    expect(reply.status).toBe(200)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': ANNOTATION_TYPE,
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex'),
      'referrer-policy': 'no-referrer',
      'access-control-allow-origin': '*',
      link: `</s/${published.token}/status.json>; rel="status"`,
    })
    const at = `${ORIGIN}/s/${published.token}`
    expect(await reply.json()).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${at}/annotations.jsonld?page=1`,
      type: 'AnnotationPage',
      startIndex: 0,
      partOf: {
        id: `${at}/collection.jsonld`,
        type: 'AnnotationCollection',
        total: 1,
        first: `${at}/annotations.jsonld?page=1`,
        last: `${at}/annotations.jsonld?page=1`,
      },
      items: [{ id: `urn:uuid:${published.claimId}`, motivation: 'assessing' }],
    })
  })

  it('say what was published and name nobody', async () => {
    const [annotation] = await annotations()
    expect(annotation?.creator).toEqual({ type: 'Organization', name: expect.any(String) })
    expect(annotation?.body).toEqual([
      {
        type: 'TextualBody',
        purpose: 'classifying',
        value: 'False',
        format: 'text/plain',
        'schema:ratingValue': 'FALSE',
      },
      expect.objectContaining({ purpose: 'commenting', value: 'Arrivals at the harbour rose by a third last year.' }),
      expect.objectContaining({ purpose: 'commenting', value: 'The harbour’s own register shows a fall.' }),
      { type: 'SpecificResource', purpose: 'linking', source: 'https://records.example/harbour' },
    ])
    expect(JSON.stringify(annotation)).not.toMatch(/Almond|Birch|Cedar|Maple|Oak/)
  })

  it('count in the text that the link serves beside them', async () => {
    const [annotation] = await annotations()
    const [target] = annotation?.target ?? []
    const reply = await ask(new URL(target?.source ?? '').pathname.slice(`/s/${published.token}`.length))
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex'),
    })
    const text = await reply.text()
    expect(reply.headers.get('etag')).toBe(`"${sha256Hex(text)}"`)
    const [quote, position] = target?.selector ?? []
    const points = codePointsOf(text)
    expect(text.slice(points.unitAt(position?.start ?? -1) ?? 0, points.unitAt(position?.end ?? -1) ?? 0)).toBe(
      quote?.exact,
    )
  })

  it.each(['/annotations.jsonld', '/collection.jsonld', '/text'])(
    '%s has an ETag, and nothing for who has it',
    async below => {
      const first = await ask(below)
      const etag = first.headers.get('etag') ?? ''
      const [again, other, head] = await Promise.all([
        ask(below, { headers: { 'if-none-match': `"other", ${etag}` } }),
        ask(below, { headers: { 'if-none-match': '"other"' } }),
        ask(below, { method: 'HEAD' }),
      ])
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect(again.headers.get('cache-control')).toBe('no-store')
      expect([other.status, head.status, head.headers.get('etag')]).toEqual([200, 200, etag])
    },
  )

  it.each(['?page=2', '?page=0', '?page=one', '?page=1.5'])('have no page %s', async query => {
    const [reply, nothing] = await Promise.all([ask(`/annotations.jsonld${query}`), ask('', { token: 'A'.repeat(43) })])
    expect([reply.status, await reply.text()]).toEqual([404, await nothing.text()])
  })

  it('keep the ids of claims from link to link', async () => {
    const { maple } = published.desk.actors
    const { url } = await createShare.execute(maple, { statementId: published.statementId })
    const other = new URL(url ?? '').pathname.slice(3)
    const ids = (all: AnnotationDto[]) => all.map(({ id, target }) => [id, target.map(one => one.id)])
    expect(ids(await annotations(other))).toEqual(ids(await annotations()))
    expect(JSON.stringify(await annotations(other))).not.toContain(published.token)
  })

  it('tell nothing of what the desk has not published, and are gone with the link', async () => {
    const { desk, claimId, statementId, token, shareId } = published
    const before = await (await ask('/annotations.jsonld')).text()
    const { id } = await makeClaim(desk, { statementId, targets: [{ exact: 'two new berths' }] })
    await castAll(desk, id, ['TRUE', 'TRUE', 'TRUE'])
    await approveAs(desk.actors.oak, id)
    const { version } = await readAs(desk.actors.maple, claimId)
    await reopenClaim.execute(desk.actors.maple, { claimId, version, reason: 'A reader wrote.' })
    await castAs(desk.actors.almond, claimId, 'TRUE')
    expect(await (await ask('/annotations.jsonld')).text()).toBe(before)

    const { url, id: other } = await createShare.execute(desk.actors.maple, { statementId })
    await db().$executeRaw`UPDATE share SET expires_at = clock_timestamp() WHERE id = ${other}::uuid`
    await revokeShare.execute(desk.actors.maple, { shareId })
    const ended = await (await ask('', { token: 'A'.repeat(43) })).text()
    for (const gone of [token, new URL(url ?? '').pathname.slice(3)]) {
      for (const below of ['/annotations.jsonld', '/collection.jsonld', '/text']) {
        const reply = await ask(below, { token: gone })
        expect([below, reply.status, await reply.text()]).toEqual([below, 404, ended])
      }
    }
  })
})
