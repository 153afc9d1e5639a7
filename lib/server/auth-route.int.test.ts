import { describe, expect, it, vi } from 'vitest'
import { type Desk, makeDesk, TEST_PASSWORD } from '@/prisma/testing/factories'

// The limits themselves are tested here, so they are what they are in production.
vi.hoisted(() => vi.stubEnv('ASSAY_RATE_FACTOR', '1'))

import { db } from '@/lib/db/client'
import { callerOf } from './actor'
import { authRoute } from './auth-route'

const ORIGIN = 'http://127.0.0.1:3000'
let nextAddress = 1

/** A browser, as far as cookies go. */
class Browser {
  readonly jar = new Map<string, string>()
  readonly address = `192.0.2.${nextAddress++}`

  constructor(readonly origin = ORIGIN) {}

  async send(action: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const headers = { 'x-assay-address': this.address, origin: this.origin, ...this.cookie(), ...init.headers }
    const request = new Request(`${this.origin}/api/auth/${action}`, { redirect: 'manual', ...init, headers })
    const path = action.split('?')[0] ?? ''
    const reply = await authRoute(request, { params: Promise.resolve({ nextauth: path.split('/') }) })
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      this.jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return reply
  }

  cookie(): { cookie: string } {
    return { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  async csrf(): Promise<string> {
    return (await (await this.send('csrf')).json()).csrfToken
  }

  async post(action: string, form: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams({ csrfToken: await this.csrf(), json: 'true', ...form })
    return await this.send(action, { method: 'POST', body })
  }

  signIn(email: string, password = TEST_PASSWORD, form: Record<string, string> = {}): Promise<Response> {
    return this.post('callback/credentials', { email, password, ...form })
  }

  caller() {
    return callerOf(new Headers(this.cookie()))
  }
}

async function almondOf(desk: Desk) {
  const browser = new Browser()
  const email = desk.emailOf(desk.actors.almond)
  const reply = await browser.signIn(email)
  expect(reply.status).toBe(200)
  return { browser, email }
}

describe('signing in', () => {
  it('opens a session that the API accepts, and signing out ends it for every copy of the cookie', async () => {
    const desk = await makeDesk()
    const { browser } = await almondOf(desk)
    expect((await browser.caller())?.identity.userId).toBe(desk.actors.almond.userId)

    const stolen = new Headers(browser.cookie())
    const reply = await browser.post('signout', {})
    expect(reply.status).toBe(200)
    expect(await callerOf(stolen)).toBeNull()
    expect(await browser.caller()).toBeNull()
  })

  it('gives a new session at every sign-in and ends the one it replaces', async () => {
    const desk = await makeDesk()
    const { browser, email } = await almondOf(desk)
    const first = new Headers(browser.cookie())
    await browser.signIn(email)
    expect(await callerOf(first)).toBeNull()
    expect((await browser.caller())?.identity.userId).toBe(desk.actors.almond.userId)
  })

  it('takes the address in any case, with space around it', async () => {
    const desk = await makeDesk()
    const reply = await new Browser().signIn(`  ${desk.emailOf(desk.actors.birch).toUpperCase()} `)
    expect(reply.status).toBe(200)
  })

  it('keeps the cookie from scripts and from other sites', async () => {
    const desk = await makeDesk()
    const reply = await new Browser().signIn(desk.emailOf(desk.actors.almond))
    const cookie = reply.headers.getSetCookie().find(line => line.includes('session-token')) ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const desk = await makeDesk()
    const wrong = await new Browser().signIn(desk.emailOf(desk.actors.almond), 'not the password')
    const unknown = await new Browser().signIn('nobody@desk.example', 'not the password')
    const [one, other] = [await wrong.json(), await unknown.json()]
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(one.detail).toMatch(/do not belong together/)
    expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' })
    expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()])
  })

  it('makes a place wait after ten wrong passwords for one account, and not the account’s owner elsewhere', async () => {
    const desk = await makeDesk()
    const email = desk.emailOf(desk.actors.cedar)
    const guesser = new Browser()
    for (let guess = 1; guess <= 10; guess++) expect((await guesser.signIn(email, `guess ${guess}`)).status).toBe(401)
    const refused = await guesser.signIn(email)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await new Browser().signIn(email)).status).toBe(200)
  })

  it('forgives mistypes once they had it right', async () => {
    const desk = await makeDesk()
    const email = desk.emailOf(desk.actors.almond)
    const mistyper = new Browser()
    for (let round = 1; round <= 2; round++) {
      for (let guess = 1; guess <= 8; guess++) expect((await mistyper.signIn(email, 'mistyped')).status).toBe(401)
      expect((await mistyper.signIn(email)).status).toBe(200)
    }
  })

  it('counts unknown accounts too, so that the limit tells nobody who exists', async () => {
    const guesser = new Browser()
    for (let guess = 1; guess <= 10; guess++) await guesser.signIn('nobody.at.all@desk.example', `guess ${guess}`)
    expect((await guesser.signIn('nobody.at.all@desk.example')).status).toBe(429)
  })

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000'])(
    'works at %s and leads on at the same name',
    async origin => {
      const desk = await makeDesk()
      const reply = await new Browser(origin).signIn(desk.emailOf(desk.actors.almond), TEST_PASSWORD, {
        callbackUrl: '/statements?show=all',
      })
      expect(await reply.json()).toEqual({ url: `${origin}/statements?show=all` })
    },
  )

  it.each([
    ['another site', 'https://elsewhere.example/x'],
    ['another site without a scheme', '//elsewhere.example/x'],
    ['another site behind backslashes', '\\\\elsewhere.example'],
    ['another site behind our name', 'http://127.0.0.1:3000@elsewhere.example/'],
    ['a path that begins like a site', '/.//elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
    ['nonsense', 'http://['],
  ])('never leads on to %s', async (_case, callbackUrl) => {
    const desk = await makeDesk({ reviewers: 1, editors: 0, admins: 0 })
    const form = { callbackUrl, json: 'false' }
    const reply = await new Browser().signIn(desk.emailOf(desk.actors.almond), TEST_PASSWORD, form)
    expect(reply.status).toBe(303)
    const location = reply.headers.get('location') ?? ''
    expect(location).toMatch(/^\//)
    expect(new URL(location, ORIGIN).origin).toBe(ORIGIN)
  })

  it('works as a plain form, and says what was wrong as a redirect', async () => {
    const desk = await makeDesk()
    const browser = new Browser()
    const send = async (password: string) =>
      browser.send('callback/credentials', {
        method: 'POST',
        body: new URLSearchParams({
          csrfToken: await browser.csrf(),
          email: desk.emailOf(desk.actors.almond),
          password,
          callbackUrl: '/statements',
        }),
      })
    const wrong = await send('wrong')
    expect([wrong.status, wrong.headers.get('location')]).toEqual([
      303,
      '/sign-in?error=sign-in-required&from=%2Fstatements',
    ])
    const right = await send(TEST_PASSWORD)
    expect([right.status, right.headers.get('location')]).toEqual([303, '/statements'])
    expect(await browser.caller()).not.toBeNull()
  })

  it('tells next-auth’s own session reader nothing of a session that has ended', async () => {
    const desk = await makeDesk()
    const { browser } = await almondOf(desk)
    expect((await (await browser.send('session')).json()).user).toEqual({ name: 'Almond' })
    await db().session.updateMany({
      where: { userId: desk.actors.almond.userId },
      data: { revokedAt: new Date() },
    })
    expect(await (await browser.send('session')).json()).toEqual({})
  })
})

