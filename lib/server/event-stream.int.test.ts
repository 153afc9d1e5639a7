import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/db/client'
import { appendEvents } from '@/lib/db/events'
import { announce } from '@/lib/db/notify'
import { inTransaction } from '@/lib/db/transaction'
import type { Actor } from '@/lib/domain/actor'
import { env } from '@/lib/platform/env'
import { hashSecret, newSecret } from '@/lib/platform/secrets'
import { createStatement } from '@/lib/use-cases/statements/create-statement'
import { EventSourceClient } from '../../prisma/testing/event-source'
import { type Desk, makeDesk } from '../../prisma/testing/factories'
import { createEventStreams, type EventStreams } from './event-stream'
import { createFrontDoor, type FrontDoor } from './front-door-server'
import { sessionCookieName } from './session-cookie'

type Door = { url: string; streams: EventStreams; frontDoor: FrontDoor }

let desk: Desk
const doors: Door[] = []
const clients: EventSourceClient[] = []

beforeAll(async () => {
  desk = await makeDesk()
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.cut()
  for (const { frontDoor } of doors.splice(0)) await frontDoor.close()
})

afterAll(closeDb)

/** A front door without Next. Polling and heartbeats are so rare that no test sees them unless it asks. */
async function openDoor(options: { heartbeatMs?: number; pollMs?: number } = {}): Promise<Door> {
  const streams = createEventStreams({ heartbeatMs: 60_000, pollMs: 60_000, ...options })
  const frontDoor = createFrontDoor({
    handle: async (_request, response) => void response.end('next'),
    publicPage: async () => new Response('public'),
    streams,
    trustedProxies: 0,
    drainMs: 8_000,
  })
  await new Promise<void>(resolve => frontDoor.server.listen(0, '127.0.0.1', resolve))
  const { port } = frontDoor.server.address() as AddressInfo // A TCP server's address.
  const door = { url: `http://127.0.0.1:${port}`, streams, frontDoor }
  doors.push(door)
  return door
}

async function newStatement(actor: Actor): Promise<string> {
  const text = 'The bridge was opened in 1999.'
  const statement = await createStatement.execute(actor, { title: 'Bridge', claimant: 'Mayor', language: 'en', text })
  return statement.id
}

/** Appends events as a command would: under the stream's lock, announced after the commit. */
async function append(statementId: string, count: number, { isAnnounced = true } = {}): Promise<number> {
  const { workspaceId, memberId } = desk.actors.maple
  const drafts = Array.from({ length: count }, () => ({ type: 'statement.edited', ids: {} }))
  const seq = await inTransaction(db(), tx =>
    appendEvents(tx, { id: statementId, workspaceId }, memberId, new Date(), drafts),
  )
  if (isAnnounced) announce(statementId, seq)
  return seq
}

async function newToken(actor: Actor): Promise<{ id: string; headers: Record<string, string> }> {
  const secret = newSecret()
  const { workspaceId, memberId } = actor
  const { id } = await db().apiToken.create({
    data: { workspaceId, memberId, name: 'test', hint: secret.slice(0, 4), tokenHash: hashSecret(secret) },
  })
  return { id, headers: { authorization: `Bearer ${secret}` } }
}

async function newSession(actor: Actor): Promise<{ id: string; headers: Record<string, string> }> {
  const session = await db().session.create({
    data: { userId: actor.userId, expiresAt: new Date(Date.now() + 3_600_000) },
  })
  const cookie = await encode({ token: { sid: session.id }, secret: env().NEXTAUTH_SECRET })
  return { id: session.id, headers: { cookie: `${sessionCookieName()}=${cookie}` } }
}

function follow(door: Door, statementId: string, headers: Record<string, string>, query = ''): EventSourceClient {
  const client = new EventSourceClient(`${door.url}/api/v1/statements/${statementId}/events${query}`, headers)
  clients.push(client)
  return client
}

const seqsOf = (client: EventSourceClient) => client.messages.map(({ id }) => Number(id))
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

async function killListeners(): Promise<number> {
  const rows = await db().$queryRaw<{ killed: boolean }[]>`
    SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
    WHERE application_name = 'assay-listen' AND datname = current_database()`
  return rows.length
}

