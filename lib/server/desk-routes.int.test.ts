import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as acceptInvite } from '@/app/api/v1/invitations/accept/route'
import { POST as readInvite } from '@/app/api/v1/invitations/read/route'
import { POST as createInvite } from '@/app/api/v1/invites/route'
import { PATCH as patchMe, GET as readMe } from '@/app/api/v1/me/route'
import { POST as signOutEverywhere } from '@/app/api/v1/me/sign-out-everywhere/route'
import { PATCH as editMember } from '@/app/api/v1/members/[memberId]/route'
import { POST as resetPassword } from '@/app/api/v1/password-resets/route'
import { GET as readStatement } from '@/app/api/v1/statements/[statementId]/route'
import { GET as readText } from '@/app/api/v1/statements/[statementId]/versions/[number]/text/route'
import { POST as createStatement, GET as listStatements } from '@/app/api/v1/statements/route'
import { DELETE as revokeToken } from '@/app/api/v1/tokens/[tokenId]/route'
import { POST as createToken } from '@/app/api/v1/tokens/route'
import { GET as readWorkspace } from '@/app/api/v1/workspace/route'
import { env } from '@/lib/platform/env'
import { acceptInvite as accept } from '@/lib/use-cases/accounts/accept-invite'
import { signIn } from '@/lib/use-cases/accounts/sign-in'
import { createInvite as invite } from '@/lib/use-cases/workspace/create-invite'
import { bearerOf, call } from '@/prisma/testing/api-call'
import { type Desk, makeDesk, makeStatement, TEST_PASSWORD, TEST_TEXT } from '@/prisma/testing/factories'

const NOTHING = '019d0000-0000-7000-8000-000000000000'
const draft = { title: 'Remarks', claimant: 'The harbour office', language: 'en', text: TEST_TEXT }

let desk: Desk
let almond: string
let admin: string

beforeAll(async () => {
  desk = await makeDesk()
  almond = await bearerOf(desk.actors.almond)
  admin = await bearerOf(desk.actors.admin)
})