describe('signing out', () => {
  it('of a session that has ended already is no error', async () => {
    const desk = await makeDesk()
    const { browser } = await almondOf(desk)
    await browser.post('signout', {})
    expect((await browser.post('signout', {})).status).toBe(200)
  })
})

describe('what /api/auth turns away', () => {
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
  const typed = (type: string, body: string) => ({ method: 'POST', body, headers: { 'content-type': type } })

  it.each<[string, number, string, RequestInit & { headers?: Record<string, string> }]>([
    ['JSON', 415, 'callback/credentials', typed('application/json', '{"email":"x"}')],
    ['malformed JSON', 415, 'callback/credentials', typed('application/json', '{"email":')],
    ['text', 415, 'signout', typed('text/plain', 'x')],
    ['a large form', 413, 'signout', form({ email: 'x'.repeat(20_000) })],
    ['a foreign origin', 403, 'signout', { method: 'POST', headers: { origin: 'https://elsewhere.example' } }],
    ['another site’s page', 403, 'signout', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a form without its token', 403, 'callback/credentials', form({ json: 'true', email: 'x', password: 'y' })],
    ['another’s token', 403, 'callback/credentials', form({ json: 'true', csrfToken: 'a'.repeat(64) })],
    ['a token twice', 403, 'signout', typed('application/x-www-form-urlencoded', 'csrfToken=a&csrfToken=b&json=true')],
    ['a form that is none', 403, 'signout', typed('application/x-www-form-urlencoded', '%E0%A4%A&&==&json=true')],
    ['an action nobody knows', 404, 'callback/elsewhere', { method: 'POST' }],
    ['an odd path', 404, '__proto__', {}],
    ['a GET where a form is sent', 405, 'callback/credentials', {}],
    ['next-auth’s log', 404, '_log', form({ level: 'constructor' })],
  ])('%s is %i', async (_case, status, action, init) => {
    const reply = await new Browser().send(action, init)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect((await reply.json()).detail).toMatch(/\.$/)
  })

  it.each([
    ['a garbled session', 'next-auth.session-token=garbage'],
    ['a garbled address to go on to', 'next-auth.callback-url=http%3A%2F%2F%5B'],
    ['a badly encoded cookie', 'next-auth.csrf-token=%E0%A4%A'],
    ['a cookie named __proto__', '__proto__=x; constructor=y'],
  ])('%s in a cookie breaks nothing', async (_case, cookie) => {
    for (const action of [
      'csrf',
      'session',
      'providers',
      'signin',
      'error?error=a%0d%0ab:c',
      'signin?callbackUrl=http://[',
    ]) {
      const reply = await new Browser().send(action, { headers: { cookie } })
      expect(reply.status).toBeLessThan(400)
    }
  })
})
