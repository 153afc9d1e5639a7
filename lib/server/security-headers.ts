import type { ServerResponse } from 'node:http'
import { isSecureOrigin } from './session-cookie'

const BASE: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
]
/** Two years, as hstspreload.org asks; subdomains are not ours to decide on. */
const HSTS = 'max-age=63072000'
/** Nothing may run, load or be framed. What is a page replaces it by a policy of its own: see proxy.ts and public-page. */
const CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Sets the headers that every reply carries; who answers may replace them. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of BASE) response.setHeader(name, value)
  if (isSecureOrigin()) response.setHeader('strict-transport-security', HSTS)
  response.setHeader('content-security-policy', CSP)
}
