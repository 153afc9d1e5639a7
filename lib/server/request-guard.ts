import type { IncomingMessage } from 'node:http'
import { ALL_CONTRACTS } from '@/lib/contracts/all-contracts'
import { AppError } from '@/lib/platform/app-error'
import { isReportAddress } from './public-page/report-address'

const MAX_TARGET = 4_096
/** The largest body any operation takes, with room for its JSON; each operation has its own, smaller limit. */
const MAX_BODY = 13 * 1024 * 1024
/** Sign-in and its relatives, which next-auth reads whole. */
const MAX_AUTH_BODY = 32 * 1024

const BODY_METHODS = new Set(['POST', 'PUT', 'PATCH'])
const PAGE_METHODS = ['GET', 'HEAD'] as const
const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Throws the refusal of a request that nothing behind the front door should see: odd targets, methods and bodies. */
export function refuseOddRequest(request: IncomingMessage): void {
  refuseOddTarget(request.url ?? '')
  const allowed = methodsOf(pathOf(request))
  const method = request.method ?? ''
  if (method !== 'OPTIONS' && !allowed.includes(method)) {
    throw new AppError('method-not-allowed', `This address takes ${allowed.join(', ')}.`)
  }
  refuseOddBody(request)
}

/** The path of a request whose target has been found in order. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}

const OPERATIONS = ALL_CONTRACTS.map(({ method, path }) => ({
  method,
  // Braces are the only special characters in a contract's path.
  pattern: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** What an address answers to besides OPTIONS. Pages are only read: Next would run posted Server Actions at any of them. */
export function methodsOf(path: string): readonly string[] {
  if (isReportAddress(path)) return ['GET', 'HEAD', 'POST']
  if (!path.startsWith('/api/')) return PAGE_METHODS
  if (path.startsWith('/api/health/') || path === '/api/v1/openapi.json') return PAGE_METHODS
  if (path.startsWith('/api/auth/')) return ['GET', 'HEAD', 'POST']
  const methods = OPERATIONS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  if (methods.length === 0) return API_METHODS // An unknown address is refused as such behind.
  return methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter(method => method !== 'GET')] : methods
}

/** Throws for targets that no link leads to: malformed ones, and Next's own pages. It answers some of them with 500. */
function refuseOddTarget(target: string): void {
  const refused = new AppError('bad-request', 'This address is not well-formed. Follow a link, or type it again.')
  if (target.length > MAX_TARGET) throw new AppError('uri-too-long', 'This address is too long.')
  // Origin form alone (RFC 9112 3.2.1): no absolute form, no asterisk; no second slash, which browsers read as a host.
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target) || /[\\#]/.test(target)) throw refused
  const decoded = decode(target.split('?', 1)[0] ?? '')
  if (decoded === null || /[\p{Cc}\\]/u.test(decoded)) throw refused
  if (decoded.split('/').some(segment => segment === '.' || segment === '..')) throw refused
  if (/^\/_(?!next\/)/.test(decoded) || decoded.startsWith('/_next/image')) {
    throw new AppError('not-found', 'There is nothing at this address.')
  }
}

/** Null for a lone % or bytes that are not UTF-8. */
function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Sizes that no operation takes are refused unread. next-auth reads bodies whole and fails on broken JSON, so it gets short forms alone. */
function refuseOddBody(request: IncomingMessage): void {
  const { headers, method = '' } = request
  const length = Number(headers['content-length'] ?? 0)
  const isChunked = headers['transfer-encoding'] !== undefined
  if (!BODY_METHODS.has(method)) {
    if (method !== 'DELETE' && (length > 0 || isChunked)) {
      throw new AppError('bad-request', `A ${method} request carries no body.`)
    }
    return
  }
  const isAuth = pathOf(request).startsWith('/api/auth/')
  const max = isAuth ? MAX_AUTH_BODY : MAX_BODY
  if (length > max) throw new AppError('too-large', `This request is larger than ${Math.round(max / 1024)} KB.`)
  if (!isAuth) return
  if (isChunked) throw new AppError('bad-request', 'Send this request with its Content-Length.')
  if (length > 0 && !/^application\/x-www-form-urlencoded(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new AppError('unsupported-media-type', 'Send a form: Content-Type: application/x-www-form-urlencoded.')
  }
}
