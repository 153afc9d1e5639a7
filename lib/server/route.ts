import { randomUUID } from 'node:crypto'
import { pathParameters } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/domain/actor'
import { AppError } from '@/lib/platform/app-error'
import type { Operation } from '@/lib/use-cases/define'
import { actorIn, callerOf } from './actor'
import { clientAddress } from './client-address'
import { readJsonObject } from './json-body'
import { problemResponse } from './problem-response'
import { limitRequests } from './rate-limit'
import { refuseForeignOrigin } from './same-site'

/** What Next hands a route handler; the front door builds the same. */
export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>

type Options = {
  /** Writes the reply, where it is not the contract's JSON. */
  respond?: (reply: unknown, request: Request) => Response
}

/**
 * The one way in: origin, content type, size, shape, session or token, rate limit, then the operation; errors come out as
 * problem+json. Works on Web requests, so that Next and the front door run the same code.
 */
export function route(operation: Operation, options: Options = {}): RouteHandler {
  const { contract } = operation
  const isUnsafe = contract.method !== 'GET'
  return async (request, context) => {
    const requestId = randomUUID()
    try {
      const caller = contract.access === 'member' ? await callerOf(request.headers) : null
      if (isUnsafe && (caller?.by === 'cookie' || contract.access === 'public')) refuseForeignOrigin(request.headers)
      await limitRequests(caller?.identity.userId ?? clientAddress(request.headers), contract.access)

      const { input, workspaceId } = await inputOf(request, context, contract.path, contract.maxBytes)
      const actor: Actor | null = caller ? actorIn(caller, workspaceId, request.headers) : null
      const reply = await operation.execute(actor, input, {
        idempotencyKey: idempotencyKey(request.headers),
        address: clientAddress(request.headers),
        ...(caller?.identity.sessionId ? { sessionId: caller.identity.sessionId } : {}),
      })
      return options.respond?.(reply, request) ?? json(reply, contract.status, requestId)
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}

/** Path, query and body as the one object a contract parses. The path wins: a body cannot name another thing than the address does. */
async function inputOf(request: Request, context: RouteContext, path: string, maxBytes: number) {
  const url = new URL(request.url)
  const query = Object.fromEntries(url.searchParams)
  const { workspace, ...filters } = query
  const hasBody = request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH'
  const { workspaceId, ...body } = hasBody ? await readJsonObject(request, maxBytes) : {}
  const params = await context.params
  const named = Object.fromEntries(pathParameters(path).map(name => [name, params[name]]))
  const input = hasBody ? { ...body, ...named } : { ...filters, ...named }
  return { input, workspaceId: desk(workspaceId ?? workspace) }
}

function desk(workspaceId: unknown): string | null {
  if (workspaceId === undefined) return null
  if (typeof workspaceId === 'string') return workspaceId
  throw new AppError('invalid-input', 'workspaceId must be the id of a desk.', {
    errors: [{ path: 'workspaceId', message: 'Send an id.' }],
  })
}

function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key')
  if (key === null) return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError('bad-request', 'The Idempotency-Key must be 1 to 200 visible ASCII characters.')
  return key
}

function json(reply: unknown, status: number, requestId: string): Response {
  return new Response(JSON.stringify(reply), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      'x-content-type-options': 'nosniff',
    },
  })
}
