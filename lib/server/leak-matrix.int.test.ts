import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as answerUnknown } from '@/app/api/[...unknown]/route'
import { GET as answerLive } from '@/app/api/health/live/route'
import { GET as answerReady } from '@/app/api/health/ready/route'
import { GET as answerOpenApi } from '@/app/api/v1/openapi.json/route'
import { ALL_CONTRACTS } from '@/lib/contracts/all-contracts'
import { closeDb, db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { editClaim } from '@/lib/use-cases/claims/edit-claim'
import { bearerOf } from '@/prisma/testing/api-call'
import { castAs, makeClaim, readAs } from '@/prisma/testing/claims'
import { EventSourceClient } from '@/prisma/testing/event-source'
import { type Desk, makeDesk } from '@/prisma/testing/factories'
import { neutral, type Reply, replyTo } from '@/prisma/testing/leak-replies'
import { CANNOT_TELL, type Call, looks, looksAtTheDesk, walk } from '@/prisma/testing/leak-ways'
import {
  actorOf,
  CANARY,
  type Place,
  sealedDesk,
  sealedPlace,
  VIEWERS,
  type Viewer,
  WORLDS,
} from '@/prisma/testing/sealed-worlds'
import { createEventStreams } from './event-stream'
import { createFrontDoor, type FrontDoor } from './front-door-server'
import { servePublicPage } from './public-page/serve'

/** Route files that serve no contract's operation: each is called below, or says why it cannot tell. */
const OTHER_ROUTES: Readonly<Record<string, (() => unknown) | string>> = {
  'api/health/live': answerLive,
  'api/health/ready': answerReady,
  'api/v1/openapi.json': answerOpenApi,
  'api/[...unknown]': answerUnknown,
  'api/auth/[...nextauth]': 'Signs people in and out; it reads people and sessions alone.',
}
/** What the front door answers itself. `{token}` is a share's, `{receipt}` that of a report sent through it. */
const FRONT_DOOR = [
  '/s/{token}',
  '/s/{token}/snapshot.json',
  '/s/{token}/status.json',
  '/s/{token}/annotations.jsonld',
  '/s/{token}/collection.jsonld',
  '/s/{token}/text',
  '/s/{token}/corrections',
  '/s/{token}/report',
  '/s/{token}/report/{receipt}',
  '/s/{token}/nothing',
] as const
const STREAM = 'event stream'
const SENT_REPORT = 'POST /s/{token}/report'

/** A world's desk, and the other desk that its stranger comes from. */
type Setting = { desk: Desk; strangers: Desk }
let frontDoor: FrontDoor
let door: string

beforeAll(async () => {
  frontDoor = createFrontDoor({
    handle: async (_request, response) => void response.end('next'),
    publicPage: servePublicPage,
    streams: createEventStreams({ heartbeatMs: 60_000, pollMs: 60_000 }),
    trustedProxies: 0,
  })
  await new Promise<void>(resolve => frontDoor.server.listen(0, '127.0.0.1', resolve))
  door = `http://127.0.0.1:${(frontDoor.server.address() as AddressInfo).port}` // A TCP server's address.
})
afterAll(async () => {
  await frontDoor.close()
  await closeDb()
})

/** Does all that can be done over HTTP, or tried, as one viewer around sealed rounds, and returns every reply. */
async function replies({ desk, strangers }: Setting, viewer: Viewer, world: keyof typeof WORLDS): Promise<Reply[]> {
  const place = await sealedPlace(desk, WORLDS[world])
  const actor = actorOf(desk, viewer, strangers)
  const token = actor ? await bearerOf(actor) : null
  const said: Reply[] = []
  const go = async (calls: readonly Call[]) => {
    for (const call of calls) said.push(await replyTo(call, token))
  }
  const look = async (isWhole: boolean) => {
    await go(looks(place))
    said.push(...(await ownAddresses(place, viewer)), await streamOf(place, token))
    if (!isWhole) return
    await go(looksAtTheDesk())
    said.push(...(await otherRoutes()))
  }
  await look(true)
  if (viewer === 'reader') said.push(await reportAsReader(place))
  const phases = walk(place, actor?.memberId ?? desk.actors.almond.memberId)
  for (const [number, calls] of phases.entries()) {
    await go(calls)
    // The sealed round ends unseen also where the viewer may not change the claim.
    if (calls.some(([way]) => way === 'editClaim')) await changeAsEditor(place)
    await look(number === phases.length - 1)
  }
  return said
}

/** Unless the viewer has changed the claim under its first round, an editor does. */
async function changeAsEditor({ desk, claimId }: Place): Promise<void> {
  const { version, round } = await readAs(desk.actors.maple, claimId)
  if (round.number > 1) return
  await editClaim.execute(desk.actors.maple, { claimId, version, claimReviewed: 'Arrivals fell.' })
}

async function ownAddresses({ shareToken, receipt }: Place, viewer: Viewer): Promise<Reply[]> {
  // Anyone at all has a link that leads nowhere.
  const token = viewer === 'anyone' ? 'b'.repeat(43) : shareToken
  return await Promise.all(
    FRONT_DOOR.map(async way => {
      const reply = await fetch(`${door}${way.replace('{token}', token).replace('{receipt}', receipt)}`)
      return { way, status: reply.status, text: await reply.text() }
    }),
  )
}

/** A reader reports an error, as the form of a public page does. */
async function reportAsReader({ shareToken }: Place): Promise<Reply> {
  const body = new URLSearchParams({ text: 'Another thing is wrong.', check: '1' })
  const headers = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }
  const reply = await fetch(`${door}/s/${shareToken}/report`, { method: 'POST', body, headers, redirect: 'manual' })
  return { way: SENT_REPORT, status: reply.status, text: await reply.text() }
}