describe('a bearer token', () => {
  it('brings a statement in and reads it back', async () => {
    const created = await call(createStatement, { method: 'POST', token: almond, json: draft })
    expect(created).toMatchObject({ status: 201, body: { text: TEST_TEXT } })
    expect(created.headers.get('cache-control')).toBe('no-store')
    const { id } = created.body as { id: string }
    expect(await call(readStatement, { token: almond, params: { statementId: id } })).toMatchObject({
      status: 200,
      body: { id, seq: 1 },
    })
    expect(await call(listStatements, { token: almond, path: '/statements?search=remarks&limit=1' })).toMatchObject({
      status: 200,
      body: { items: [{ id }] },
    })
  })

  it('opens nothing from the request after its end', async () => {
    const { body } = await call(createToken, { method: 'POST', token: almond, json: { name: 'notebook' } })
    const { id, token } = body as { id: string; token: string }
    expect((await call(readMe, { token })).status).toBe(200)
    expect(await call(revokeToken, { method: 'DELETE', token, params: { tokenId: id } })).toMatchObject({
      status: 200,
      body: { state: 'REVOKED' },
    })
    const after = await call(readMe, { token })
    expect(after).toMatchObject({ status: 401, body: { code: 'sign-in-required' } })
    expect(after.headers.get('www-authenticate')).toBe('Bearer')
  })

  it.each([
    ['none', {}],
    ['an unknown one', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['one cut short', { authorization: 'Bearer abc' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['a query operator', { authorization: 'Bearer {"not":""}' }],
    ['a garbled cookie', { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z' }],
  ])('%s is 401 in problem+json', async (_case, headers) => {
    const { status, body, headers: sent } = await call(readMe, { headers })
    expect([status, sent.get('content-type')]).toEqual([401, 'application/problem+json'])
    expect(body).toMatchObject({ status: 401, code: 'sign-in-required', requestId: expect.any(String) })
  })
})

describe('what a request may not look like', () => {
  const json = { 'content-type': 'application/json' }
  const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`
  const deeper = `{"title":${'['.repeat(60_000)}${']'.repeat(60_000)}}`

  it.each<[string, number, string, BodyInit, Record<string, string>]>([
    ['malformed JSON', 400, 'bad-request', '{"title":', json],
    ['a body that is no object', 400, 'bad-request', '["title"]', json],
    ['null', 400, 'bad-request', 'null', json],
    ['broken UTF-8', 400, 'bad-request', Buffer.from('{"title":"\xff"}', 'latin1'), json],
    ['deep nesting', 400, 'bad-request', deep, json],
    ['nesting that would overflow a stack', 400, 'bad-request', deeper, json],
    ['a prototype', 400, 'bad-request', '{"__proto__":{"role":"ADMIN"}}', json],
    ['no content type', 415, 'unsupported-media-type', Buffer.from(JSON.stringify(draft)), {}],
    ['a form', 415, 'unsupported-media-type', new URLSearchParams({ title: 'x' }), {}],
    ['text', 415, 'unsupported-media-type', JSON.stringify(draft), { 'content-type': 'text/plain' }],
    ['too much', 413, 'too-large', `{"text":"${'x'.repeat(12 * 1024 * 1024)}"}`, json],
    ['a length that says too much', 413, 'too-large', '{}', { ...json, 'content-length': '99999999999' }],
    ['an unknown field', 422, 'invalid-input', JSON.stringify({ ...draft, sha256: 'x' }), json],
    ['missing fields', 422, 'invalid-input', '{}', json],
    ['no body at all', 422, 'invalid-input', '', json],
    ['numbers for words', 422, 'invalid-input', JSON.stringify({ ...draft, title: 1e308 }), json],
    ['an operator for a word', 422, 'invalid-input', JSON.stringify({ ...draft, title: { not: '' } }), json],
    ['an odd idempotency key', 400, 'bad-request', JSON.stringify(draft), { ...json, 'idempotency-key': 'a b' }],
    ['a desk that is no text', 422, 'invalid-input', JSON.stringify({ ...draft, workspaceId: { not: '' } }), json],
    ['another desk', 404, 'not-found', JSON.stringify({ ...draft, workspaceId: NOTHING }), json],
  ])('%s is %i', async (_case, status, code, body, headers) => {
    const reply = await call(createStatement, { method: 'POST', token: almond, body, headers })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(reply.body).toMatchObject({ code, detail: expect.stringMatching(/\w/) })
  })

  it.each([
    ['a NUL', '{"title":"a\\u0000b","claimant":"c","language":"en","text":"d"}', 'title'],
    ['a lone surrogate', '{"title":"a","claimant":"\\ud800","language":"en","text":"d"}', 'claimant'],
    ['a NUL in the text', '{"title":"a","claimant":"b","language":"en","text":"c\\u0000d"}', 'text'],
    ['a lone surrogate in the text', '{"title":"a","claimant":"b","language":"en","text":"c\\udfff"}', 'text'],
  ])('%s is 422 and names its field', async (_case, body, path) => {
    const reply = await call(createStatement, { method: 'POST', token: almond, body, headers: json })
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  })

  it.each([
    ['an id that is none', { statementId: "x' OR 1=1" }],
    ['a NUL for an id', { statementId: '\0' }],
    ['nothing for an id', { statementId: '' }],
  ])('%s in the path is 422', async (_case, params) => {
    expect((await call(readStatement, { token: almond, params })).status).toBe(422)
  })

  it.each([
    '?limit=0',
    '?limit=1e9',
    '?limit=x',
    '?show=everything',
    '?search=%00',
    '?unknown=1',
    '?cursor=%E2%82%AC',
    `?search=${'x'.repeat(300)}`,
  ])('the query %s is 422', async query => {
    expect((await call(listStatements, { token: almond, path: `/statements${query}` })).status).toBe(422)
  })

  it('a path wins over a body that names something else', async () => {
    const [one, other] = [await makeStatement(desk), await makeStatement(desk)]
    const reply = await call(readStatement, {
      token: almond,
      params: { statementId: one.id },
      path: `/x?statementId=${other.id}`,
    })
    expect(reply.body).toMatchObject({ id: one.id })
  })

  it('a reviewer’s word on their own role counts for nothing', async () => {
    const { memberId } = desk.actors.almond
    const reply = await call(editMember, {
      method: 'PATCH',
      token: almond,
      params: { memberId },
      json: { version: 1, role: 'ADMIN' },
    })
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })
})

describe('another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ]

  it.each(foreign)('with %o cannot use an invitation or a reset link', async headers => {
    const json = { token: 'A'.repeat(43), password: 'walnut river lantern nine' }
    for (const handler of [readInvite, acceptInvite, resetPassword]) {
      const reply = await call(handler, { method: 'POST', json, headers })
      expect(reply).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
    }
  })

  it('does not stand in the way of a token, which no browser sends by itself', async () => {
    const reply = await call(patchMe, {
      method: 'PATCH',
      token: almond,
      json: { name: 'Almond' },
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(reply.status).toBe(200)
  })
})

describe('joining over the API', () => {
  it('needs nothing but the link', async () => {
    const json = { email: 'api.person@desk.example', role: 'REVIEWER' }
    const made = await call(createInvite, { method: 'POST', token: admin, json })
    const token = (made.body as { url: string }).url.split('/').at(-1)
    const headers = { origin: 'http://localhost:3000' }
    const offer = await call(readInvite, { method: 'POST', json: { token }, headers })
    expect(offer).toMatchObject({ status: 200, body: { workspaceName: desk.workspace.name } })
    const join = { token, name: 'Person', password: 'walnut river lantern nine' }
    expect(await call(acceptInvite, { method: 'POST', json: join, headers })).toMatchObject({ status: 201 })
    expect(await call(acceptInvite, { method: 'POST', json: join, headers })).toMatchObject({ status: 404 })
  })
})

describe('someone of several desks', () => {
  it('names the desk, in the query or in the body, or sits at one of theirs', async () => {
    const [home, away] = [await makeDesk(), await makeDesk()]
    const { url } = await invite.execute(away.actors.admin, { email: home.emailOf(home.actors.almond), role: 'EDITOR' })
    await accept.execute(null, { token: url?.split('/').at(-1), password: TEST_PASSWORD })
    const browser = await sessionCookieOf(home)
    const ask = (query: string, seat = '') =>
      call(readWorkspace, { path: `/workspace${query}`, headers: { cookie: `${browser}${seat}` } })
    expect(await ask('')).toMatchObject({ body: { name: home.workspace.name } })
    expect(await ask('', `; assay-desk=${away.workspace.id}`)).toMatchObject({ body: { name: away.workspace.name } })
    expect(await ask('', `; assay-desk=${desk.workspace.id}`)).toMatchObject({ body: { name: home.workspace.name } })
    expect(await ask(`?workspace=${away.workspace.id}`)).toMatchObject({ body: { name: away.workspace.name } })
    expect(await ask(`?workspace=${desk.workspace.id}`)).toMatchObject({ status: 404 })

    const headers = { cookie: browser, origin: 'http://127.0.0.1:3000' }
    const json = { ...draft, workspaceId: away.workspace.id }
    expect((await call(createStatement, { method: 'POST', json, headers })).status).toBe(201)
    expect((await call(createStatement, { method: 'POST', json, headers: { cookie: browser } })).status).toBe(403)
    expect(
      await call(signOutEverywhere, { method: 'POST', json: { workspaceId: home.workspace.id }, headers }),
    ).toMatchObject({
      body: { ended: 1 },
    })
    expect((await ask('')).status).toBe(401)
  })
})

describe('the canonical text', () => {
  it('is plain text under its hash', async () => {
    const { id: statementId, sha256 } = await makeStatement(desk)
    const params = { statementId, number: '1' }
    const reply = await call(readText, { token: almond, params })
    expect(reply).toMatchObject({ status: 200, body: TEST_TEXT })
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('etag')).toBe(`"${sha256}"`)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    const known = await call(readText, { token: almond, params, headers: { 'if-none-match': `W/"${sha256}"` } })
    expect([known.status, known.body]).toEqual([304, ''])
    expect((await call(readText, { params, headers: { 'if-none-match': `"${sha256}"` } })).status).toBe(401)
  })

  it.each([
    ['2', 404],
    ['0', 422],
    ['1.5', 422],
    ['x', 422],
  ])('has no version %s', async (number, status) => {
    const { id: statementId } = await makeStatement(desk)
    expect((await call(readText, { token: almond, params: { statementId, number } })).status).toBe(status)
  })
})

/** A browser's cookie for a session of the desk's first reviewer. */
async function sessionCookieOf({ actors, emailOf }: Desk): Promise<string> {
  const person = await signIn({ email: emailOf(actors.almond), password: TEST_PASSWORD, address: 'here' })
  const token = await encode({ token: { sid: person?.sessionId }, secret: env().NEXTAUTH_SECRET })
  return `next-auth.session-token=${token}`
}