describe('the event stream', () => {
  it('sends what has happened after the cursor, then what happens', async () => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    await append(statementId, 3)
    const { headers } = await newToken(desk.actors.almond)
    const client = follow(door, statementId, headers, '?after=1')
    await client.until('the replay', ({ messages }) => messages.length === 3)
    await append(statementId, 2)
    await client.until('the live events', ({ messages }) => messages.length === 5)

    expect(client.messages.at(-1)).toEqual({
      id: '6',
      event: 'change',
      data: { seq: 6, type: 'statement.edited', claimId: null },
    })
    expect(seqsOf(client)).toEqual([2, 3, 4, 5, 6])
    expect(client.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(client.lines[0]).toMatch(/^retry: \d{4}$/)
  })

  it('goes on from Last-Event-ID, which is newer than the address', async () => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    await append(statementId, 4)
    const { headers } = await newSession(desk.actors.birch)
    const client = follow(door, statementId, { ...headers, 'last-event-id': '4' }, '?after=1')
    await client.until('the rest', ({ messages }) => messages.length === 1)
    expect(seqsOf(client)).toEqual([5])
  })

  it.each([
    ['lies in the future', '?after=900', 0],
    ['is too far back', '?after=1', 1_100],
  ])('tells a reader whose cursor %s to read everything anew, and goes on', async (_case, query, more) => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    const seq = more > 0 ? await append(statementId, more) : 1
    const { headers } = await newToken(desk.actors.almond)
    const client = follow(door, statementId, headers, query)
    await client.until('the reset', ({ messages }) => messages.length === 1)
    await append(statementId, 1)
    await client.until('the next event', ({ messages }) => messages.length === 2)
    expect(client.messages).toEqual([
      { id: String(seq), event: 'reset', data: { seq } },
      { id: String(seq + 1), event: 'change', data: { seq: seq + 1, type: 'statement.edited', claimId: null } },
    ])
  })

  it('gives every reader every seq in order, whoever writes, however often they are cut off', async () => {
    const door = await openDoor({ pollMs: 500 })
    const statementId = await newStatement(desk.actors.maple)
    const { headers } = await newToken(desk.actors.almond)
    const { headers: others } = await newToken(desk.actors.birch)
    const writers = 8
    const each = 25
    const last = 1 + writers * each
    let isWriting = true

    const readers = Array.from({ length: 24 }, async (_, index) => {
      const seen: number[] = []
      let cuts = 0
      for (;;) {
        const cursor = seen.at(-1)
        const client = follow(door, statementId, {
          ...(index % 2 === 0 ? headers : others),
          ...(cursor ? { 'last-event-id': String(cursor) } : {}),
        })
        const patience = 15 + Math.random() * 60
        const isLastTime = !isWriting || cuts > 25
        await (isLastTime
          ? client.until('the end', () => client.messages.at(-1)?.id === String(last) || client.status >= 400, 15_000)
          : sleep(patience))
        client.cut()
        expect(client.messages.every(({ event }) => event === 'change')).toBe(true)
        seen.push(...seqsOf(client))
        cuts++
        if (seen.at(-1) === last) return { seen, cuts }
        if (client.status >= 400) await sleep(20) // Places of streams just cut off are free a moment later.
      }
    })
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let i = 0; i < each; i++) {
          await append(statementId, 1)
          await sleep(Math.random() * 10)
        }
      }),
    )
    isWriting = false
    const done = await Promise.all(readers)
    for (const { seen } of done) expect(seen).toEqual(upTo(last))
    expect(Math.min(...done.map(({ cuts }) => cuts))).toBeGreaterThan(1)
  })

  it('loses nothing when its LISTEN connection is killed, again and again', async () => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    const { headers } = await newToken(desk.actors.almond)
    const readers = Array.from({ length: 5 }, () => follow(door, statementId, headers))
    await Promise.all(readers.map(reader => reader.until('the first event', ({ messages }) => messages.length === 1)))
    let seq = 1
    for (let round = 0; round < 6; round++) {
      expect(await killListeners()).toBe(1)
      // Committed while nobody listens; the poll is a minute away, so the reconnection has to look for it.
      seq = await append(statementId, 2)
      await Promise.all(
        readers.map(reader => reader.until(`event ${seq}`, ({ lastId }) => lastId === String(seq), 10_000)),
      )
    }
    for (const reader of readers) expect(seqsOf(reader)).toEqual(upTo(seq))
  })

  it('finds by polling what was never announced', async () => {
    const door = await openDoor({ pollMs: 100 })
    const statementId = await newStatement(desk.actors.maple)
    const { headers } = await newToken(desk.actors.almond)
    const client = follow(door, statementId, headers)
    await client.until('the first event', ({ messages }) => messages.length === 1)
    await append(statementId, 3, { isAnnounced: false })
    await client.until('the others', ({ messages }) => messages.length === 4)
    expect(seqsOf(client)).toEqual([1, 2, 3, 4])
  })

  it.each([
    [
      'the membership',
      async (actor: Actor) =>
        void (await db().member.update({ where: { id: actor.memberId }, data: { removedAt: new Date() } })),
    ],
    [
      'the session',
      async (_actor: Actor, session: string) =>
        void (await db().session.update({ where: { id: session }, data: { revokedAt: new Date() } })),
    ],
  ])('ends before the next event when %s has ended', async (_case, end) => {
    const door = await openDoor()
    const own = await makeDesk({ reviewers: 2 })
    const { almond, birch } = own.actors
    const statementId = await newStatement(own.actors.maple)
    const session = await newSession(almond)
    const [leaver, stayer] = [
      follow(door, statementId, session.headers),
      follow(door, statementId, (await newSession(birch)).headers),
    ]
    for (const client of [leaver, stayer])
      await client.until('the first event', ({ messages }) => messages.length === 1)
    await end(almond, session.id)
    const { workspaceId, memberId } = own.actors.maple
    const seq = await inTransaction(db(), tx =>
      appendEvents(tx, { id: statementId, workspaceId }, memberId, new Date(), [{ type: 'statement.edited' }]),
    )
    announce(statementId, seq)
    await stayer.until('the event', ({ messages }) => messages.length === 2)
    await leaver.until('its end', ({ isClosed }) => isClosed)
    expect(leaver.messages.map(({ event }) => event)).toEqual(['change', 'end'])
    const again = follow(door, statementId, session.headers)
    await again.until('a refusal', ({ status }) => status > 0)
    expect([401, 403]).toContain(again.status)
  })

  it('ends on a heartbeat when the token has ended, and beats for the others', async () => {
    const door = await openDoor({ heartbeatMs: 80 })
    const statementId = await newStatement(desk.actors.maple)
    const token = await newToken(desk.actors.almond)
    const client = follow(door, statementId, token.headers)
    const stayer = follow(door, statementId, (await newToken(desk.actors.almond)).headers)
    for (const one of [client, stayer]) await one.until('a heartbeat', ({ lines }) => lines.includes(': beat'))
    await db().apiToken.update({ where: { id: token.id }, data: { revokedAt: new Date() } })
    await client.until('its end', ({ isClosed }) => isClosed)
    expect(client.messages.at(-1)).toEqual({ id: null, event: 'end', data: { reason: 'signed-out' } })
    const beats = stayer.lines.length
    await stayer.until('another heartbeat', ({ lines }) => lines.length > beats)
    expect(stayer.isClosed).toBe(false)
  })

  it('refuses a person’s twenty-first stream, and takes it when another has closed', async () => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    const { headers } = await newToken(desk.actors.cedar)
    const open = Array.from({ length: 20 }, () => follow(door, statementId, headers))
    await Promise.all(open.map(client => client.until('its beginning', ({ messages }) => messages.length === 1)))
    const refused = follow(door, statementId, headers)
    await refused.until('a refusal', ({ isClosed }) => isClosed)
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('30')

    open[0]?.cut()
    await sleep(50)
    const taken = follow(door, statementId, headers)
    await taken.until('its beginning', ({ messages }) => messages.length === 1)
  })

  it.each([
    ['nobody', 401, async () => ({}), ''],
    [
      'a member of another desk',
      404,
      async () => (await newToken((await makeDesk({ reviewers: 1 })).actors.almond)).headers,
      '',
    ],
    ['a cursor that is no number', 422, async () => (await newToken(desk.actors.almond)).headers, '?after=first'],
    [
      'a filter, with which numbers would have gaps',
      422,
      async () => (await newToken(desk.actors.almond)).headers,
      '?claimId=x',
    ],
    ['a forged token', 401, async () => ({ authorization: `Bearer ${newSecret()}` }), ''],
  ])('refuses %s', async (_case, status, headersOf, query) => {
    const door = await openDoor()
    const client = follow(door, await newStatement(desk.actors.maple), await headersOf(), query)
    await client.until('a refusal', ({ isClosed }) => isClosed)
    expect(client.status).toBe(status)
    expect(client.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(client.body)).toMatchObject({ status })
  })

  it('shows no stream of the workspace, and none to an id that is none', async () => {
    const door = await openDoor()
    const { headers } = await newToken(desk.actors.almond)
    for (const [id, status] of [
      [desk.workspace.id, 404],
      ['nonsense', 422],
    ] as const) {
      const client = follow(door, id, headers)
      await client.until('a refusal', ({ isClosed }) => isClosed)
      expect(client.status).toBe(status)
    }
  })

  it('leaves the JSON page of the same address to Next', async () => {
    const door = await openDoor()
    const response = await fetch(`${door.url}/api/v1/statements/x/events`, { headers: { accept: 'application/json' } })
    expect(await response.text()).toBe('next')
  })

  it('stops by sending clients away for a moment', async () => {
    const door = await openDoor()
    const statementId = await newStatement(desk.actors.maple)
    const client = follow(door, statementId, (await newToken(desk.actors.almond)).headers)
    await client.until('the first event', ({ messages }) => messages.length === 1)
    const began = Date.now()
    await door.frontDoor.close()
    await client.until('its end', ({ isClosed }) => isClosed)
    expect(Date.now() - began).toBeLessThan(4_000)
    expect(client.lines.at(-1)).toMatch(/^retry: \d+$/)
    expect(client.messages.every(({ event }) => event === 'change')).toBe(true)
  })
})
