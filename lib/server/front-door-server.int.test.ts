import type { IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { withoutSecrets } from './access-log'
import { createFrontDoor, type FrontDoor } from './front-door-server'

type Handle = Parameters<typeof createFrontDoor>[0]['handle']

const doors: FrontDoor[] = []
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close()
})

const echo: Handle = async ({ method, url, headers }, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ method, url, headers }))
}

async function openDoor(
  handle: Handle = echo,
  trustedProxies = 0,
  drainMs = 8_000,
): Promise<{ port: number; door: FrontDoor }> {
  const door = createFrontDoor({
    handle,
    publicPage: async request => new Response(`page ${request.url}`, { headers: { 'cache-control': 'no-store' } }),
    streams: { serve: async (_request, response, id) => void response.end(`stream ${id}`), stop: async () => {} },
    trustedProxies,
    drainMs,
  })
  await new Promise<void>(resolve => door.server.listen(0, '127.0.0.1', resolve))
  doors.push(door)
  return { port: (door.server.address() as AddressInfo).port, door } // A TCP server's address.
}

type Reply = { status: number; headers: Record<string, string>; body: string }

/** Sends bytes no client library would, and reads until the connection closes. */
function send(port: number, request: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', reject)
    socket.setTimeout(5_000, () => socket.destroy(new Error('no reply')))
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1')
      const [head = '', body = ''] = text.split('\r\n\r\n', 2)
      const [first = '', ...lines] = head.split('\r\n')
      const headers = Object.fromEntries(
        lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
      )
      resolve({ status: Number(first.split(' ')[1]), headers, body })
    })
    socket.write(request, 'latin1')
  })
}

