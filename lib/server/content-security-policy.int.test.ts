import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { config, proxy } from '../../proxy'
import { contentSecurityPolicy } from './content-security-policy'

/** The policy that Next's renderer is given, by the header with which Next overrides a request's own. */
const rendered = (response: Response) => response.headers.get('x-middleware-request-content-security-policy')

describe('the pages’ content security policy', () => {
  it('lets no script run but those that carry the nonce', () => {
    const policy = contentSecurityPolicy('abc', false)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(rule)
    }
  })

  it('has a nonce of its own for every request, the same for the page and its reader', () => {
    const [one, other] = [proxy(new NextRequest('http://x/')), proxy(new NextRequest('http://x/'))]
    const policy = one.headers.get('content-security-policy')
    expect(policy).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/)
    expect(rendered(one)).toBe(policy)
    expect(other.headers.get('content-security-policy')).not.toBe(policy)
  })

  it('takes no nonce from a client', () => {
    const headers = { 'content-security-policy': "script-src 'nonce-evil'", 'content-security-policy-report-only': 'x' }
    const response = proxy(new NextRequest('http://x/', { headers }))
    expect(rendered(response)).not.toContain('evil')
    expect(response.headers.get('x-middleware-override-headers')?.split(',')).not.toContain(
      'content-security-policy-report-only',
    )
  })

  it.each([
    ['/', true],
    ['/statements/7', true],
    ['/settings/members', true],
    ['/sign-in', true],
    ['/api/v1/statements', false],
    ['/api/auth/session', false],
    ['/_next/static/chunks/a.js', false],
    ['/fonts/inter-latin-wght-normal.woff2', false],
    ['/s/token', false],
  ])('is set for %s: %s', (path, isSet) => {
    // Next anchors a matcher at both ends.
    expect(new RegExp(`^${config.matcher[0]}$`).test(path)).toBe(isSet)
  })
})
