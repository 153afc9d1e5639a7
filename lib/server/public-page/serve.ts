import { sharedLimiter } from '@/lib/adapters/limiter'
import { AppError } from '@/lib/platform/app-error'
import {
  type OpenShare,
  openShare,
  readCorrectionLog,
  readPublishedData,
  readSnapshot,
} from '@/lib/use-cases/publications/open-share'
import { clientAddress } from '../client-address'
import { entity } from '../entity'
import { PLAIN_TEXT } from '../plain-text'
import { fillPage } from './fill-page'
import { loadPage } from './load-page'
import { renderCorrectionLog, renderEndedPage } from './render-page'
import { HEADERS, html, READABLE_ANYWHERE } from './reply'
import { isReportAddress } from './report-address'
import { serveAnnotations, serveCollection } from './serve-annotations'
import { serveReport } from './serve-report'

/** A link: 256 bits in base64url, and below it the data that the page is made of, as such, as annotations and as their text, what has happened since, and the log. */
const ADDRESS =
  /^\/s\/(?<token>[A-Za-z0-9_-]{43})(?<below>\/(?:snapshot\.json|status\.json|annotations\.jsonld|collection\.jsonld|text|corrections|report(?:\/(?<receipt>[A-Za-z0-9_-]{43}))?))?$/

/** Tokens that lead nowhere, tried from one address: far more than a person mistypes, far too few to guess with. */
const misses = sharedLimiter({ name: 'share-miss', points: 60, seconds: 600 })

/**
 * Answers `/s/{token}` and, below it, `/snapshot.json`, `/status.json`, `/annotations.jsonld`, `/collection.jsonld`, `/text`,
 * `/corrections` and `/report`. Reads no session and runs no script; whether the link stands is asked at every request, so a
 * revoked one is dead at the next. What does not stand is one page, whatever the reason.
 */
export async function servePublicPage(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const methods = isReportAddress(pathname) ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
  if (!methods.includes(request.method)) {
    return new Response(`Only ${methods.join(', ')} are answered here.\n`, {
      status: 405,
      headers: { ...HEADERS, allow: methods.join(', '), 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const { token, below, receipt } = ADDRESS.exec(pathname)?.groups ?? {}
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
    case '/annotations.jsonld':
      return (await serveAnnotations(request, share, token)) ?? ended()
    case '/collection.jsonld':
      return await serveCollection(request, share, token)
    case '/text':
      return await textOf(request, share)
    case '/corrections':
      return html(renderCorrectionLog(await readCorrectionLog(share), token), 200)
    case undefined:
      return await pageOf(share, token)
    default:
      return (await serveReport(request, { share, token, receipt })) ?? ended()
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

/** The published text, which the annotations count in: byte for byte what its own hash is taken over. */
async function textOf(request: Request, share: OpenShare): Promise<Response> {
  const { text, sha256 } = (await readSnapshot(share)).snapshot.statement
  const headers = { ...HEADERS, ...READABLE_ANYWHERE, 'content-type': PLAIN_TEXT, 'content-disposition': 'inline' }
  return entity(text, headers, request, { sha256 })
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
