import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { AppError } from '@/lib/platform/app-error'
import { createCorrection } from '@/lib/use-cases/corrections/create-correction'
import { revokeShare } from '@/lib/use-cases/publications/revoke-share'
import { answerReport } from '@/lib/use-cases/reports/answer-report'
import { listReports } from '@/lib/use-cases/reports/list-reports'
import { makePublishedDesk, type PublishedDesk } from '../../../prisma/testing/published'
import { refusalOf } from '../../../prisma/testing/refusal'
import { servePublicPage } from './serve'

const ORIGIN = 'http://127.0.0.1:3000'
const FORM = 'application/x-www-form-urlencoded'

let here: PublishedDesk
beforeAll(async () => {
  here = await makePublishedDesk()
})
afterAll(closeDb)

function get(path: string): Promise<Response> {
  return servePublicPage(new Request(ORIGIN + path))
}

type Sent = { type?: string; headers?: Record<string, string>; path?: string }

/** As a browser does that is told to send no referrer. */
function post(body: BodyInit, { type = FORM, headers = {}, path = `/s/${here.token}/report` }: Sent = {}) {
  const browser = { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-type': type }
  return servePublicPage(new Request(ORIGIN + path, { method: 'POST', body, headers: { ...browser, ...headers } }))
}

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}

