import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/platform/log'

/** Logs one line when the reply is done: what was asked and how it went, without addresses, queries or secrets. */
export function logAccess(request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now()
  const { method, url } = request
  response.once('close', () => {
    const path = withoutSecrets(url ?? '')
    const line = {
      method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
      requestId: response.getHeader('x-request-id')?.toString(),
      ...(response.writableFinished ? {} : { isCutShort: true }),
    }
    if (response.statusCode >= 500) log.warn(line, 'request')
    else if (path.startsWith('/_next/') || path.startsWith('/api/health/')) log.debug(line, 'request')
    else log.info(line, 'request')
  })
}

/** A path that may be kept: no query, no share token, no link of an invitation or a reset. */
export function withoutSecrets(url: string): string {
  const path = url.split(/[?#]/, 1)[0]?.slice(0, 500) ?? ''
  // Whatever its route, nothing but a secret is this long in one piece; an id has hyphens after eight characters.
  return path.replace(/^(\/(?:s|invite|reset-password)\/)[^/]+/, '$1…').replace(/[^/]{43,}/g, '…')
}
