import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { check } from '@/lib/contracts/check'
import { listEventsContract } from '@/lib/contracts/events'
import { AppError } from '@/lib/platform/app-error'
import { openHistory } from '@/lib/use-cases/events/read-signals'
import type { Credential } from '@/lib/use-cases/events/still-standing'
import { actorIn, type Caller, callerOf } from './actor'
import { clientAddress } from './client-address'
import { encodeRetry } from './event-encoding'
import { followerOn } from './event-follower'
import { createEventHub, type HubOptions } from './event-hub'
import { problemResponse } from './problem-response'
import { limitRequests } from './rate-limit'
import { headersOf, sendResponse } from './web-messages'

/** Open streams for each person and instance: more than anyone has tabs, fewer than would hurt. */
const STREAMS_PER_USER = 20
/** When a client connects again (ms): spread, so that a restart does not bring all of them at once. */
const RETRY_MS = { least: 1_000, most: 3_000 }

/** The query of a stream: what the JSON page takes, without its paging. */
const StreamQuery = listEventsContract.input.pick({ statementId: true, after: true })

export type EventStreams = {
  /** Answers `GET /api/v1/statements/{statementId}/events` as text/event-stream, until one side ends it. */
  serve(request: IncomingMessage, response: ServerResponse, statementId: string): Promise<void>
  /** Ends all streams so that their clients come back, and refuses new ones. */
  stop(): Promise<void>
}

/** The live side of the API, on plain node:http: one buffer for each event, written to every client. */
export function createEventStreams(options?: HubOptions): EventStreams {
  const hub = createEventHub(options)
  const streams = new Set<ServerResponse>()
  const places = new Map<string, number>()
  let isStopping = false

  async function serve(request: IncomingMessage, response: ServerResponse, statementId: string): Promise<void> {
    const requestId = randomUUID()
    try {
      if (isStopping) throw new AppError('unavailable', 'The desk is restarting. Try again.', { retryAfter: 2 })
      const headers = headersOf(request)
      const caller = await callerOf(headers)
      await limitRequests(caller?.identity.userId ?? clientAddress(headers), 'member')
      if (!caller) throw new AppError('sign-in-required', 'Sign in first, or send a bearer token.')
      const { workspaceId, after } = cursorOf(request, headers, statementId)
      const actor = actorIn(caller, workspaceId, headers)
      const { stream } = await openHistory(actor, statementId)
      const leavePlace = takePlace(places, actor.userId)
      whenOver(response, leavePlace)

      const watched = await hub.watch(stream)
      const follower = followerOn(response, credentialOf(caller), after)
      whenOver(response, () => watched.leave(follower))
      const { seq } = await openHistory(actor, statementId)
      if (response.destroyed || isStopping) return void response.destroy()
      begin(response, requestId)
      streams.add(response)
      whenOver(response, () => streams.delete(response))
      await watched.join(follower, seq)
    } catch (error) {
      if (response.headersSent) response.destroy()
      else await sendResponse(response, problemResponse(error, requestId))
    }
  }

  return {
    serve,
    async stop() {
      isStopping = true
      for (const response of streams) response.end(encodeRetry(retryMs()))
      await hub.stop()
    },
  }
}

/** Where the reader wants to go on. The browser's own Last-Event-ID is newer than the address it first opened. */
function cursorOf(request: IncomingMessage, headers: Headers, statementId: string) {
  const { searchParams } = new URL(request.url ?? '', 'http://desk.invalid')
  const { workspace = null, ...query } = Object.fromEntries(searchParams)
  const lastEventId = headers.get('last-event-id')
  const checked = check(StreamQuery, { ...query, ...(lastEventId ? { after: lastEventId } : {}), statementId })
  if (!checked.isValid) {
    throw new AppError(
      'invalid-input',
      'A stream takes a Last-Event-ID or ?after=, the number of the last event seen.',
      { errors: checked.problems },
    )
  }
  return { workspaceId: workspace, after: checked.value.after }
}

function credentialOf({ identity: { sessionId, tokenId } }: Caller): Credential {
  if (sessionId !== null) return { sessionId, tokenId: null }
  if (tokenId !== null) return { sessionId: null, tokenId }
  throw new Error('a caller came by neither session nor token')
}

/** Counts one more open stream of the person. Throws too-many-requests when they have their fill. */
function takePlace(places: Map<string, number>, userId: string): () => void {
  const taken = places.get(userId) ?? 0
  if (taken >= STREAMS_PER_USER) {
    throw new AppError('too-many-requests', `You have ${taken} live views open. Close some and try again.`, {
      retryAfter: 30,
    })
  }
  places.set(userId, taken + 1)
  return () => {
    const left = (places.get(userId) ?? 1) - 1
    if (left > 0) places.set(userId, left)
    else places.delete(userId)
  }
}

function begin(response: ServerResponse, requestId: string): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would collect events until its buffer is full.
    'x-accel-buffering': 'no',
    'x-request-id': requestId,
  })
  response.write(encodeRetry(retryMs()))
}

function retryMs(): number {
  return RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least)
}

/** Runs once the response has ended, however; at once if it has. */
function whenOver(response: ServerResponse, step: () => void): void {
  if (response.destroyed) step()
  else response.once('close', step)
}