const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n${headers}\r\n`

/** What the handler behind saw. */
function seen(reply: Reply): IncomingHttpHeaders {
  const text = reply.headers['transfer-encoding'] === 'chunked' ? reply.body.split('\r\n')[1] : reply.body
  return JSON.parse(text ?? '').headers
}

describe('the front door', () => {
  it.each([
    ['an odd method', 'TRACE / HTTP/1.1', 405],
    ['a method nobody knows', 'FOO / HTTP/1.1', 405],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1', 405],
    ['a Server Action', 'POST /statements HTTP/1.1\r\nNext-Action: abc\r\nContent-Length: 0', 405],
    ['a broken address', 'GET /% HTTP/1.1', 400],
    ['a proxy’s request', 'GET http://evil.example/ HTTP/1.1', 400],
    ['a line that is no request', 'hello', 405],
    ['no host', 'GET / HTTP/1.1\r\nX: y', 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}`, 431],
    ['two lengths', 'POST /api/v1/statements HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400],
  ])('turns away %s with problem details', async (what, start, status) => {
    const { port } = await openDoor(async () => {
      throw new Error('this must not be reached')
    })
    const reply = await send(port, `${start}\r\n${what === 'no host' ? '' : 'Host: desk\r\n'}Connection: close\r\n\r\n`)
    expect(reply.status).toBe(status)
    if (what === 'no host') return // Node's own refusal.
    expect(reply.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(reply.body)).toMatchObject({ status })
    if (status === 405) expect(reply.headers.allow).toContain('GET')
  })

  it('tells a person in a browser in words', async () => {
    const { port } = await openDoor()
    const reply = await send(port, get('/%', 'Accept: text/html,*/*\r\n'))
    expect(reply.status).toBe(400)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('This address is not well-formed')
  })

  it('takes from clients what only the front door may say', async () => {
    const { port } = await openDoor()
    const forged = [
      'X-Assay-Address: 1.1.1.1',
      'X-Forwarded-For: 1.1.1.1',
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: javascript',
      'Forwarded: for=1.1.1.1',
      'X-Real-IP: 1.1.1.1',
      'X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy',
      'X-Middleware-Rewrite: http://evil.example',
      'X-Invoke-Path: /api/v1/members',
      'X-Matched-Path: /api/v1/members',
      'X-Now-Route-Matches: 1=x',
      'X-HTTP-Method-Override: DELETE',
      'X-Original-URL: /admin',
      "Content-Security-Policy: script-src 'nonce-\"><script>'",
      'Content-Security-Policy-Report-Only: x',
      'Next-Action: abc',
      'Accept-Language: en',
    ]
    const reply = await send(port, get('/', `${forged.join('\r\n')}\r\n`))
    expect(reply.status).toBe(200)
    expect(seen(reply)).toEqual({
      'accept-language': 'en',
      connection: 'close',
      host: '127.0.0.1:3000',
      'x-assay-address': '127.0.0.1',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': '127.0.0.1:3000',
      'x-forwarded-proto': 'http',
    })
  })

  it('answers the replay page itself, under that page’s own policy', async () => {
    const { port } = await openDoor(async () => {
      throw new Error('this must not be reached')
    })
    const page = await send(port, get('/replay/'))
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(await send(port, get('/replay'))).toMatchObject({ status: 308, headers: { location: '/replay/' } })
    expect(await send(port, get('/replay/').replace('GET', 'POST'))).toMatchObject({ status: 405 })
  })

  it('believes as many proxies as it was told to', async () => {
    const { port } = await openDoor(echo, 1)
    const reply = await send(port, get('/', 'X-Forwarded-For: 1.1.1.1, 203.0.113.9\r\n'))
    expect(seen(reply)['x-assay-address']).toBe('203.0.113.9')
  })

  it.each([
    ['junk', 'x', false],
    ['an escape that is none', '%', false],
    ['an empty list', '%5B%5D', false],
    ['another shape', encodeURIComponent('["",{"children":["a",{},null,"other"]}]'), false],
    ['too many parts', encodeURIComponent('["",{},["a","b"],"refetch",1,"x",5]'), false],
    ['a nest without end', encodeURIComponent('["",{"children":'.repeat(90)), false],
    ['what Next itself sends', encodeURIComponent('["",{"children":["__PAGE__",{}]},null,"refetch"]'), true],
    [
      'a page with a parameter',
      encodeURIComponent(
        '["",{"children":["statements",{"children":[["id","7","d",null],{"children":["__PAGE__",{}]}]}]},null,null,16]',
      ),
      true,
    ],
  ])('hands on a router state that is %s only if Next can read it', async (_case, state, isHandedOn) => {
    const { port } = await openDoor()
    const reply = await send(port, get('/', `RSC: 1\r\nNext-Router-State-Tree: ${state}\r\n`))
    expect(seen(reply)['next-router-state-tree']).toBe(isHandedOn ? state : undefined)
    expect(seen(reply).rsc).toBe('1')
  })

  it('sets its headers on every reply, refusals too', async () => {
    const { port } = await openDoor()
    for (const path of ['/', '/%', '/api/v1/statements', '/s/x']) {
      const { headers } = await send(port, get(path))
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['content-security-policy'], path).toContain("default-src 'none'")
      expect(headers['strict-transport-security']).toBeUndefined() // This desk is reached by http.
    }
  })

  it('answers public pages itself, under the configured origin', async () => {
    const { port } = await openDoor(async () => {
      throw new Error('this must not be reached')
    })
    const reply = await send(port, get('/s/abc?x=1'))
    expect([reply.status, reply.body]).toEqual([200, 'page http://127.0.0.1:3000/s/abc?x=1'])
    expect((await send(port, get('/s/abc/annotations.jsonld'))).body).toContain('/s/abc/annotations.jsonld')
    const head = await send(port, get('/s/abc').replace('GET', 'HEAD'))
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '32'])
    expect(
      (await send(port, 'POST /s/abc HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')).status,
    ).toBe(405)
  })

  it.each([
    ['text/event-stream', 'stream 7'],
    ['text/event-stream, */*;q=0.5', 'stream 7'],
    ['application/json', 'next'],
    ['text/event-streams', 'next'],
  ])('answers events for Accept: %s by %s', async (accept, body) => {
    const { port } = await openDoor(async (_request, response) => void response.end('next'))
    const reply = await send(port, get('/api/v1/statements/7/events', `Accept: ${accept}\r\n`))
    expect(reply.body).toContain(body)
  })

  it('says what an address takes', async () => {
    const { port } = await openDoor()
    const ask = async (path: string) => (await send(port, get(path).replace('GET', 'OPTIONS'))).headers.allow
    expect(await ask('/')).toBe('OPTIONS, GET, HEAD')
    expect(await ask('/api/v1/statements')).toBe('OPTIONS, GET, HEAD, POST')
  })

  it('answers 500 without a word of why when what is behind fails', async () => {
    const { port } = await openDoor(async () => {
      throw new Error('the secret reason')
    })
    const reply = await send(port, get('/api/v1/statements'))
    expect(reply.status).toBe(500)
    expect(reply.body).not.toContain('secret')
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'internal' })
  })

  it('lets nobody hold a connection by sending slowly', async () => {
    const { door } = await openDoor()
    expect(door.server.headersTimeout).toBeGreaterThan(0)
    expect(door.server.headersTimeout).toBeLessThanOrEqual(15_000)
    expect(door.server.requestTimeout).toBeGreaterThan(0)
    expect(door.server.requestTimeout).toBeLessThanOrEqual(60_000)
  })

  it('finishes what is under way when it stops, and takes nothing new', async () => {
    const { port, door } = await openDoor(async (_request, response) => {
      await sleep(200)
      response.end('done')
    })
    const keptAlive = connect(port, '127.0.0.1')
    const closed = new Promise<void>(resolve => keptAlive.once('close', () => resolve()))
    keptAlive.on('error', () => {})
    const underWay = fetch(`http://127.0.0.1:${port}/`)
    await sleep(80)
    const began = Date.now()
    const stopping = door.close()
    expect(await (await underWay).text()).toBe('done')
    await stopping
    await closed
    expect(Date.now() - began).toBeLessThan(4_000)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })

  it('does not wait for a request that never ends', async () => {
    const { port, door } = await openDoor(() => new Promise(() => {}), 0, 300)
    const endless = fetch(`http://127.0.0.1:${port}/`).catch(() => 'cut off')
    await sleep(80)
    const began = Date.now()
    await door.close()
    expect(await endless).toBe('cut off')
    expect(Date.now() - began).toBeLessThan(4_000)
  })
})

describe('withoutSecrets', () => {
  const token = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'
  it.each([
    ['/statements/01890a5d-ac96-774b-bcce-b302099a8057', '/statements/01890a5d-ac96-774b-bcce-b302099a8057'],
    ['/statements?search=name@example.org', '/statements'],
    [`/s/${token}`, '/s/…'],
    ['/s/short', '/s/…'],
    [`/s/${token}/annotations.jsonld`, '/s/…/annotations.jsonld'],
    [`/invite/${token}?x=1`, '/invite/…'],
    [`/reset-password/${token}`, '/reset-password/…'],
    [`/elsewhere/${token}`, '/elsewhere/…'],
  ])('writes %s as %s', (url, expected) => {
    expect(withoutSecrets(url)).toBe(expected)
  })
})
