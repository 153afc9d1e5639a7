import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { publicOrigin } from '@/lib/platform/env'

/** The request's headers as the Web knows them. */
export function headersOf({ headers }: IncomingMessage): Headers {
  const copy = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) copy.append(name, one)
  }
  return copy
}

/** A request as the Web knows it, under the configured origin whatever Host it named. Its body is read as it is asked for. */
export function requestOf(request: IncomingMessage): Request {
  const { method = 'GET', url = '/' } = request
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(request), duplex: 'half' } : {}
  // Node's streams and `duplex`, which a streamed body asks for, are missing from the DOM's types.
  const init = { method, headers: headersOf(request), ...body } as RequestInit
  return new Request(publicOrigin() + url, init)
}

/** Writes a Web response whole; without its body where the request was HEAD. For replies that are in memory anyway. */
export async function sendResponse(to: ServerResponse, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  if (to.destroyed || to.headersSent) return
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') to.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) to.setHeader('set-cookie', cookies)
  if (response.status !== 204 && response.status !== 304) to.setHeader('content-length', body.byteLength)
  to.writeHead(response.status)
  to.end(to.req.method === 'HEAD' ? undefined : body)
}
