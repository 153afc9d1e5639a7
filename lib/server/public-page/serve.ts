import { sharedLimiter } from '@/lib/adapters/limiter'
import { AppError } from '@/lib/platform/app-error'
import {
  type OpenShare,
  openShare,
  readCorrectionLog,
  readPublishedData,
} from '@/lib/use-cases/publications/open-share'
import { clientAddress } from '../client-address'
import { fillPage } from './fill-page'
import { loadPage } from './load-page'
import { renderCorrectionLog, renderEndedPage, STYLE_HASH } from './render-page'

/** A link: 256 bits in base64url, and below it the data that the page is made of, what has happened since, and the log. */
const ADDRESS = /^\/s\/(?<token>[A-Za-z0-9_-]{43})(?<below>\/(?:snapshot\.json|status\.json|corrections))?$/

/** Tokens that lead nowhere, tried from one address: far more than a person mistypes, far too few to guess with. */
const misses = sharedLimiter({ name: 'share-miss', points: 60, seconds: 600 })

/**
 * Answers `/s/{token}` and, below it, `/snapshot.json`, `/status.json` and `/corrections`. Reads no session and runs no
 * script; whether the link stands is asked at every request, so a revoked one is dead at the next. What does not stand is
 * one page, whatever the reason.
 */
export async function servePublicPage(request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('Only GET and HEAD are answered here.\n', {
      status: 405,
      headers: { ...HEADERS, allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const { token, below } = ADDRESS.exec(new URL(request.url).pathname)?.groups ?? {}
  if (token === undefined) return ended()
  const share = await openShare(token)
  if (!share) {
    await countMiss(request)
    return ended()
  }
  switch (below) {
    case '/snapshot.json':
      return await dataOf(share, token)
    case '/status.json':
      return statusOf(share)
    case '/corrections':
      return html(renderCorrectionLog(await readCorrectionLog(share), token), 200)
    default:
      return await pageOf(share, token)
  }
}

async function countMiss(request: Request): Promise<void> {
  const wait = await misses.take(clientAddress(request.headers))
  if (wait === null) return
  throw new AppError('too-many-requests', `Too many links that lead nowhere. Try again in ${wait} s.`, {
    retryAfter: wait,
  })
}

async function pageOf(share: OpenShare, token: string): Promise<Response> {
  return html(fillPage(await loadPage(share), share, token), 200)
}

/** Byte for byte what the publication's hash is taken over. */
async function dataOf(share: OpenShare, token: string): Promise<Response> {
  return new Response(await readPublishedData(share), {
    headers: {
      ...HEADERS,
      'content-type': 'application/json; charset=utf-8',
      // RFC 8631: where to ask what has happened to it since.
      link: `</s/${token}/status.json>; rel="status"`,
    },
  })
}

/** For who reads the data by program: whether it still stands, as the page says above itself. */
function statusOf({ number, newer, lifted, corrections }: OpenShare): Response {
  return new Response(JSON.stringify({ publication: number, newer, checks: lifted, corrections }), {
    headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' },
  })
}

let endedPage: string | undefined

function ended(): Response {
  endedPage ??= renderEndedPage()
  return html(endedPage, 404)
}

function html(page: string, status: number): Response {
  return new Response(page, {
    status,
    headers: { ...HEADERS, 'content-security-policy': CSP, 'content-type': 'text/html; charset=utf-8' },
  })
}

/** The page's own style, the desk's fonts, and nothing else. */
const CSP = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Nothing of a link is kept, found or told on. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
