import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/server/content-security-policy'

/** Gives every page a policy with a fresh nonce, which Next puts on its scripts. It authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  // Next takes the nonce from these request headers, so whatever a client sent in them is replaced (CVE-2026-44581).
  headers.set('content-security-policy', policy)
  headers.delete('content-security-policy-report-only')
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  // Pages alone: the API, static files and public pages set their own, and a proxy would buffer uploads.
  matcher: ['/((?!api/|_next/static/|fonts/|s/).*)'],
}
