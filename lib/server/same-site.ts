import { AppError } from '@/lib/platform/app-error'
import { publicOrigin } from '@/lib/platform/env'

/** Throws foreign-origin unless an unsafe request that rides on a cookie came from the desk's own pages. */
export function refuseForeignOrigin(headers: Headers): void {
  const refused = new AppError(
    'foreign-origin',
    'This request came from another site. Open the desk itself and try again.',
  )
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refused
  const origin = headers.get('origin')
  if (origin === null) {
    if (site === null) throw refused // Every current browser sends one of the two; other clients use a bearer token.
    return
  }
  if (!isOwnOrigin(origin)) throw refused
}

/** The configured origin; on a loopback desk also its other loopback name. */
export function isOwnOrigin(origin: string): boolean {
  const own = publicOrigin()
  if (origin === own) return true
  const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/
  const [ours, theirs] = [loopback.exec(own), loopback.exec(origin)]
  return ours !== null && theirs !== null && ours[2] === theirs[2]
}