/** What a live stream has sent by the time it has caught up. */
async function streamOf({ statementId }: Place, token: string | null): Promise<Reply> {
  const { seq } = await db().eventStream.findUniqueOrThrow({ where: { id: statementId } })
  const client = new EventSourceClient(
    `${door}/api/v1/statements/${statementId}/events`,
    token === null ? {} : { authorization: `Bearer ${token}` },
  )
  await client.until('its end or the last event', ({ lastId, isClosed }) => isClosed || lastId === String(seq))
  client.cut()
  const lines = client.lines.filter(line => !line.startsWith('retry:'))
  return { way: STREAM, status: client.status, text: [...lines, client.body].join('\n') }
}

async function otherRoutes(): Promise<Reply[]> {
  const called = Object.entries(OTHER_ROUTES).flatMap(([way, answer]) =>
    typeof answer === 'string' ? [] : [{ way, answer }],
  )
  return await Promise.all(
    called.map(async ({ way, answer }) => {
      const reply = await answer()
      if (!(reply instanceof Response)) throw new Error(`${way} does not answer`)
      return { way, status: reply.status, text: await reply.text() }
    }),
  )
}

describe('the leak matrix', () => {
  const settings = {} as Record<keyof typeof WORLDS, Setting>
  const cells = new Set<string>()
  let compared = 0
  const allWays = [
    ...ALL_CONTRACTS.map(({ id }) => id).filter(id => !(id in CANNOT_TELL)),
    ...FRONT_DOOR,
    STREAM,
    ...Object.keys(OTHER_ROUTES).filter(way => typeof OTHER_ROUTES[way] !== 'string'),
  ]

  beforeAll(async () => {
    for (const world of ['one', 'other'] as const) {
      const strangers = await makeDesk({ name: 'The other desk', reviewers: 1, editors: 0 })
      settings[world] = { desk: await sealedDesk(), strangers }
    }
  })
  afterAll(() => {
    process.stdout.write(
      `leak matrix: ${cells.size} cells (${allWays.length} ways × ${VIEWERS.length} roles), ${compared} pairs of replies\n`,
    )
  })

  it('has a row for every route file: those of contracts are found by their path', () => {
    const root = path.join(import.meta.dirname, '../../app')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      file => path.basename(file) === 'route.ts',
    )
    const known = [
      ...ALL_CONTRACTS.map(contract => `api/v1${contract.path.replace(/\{(\w+)\}/g, '[$1]')}`),
      ...Object.keys(OTHER_ROUTES),
    ]
    expect(
      files.map(file => path.dirname(file).replaceAll(path.sep, '/')).filter(route => !known.includes(route)),
    ).toEqual([])
  })

  describe.each(VIEWERS)('before %s', viewer => {
    let said: Record<keyof typeof WORLDS, Reply[]>
    beforeAll(async () => {
      said = {
        one: await replies(settings.one, viewer, 'one'),
        other: await replies(settings.other, viewer, 'other'),
      }
    }, 240_000)

    it('shows nothing of what others cast, in any reply, before and after the round is abandoned', () => {
      const own = /Canary third|canary\.example\/c|search=canary/g // The viewer cites it too, and searches for it.
      for (const { way, text } of [...said.one, ...said.other]) {
        expect([way, text.replace(own, '').match(CANARY)]).toEqual([way, null])
      }
    })

    it('makes no difference to any reply: not by a word, an order, a count or an id', () => {
      expect(said.one.length).toBe(said.other.length)
      said.one.forEach((reply, index) => {
        const other = said.other[index] ?? { way: 'nothing', status: 0, text: '' }
        expect([index, reply.way, reply.status, neutral(reply)]).toEqual([
          index,
          other.way,
          other.status,
          neutral(other),
        ])
        cells.add(`${reply.way} ${viewer}`)
        compared++
      })
    })

    it('answers every way, and fails in none', () => {
      const ways = viewer === 'reader' ? [...allWays, SENT_REPORT] : allWays
      expect([...new Set(said.one.map(({ way }) => way))].sort()).toEqual(ways.sort())
      for (const { way, status } of said.one) expect([way, status < 500]).toEqual([way, true])
    })
  })

  it('opens to everyone at once, and what it hid is what is seen then', async () => {
    const desk = await makeDesk({ reviewers: 4 })
    const { id } = await makeClaim(desk)
    for (const name of ['almond', 'hazel'] as const) {
      const { rating, ...rest } = WORLDS.one[name]
      await castAs(desk.actors[name], id, rating, rest as object)
    }
    const everyone = [...desk.reviewers, ...desk.editors, desk.actors.admin]
    const seenBy = async (actor: Actor) =>
      JSON.stringify((await readAs(actor, id)).rounds).match(/canary/gi)?.length ?? 0
    const before = await Promise.all(everyone.map(seenBy))
    expect(before.map(count => count > 0)).toEqual([true, false, false, true, false, false, false])
    await castAs(desk.actors.birch, id, 'TRUE')
    expect(new Set(await Promise.all(everyone.map(seenBy)))).toEqual(new Set([217]))
  })
})
