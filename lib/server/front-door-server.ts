import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError } from '@/lib/platform/app-error'
import { log } from '@/lib/platform/log'
import { logAccess } from './access-log'
import { followConnections } from './connections'
import type { EventStreams } from './event-stream'
import { problemResponse } from './problem-response'
import { refusalPage } from './refusal-page'
import { isReplayAddress, serveReplayPage } from './replay-page'
import { methodsOf, pathOf, refuseOddRequest } from './request-guard'
import { settleHeaders } from './request-headers'
import { setSecurityHeaders } from './security-headers'
import { requestOf, sendResponse } from './web-messages'

/** Headers must be in by then (ms), and the whole request: nobody holds a connection by sending slowly. */
const HEADERS_MS = 15_000
const REQUEST_MS = 60_000
/** Longer than the minute after which common balancers let go of an idle connection, so that it is they who close it. */
const KEEP_ALIVE_MS = 65_000
/** How long (ms) requests under way may take when the server stops. */
const DRAIN_MS = 8_000

type Options = {
  /** Answers everything that the front door does not: Next. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Answers `/s/…` from bytes. */
  publicPage: (request: Request) => Promise<Response>
  streams: EventStreams
  /** How many proxies stand in front, each of which appends to X-Forwarded-For whom it saw. */
  trustedProxies: number
  drainMs?: number
}

export type FrontDoor = {
  readonly server: Server
  /** Takes no more requests, ends the streams, lets the others finish, then closes what is left. */
  close(): Promise<void>
}

/**
 * The process's one HTTP server: turns odd requests away, says who is calling from where, answers public pages and event
 * streams itself and hands the rest on.
 */
export function createFrontDoor({
  handle,
  publicPage,
  streams,
  trustedProxies,
  drainMs = DRAIN_MS,
}: Options): FrontDoor {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    refuseOddRequest(request)
    settleHeaders(request, trustedProxies)
    const path = pathOf(request)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { allow: ['OPTIONS', ...methodsOf(path)].join(', ') }).end()
    } else if (path === '/s' || path.startsWith('/s/')) {
      const reply = await publicPage(requestOf(request))
      // What was not read of a body stays unread.
      if (!request.complete) response.setHeader('connection', 'close')
      await sendResponse(response, reply)
    } else if (isReplayAddress(path)) {
      await sendResponse(response, await serveReplayPage(requestOf(request)))
    } else {
      const statementId = streamAsked(request, path)
      if (statementId) await streams.serve(request, response, statementId)
      else await handle(request, response)
    }
  }

  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      logAccess(request, response)
      setSecurityHeaders(response)
      answer(request, response)
        .catch(error => refuse(request, response, error))
        .catch(error => {
          log.error({ err: error }, 'a refusal could not be sent')
          response.destroy()
        })
    },
  )
  const closeWhenIdle = followConnections(server)
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => endRaw(socket, 405))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else endRaw(socket, RAW_STATUS[error.code ?? ''] ?? 400)
  })

  return {
    server,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      await streams.stop()
      closeWhenIdle()
      const late = setTimeout(() => server.closeAllConnections(), drainMs)
      await closed
      clearTimeout(late)
    },
  }
}

/** The statement whose live stream is asked for, or null. Without text/event-stream the same address is a JSON page. */
function streamAsked({ method, headers }: IncomingMessage, path: string): string | null {
  if (method !== 'GET' || !/(^|,)\s*text\/event-stream\s*(;|,|$)/i.test(headers.accept ?? '')) return null
  return /^\/api\/v1\/statements\/([^/]+)\/events$/.exec(path)?.[1] ?? null
}

/** Answers with problem details. A body that is still on its way is not read: the connection closes instead. */
async function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
  if (response.headersSent) {
    log.error({ err: error }, 'a reply broke off')
    response.destroy()
    return
  }
  const isForPeople = !request.url?.startsWith('/api/') && /\btext\/html\b/.test(request.headers.accept ?? '')
  const problem = isForPeople ? refusalPage(error, randomUUID()) : problemResponse(error, randomUUID())
  if (error instanceof AppError && error.code === 'method-not-allowed') {
    problem.headers.set('allow', ['OPTIONS', ...methodsOf(pathOf(request))].join(', '))
  }
  if (!request.complete) problem.headers.set('connection', 'close')
  await sendResponse(response, problem)
}

const RAW_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 405,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

const RAW_WORDS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers a connection that never became a request. */
function endRaw(socket: Duplex, status: number): void {
  const title = RAW_WORDS[status] ?? 'Bad Request'
  const body = JSON.stringify({ type: 'about:blank', title, status, code: 'bad-request', detail: `${title}.` })
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `${status === 405 ? 'Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n' : ''}Connection: close\r\n\r\n${body}`,
  )
}