/** What a reader reads: the markup without its tags, style left out. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('the form', () => {
  it('is led to from each check and from the end, and has the check chosen', async () => {
    const { token } = here
    const page = await (await get(`/s/${token}`)).text()
    expect(page).toContain(`href="/s/${token}/report?check=1"`)
    expect(page).toContain(`href="/s/${token}/report"`)
    const reply = await get(`/s/${token}/report?check=1`)
    expect(reply.status).toBe(200)
    const html = await reply.text()
    expect(html).toContain('<option value="1" selected="">Check 1: Arrivals at the harbour')
    expect(html.match(/<script|set-cookie/g)).toBeNull()
    for (const odd of ['', '?check=', '?check=99', '?check=<b>', '?check=1e9', `?check=${'1'.repeat(3_000)}`]) {
      expect((await get(`/s/${token}/report${odd}`)).status).toBe(200)
    }
  })

  it('may be sent to this desk, which no other public page may', async () => {
    const { token } = here
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy')
    expect(await policyOf(`/s/${token}/report`)).toContain("form-action 'self'")
    expect(await policyOf(`/s/${token}`)).toContain("form-action 'none'")
    expect(await policyOf(`/s/${'A'.repeat(43)}/report`)).toContain("form-action 'none'")
  })
})

describe('sending it', () => {
  it('leads to a receipt that nothing may keep or find, and says where the report stands', async () => {
    const sent = await post(
      form({ check: '1', text: 'It rose.\r\nSee the register.', contact: 'reader@example.org', website: '' }),
    )
    expect(sent.status).toBe(303)
    const path = sent.headers.get('location') ?? ''
    expect(path).toMatch(new RegExp(`^/s/${here.token}/report/[A-Za-z0-9_-]{43}$`))
    expect(sent.headers.get('referrer-policy')).toBe('no-referrer')
    const receipt = await get(path)
    expect(Object.fromEntries(receipt.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': expect.stringContaining('noindex'),
    })
    const text = words(await receipt.text())
    expect(text).toContain('Received. The desk has it and has not answered yet.')
    expect(text).toContain('Keep this address.')
    expect(text).toContain(`${ORIGIN}${path}`)
    expect(text).toContain('about check 1 : “ Arrivals at the harbour')
    expect(text).not.toContain('reader@example.org')
    const [report] = (await listReports.execute(here.desk.actors.maple, {})).items
    expect(report).toMatchObject({ text: 'It rose.\nSee the register.', contact: 'reader@example.org' })
  })

  it('shows the answer and the correction it led to, and forgets the contact when the reader says so', async () => {
    const place = await makePublishedDesk()
    const { maple } = place.desk.actors
    const sent = await post(form({ text: 'The <b>date</b> \u202eis wrong.', contact: 'a@b.example' }), {
      path: `/s/${place.token}/report`,
    })
    const path = sent.headers.get('location') ?? ''
    const [report] = (await listReports.execute(maple, {})).items
    const note = { kind: 'UPDATE', claimId: null, whatChanged: 'The date is given.', why: 'A reader asked.' }
    const { id: correctionId } = await createCorrection.execute(maple, { statementId: place.statementId, ...note })
    const answer = { reportId: report?.id, outcome: 'CORRECTED', text: 'Thank you.', correctionId }
    await answerReport.execute(maple, answer)
    const html = await (await get(path)).text()
    expect(html).toContain('&lt;b&gt;date&lt;/b&gt;')
    expect(html).toContain('U+202E')
    const text = words(html)
    expect(text).toContain('Corrected. The desk corrected what it had published.')
    expect(text).toContain('Thank you.')
    expect(text).toContain('The date is given.')
    expect(text).toContain('Delete it now')

    const forgotten = await post(form({ forget: 'contact' }), { path })
    expect([forgotten.status, forgotten.headers.get('location')]).toEqual([303, path])
    expect(await db().errorReportContact.count({ where: { reportId: report?.id ?? '' } })).toBe(0)
    expect(words(await (await get(path)).text())).toContain('no way to reach you but this page')
    const odd = await refusalOf(post(form({ forget: 'everything' }), { path }))
    expect(odd.code).toBe('bad-request')
  })

  it('is one report when the form is sent twice, and another when something else is written into it', async () => {
    const { token } = here
    const html = await (await get(`/s/${token}/report`)).text()
    const receipt = /name="receipt" value="([\w-]{43})"/.exec(html)?.[1] ?? ''
    expect(await (await get(`/s/${token}/report`)).text()).not.toContain(receipt)
    const before = await db().errorReport.count()
    const twice = await Promise.all([1, 2].map(() => post(form({ text: 'Sent twice.', receipt }))))
    expect(twice.map(reply => reply.headers.get('location'))).toEqual([
      `/s/${token}/report/${receipt}`,
      `/s/${token}/report/${receipt}`,
    ])
    expect(await db().errorReport.count()).toBe(before + 1)
    const other = await post(form({ text: 'Something else.', receipt }))
    expect(other.headers.get('location')).not.toBe(`/s/${token}/report/${receipt}`)
    const odd = await post(form({ text: 'Sent twice.', receipt: 'x' }))
    expect(odd.headers.get('location')).toMatch(/report\/[\w-]{43}$/)
    expect(await db().errorReport.count()).toBe(before + 3)
    const place = await makePublishedDesk()
    const elsewhere = await post(form({ text: 'Sent twice.', receipt }), { path: `/s/${place.token}/report` })
    expect(elsewhere.headers.get('location')).not.toContain(receipt)
  })

  it('keeps the receipt of a form that comes back with something to change', async () => {
    const receipt = 'k'.repeat(43)
    expect(await (await post(form({ text: ' ', receipt }))).text()).toContain(`name="receipt" value="${receipt}"`)
  })

  it('takes JSON from programs', async () => {
    const json = { type: 'application/json', headers: { origin: '', 'sec-fetch-site': '' } }
    const request = new Request(`${ORIGIN}/s/${here.token}/report`, {
      method: 'POST',
      headers: { 'content-type': json.type },
      body: JSON.stringify({ check: 1, text: 'It rose.' }),
    })
    const reply = await servePublicPage(request)
    expect(reply.status).toBe(201)
    const { url } = (await reply.json()) as { url: string }
    expect((await get(new URL(url).pathname)).status).toBe(200)
  })

  it.each<[string, Record<string, string>, string, string]>([
    ['nothing written', { text: '  ' }, 'Write something here.', ''],
    ['more than fits', { text: 'x'.repeat(4_001) }, 'Shorten this to at most 4000 characters.', 'x'.repeat(4_001)],
    [
      'a check that is not there',
      { text: 'It rose.', check: '7' },
      'Choose one of the checks on the page.',
      'It rose.',
    ],
    [
      'a check that is no number',
      { text: 'It rose.', check: '1; DROP' },
      'Choose one of the checks on the page.',
      'It rose.',
    ],
    ['half a character', { text: 'a\0b' }, 'This contains characters that cannot be stored', ''],
    [
      'a field that nobody sees',
      { text: 'Buy now.', website: 'x' },
      'A field that nobody sees was filled in',
      'Buy now.',
    ],
    ['a contact as long as a letter', { text: 'It rose.', contact: 'y'.repeat(301) }, 'Shorten this', 'y'.repeat(301)],
  ])('refuses %s, and keeps what was typed', async (_case, fields, problem, kept) => {
    const before = await db().errorReport.count()
    const reply = await post(form(fields))
    expect(reply.status).toBe(422)
    const html = await reply.text()
    expect(html).toContain('<title>Not sent: ')
    expect(words(html)).toContain(problem)
    expect(html).toContain(kept)
    expect(await db().errorReport.count()).toBe(before)
  })

  it('refuses other sites’ forms, and programs that carry a browser’s cookies', async () => {
    const body = form({ text: 'It rose.' })
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none', cookie: 'a=b' },
      { origin: 'https://evil.example' },
    ]
    for (const headers of foreign) {
      expect((await refusalOf(post(body, { headers }))).code).toBe('foreign-origin')
    }
    expect((await post(body, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(303)
    expect((await post(body, { headers: { origin: ORIGIN } })).status).toBe(303)
  })

  it.each<[string, BodyInit, string, string]>([
    ['a body that is no form', '{"text":"It rose."}', 'text/plain', 'unsupported-media-type'],
    ['a multipart one', new Uint8Array([1, 2, 3]), 'multipart/form-data; boundary=x', 'unsupported-media-type'],
    ['bytes that are no text', new Uint8Array([0x74, 0x3d, 0xff, 0xfe]), FORM, 'bad-request'],
    ['broken JSON', '{"text":', 'application/json', 'bad-request'],
    ['a list', '[]', 'application/json', 'bad-request'],
    ['deep JSON', `{"text":${'['.repeat(40)}${']'.repeat(40)}}`, 'application/json', 'bad-request'],
    ['JSON with other fields', '{"text":"It rose.","isAdmin":true}', 'application/json', 'invalid-input'],
    ['a megabyte', form({ text: 'x'.repeat(1_000_000) }), FORM, 'too-large'],
  ])('answers %s with a refusal', async (_case, body, type, code) => {
    const refusal = await refusalOf(post(body, { type }))
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal.code).toBe(code)
    expect(refusal.status).toBeLessThan(500)
  })

  it('is refused everywhere else, and by nothing but a form’s methods', async () => {
    expect((await post(form({ text: 'x' }), { path: `/s/${here.token}` })).status).toBe(405)
    expect((await post(form({ text: 'x' }), { path: `/s/${here.token}/corrections` })).status).toBe(405)
    const put = await servePublicPage(new Request(`${ORIGIN}/s/${here.token}/report`, { method: 'PUT', body: 'x' }))
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })

  it('ends with the link: form and receipt are then the page of links that lead nowhere', async () => {
    const place = await makePublishedDesk()
    const form1 = `/s/${place.token}/report`
    const receipt = (await post(form({ text: 'It rose.' }), { path: form1 })).headers.get('location') ?? ''
    expect((await get(`/s/${here.token}/report/${receipt.slice(-43)}`)).status).toBe(404)
    await revokeShare.execute(place.desk.actors.maple, { shareId: place.shareId })
    for (const path of [form1, receipt, `/s/${'A'.repeat(43)}/report`]) {
      const reply = await get(path)
      expect([reply.status, (await reply.text()).includes('This link leads nowhere')]).toEqual([404, true])
    }
    expect((await post(form({ text: 'x' }), { path: form1 })).status).toBe(404)
  })
})
