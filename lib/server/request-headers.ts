import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { z } from 'zod'
import { publicOrigin } from '@/lib/platform/env'
import { ADDRESS_HEADER } from './client-address'

/**
 * What only proxies, balancers and Next itself may say of a request. A client that could say it too would choose its own
 * address, another method, a nonce for its own script (CVE-2026-44581) or a shorter way through Next (CVE-2025-29927).
 */
const NOT_A_CLIENTS =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-assay-.*|x-middleware-.*|x-nextjs-data|x-next-.*|x-invo(ke|cation)-.*|x-matched-path|x-now-.*|x-vercel-.*|x-prerender-.*|x-action-.*|next-action|next-resume|x-http-method.*|x-original-url|x-rewrite-url|content-security-policy(-report-only)?|x-nonce|http2-settings|upgrade)$/

/** Leaves of a request's headers what a client may say, and adds what the front door knows better: address, host, scheme. */
export function settleHeaders(request: IncomingMessage, trustedProxies: number): void {
  const { headers, socket } = request
  const address = addressOf(headers, socket.remoteAddress ?? 'unknown', trustedProxies)
  for (const name of Object.keys(headers)) if (NOT_A_CLIENTS.test(name)) delete headers[name]
  const { host, protocol } = new URL(publicOrigin())
  headers[ADDRESS_HEADER] = address
  headers['x-forwarded-for'] = address
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-host'] = host
  headers.host = host
  settleNavigation(headers)
}

/**
 * The address to count requests by: the socket's, or the one that the outermost of the trusted proxies saw. Each proxy
 * appends whom it saw, so only the last `trustedProxies` entries are theirs; what stands before them anyone may have written.
 */
export function addressOf(headers: IncomingHttpHeaders, socketAddress: string, trustedProxies: number): string {
  const own = plain(socketAddress)
  if (trustedProxies === 0) return own
  const seen = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
  const claimed = plain(seen.at(-trustedProxies) ?? seen[0] ?? own)
  return isIP(claimed) ? claimed : own
}

/** An IPv4 address that came over IPv6 counts as itself; a scope id and a port are no part of it. */
function plain(address: string): string {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address
  return bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

const Segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.string().regex(/^(c|oc|d|ci\(\.{1,3}\)|ci\(\.\.\)\(\.\.\)|di\(\.{1,3}\)|di\(\.\.\)\(\.\.\))$/),
    z.array(z.string()).max(1_000).nullable(),
  ]),
])
const RouterState: z.ZodType = z.lazy(() =>
  z
    .tuple([Segment, z.record(z.string(), RouterState)])
    .rest(z.unknown())
    .refine(([, , url, marker, kind, page, ...more]) => {
      const isUrl = url === undefined || url === null || z.tuple([z.string(), z.string()]).safeParse(url).success
      const isMarker = marker === undefined || marker === null || MARKERS.some(known => known === marker)
      const isKind = kind === undefined || kind === null || typeof kind === 'number'
      return isUrl && isMarker && isKind && (page === undefined || typeof page === 'string') && more.length === 0
    }),
)
const MARKERS = ['refetch', 'inside-shared-layout', 'metadata-only']

/**
 * Next answers 500 to a router state that is not of its own making (parse-and-validate-flight-router-state.js, 16.4).
 * Without one it sends the whole page, which is right for every client.
 */
function settleNavigation(headers: IncomingHttpHeaders): void {
  if (headers.rsc !== undefined && headers.rsc !== '1') delete headers.rsc
  const state = headers['next-router-state-tree']
  if (state !== undefined && !isRouterState(state)) delete headers['next-router-state-tree']
}

function isRouterState(header: string | string[]): boolean {
  if (typeof header !== 'string') return false
  try {
    return RouterState.safeParse(JSON.parse(decodeURIComponent(header))).success
  } catch {
    return false // Not JSON, or nested so deeply that the check itself gives up.
  }
}
