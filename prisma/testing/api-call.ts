import { randomUUID } from 'node:crypto'
import { db } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { hashSecret, newSecret } from '../../lib/platform/secrets'
import type { RouteHandler } from '../../lib/server/route'

/** A bearer token of the actor's that works for an hour. */
export async function bearerOf(actor: Actor): Promise<string> {
  const token = newSecret()
  await db().apiToken.create({
    data: {
      workspaceId: actor.workspaceId,
      memberId: actor.memberId,
      name: 'test',
      tokenHash: hashSecret(token),
      hint: token.slice(0, 6),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  return token
}

type Call = {
  method?: string
  /** What comes after /api/v1. */
  path?: string
  params?: Record<string, string>
  token?: string
  json?: unknown
  /** A body as it is, in place of `json`. */
  body?: BodyInit
  headers?: Record<string, string>
}

/** Calls a route's handler as a client of the API would, with a Web Request. */
export async function call(
  handler: RouteHandler,
  request: Call = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const { method = 'GET', path = '/test', params = {}, token, json, body, headers = {} } = request
  const hasJson = json !== undefined
  const reply = await handler(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, {
      method,
      headers: {
        'x-assay-address': `test-${randomUUID()}`,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(hasJson ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(hasJson ? { body: JSON.stringify(json) } : body === undefined ? {} : { body }),
    }),
    { params: Promise.resolve(params) },
  )
  const text = await reply.text()
  const isJson = (reply.headers.get('content-type') ?? '').includes('json')
  return { status: reply.status, body: isJson && text !== '' ? JSON.parse(text) : text, headers: reply.headers }
}
