import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ALL_CONTRACTS } from '@/lib/contracts/all-contracts'
import { AppError } from '@/lib/platform/app-error'
import { methodsOf, refuseOddRequest } from './request-guard'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

/** The refusal's status, or null where the request goes on. */
function statusOf(method: string, url: string, headers: Record<string, string> = {}): number | null {
  try {
    refuseOddRequest({ method, url, headers } as unknown as IncomingMessage) // Only these three are looked at.
    return null
  } catch (error) {
    return error instanceof AppError ? error.status : Number.NaN
  }
}

describe('refuseOddRequest', () => {
  it.each([
    ['a page', 'GET', '/'],
    ['a page with a query', 'GET', '/statements?search=100%25&show=all'],
    ['a query that a person typed', 'GET', '/statements?search=100%'],
    ['a page asked for its headers', 'HEAD', `/statements/${ID}`],
    ['an operation', 'PUT', `/api/v1/claims/${ID}/verdict`],
    ['words in another script', 'GET', '/%D7%A9%D7%9C%D7%95%D7%9D'],
    ['a share', 'GET', `/s/${'A'.repeat(43)}`],
    ['a script of Next’s', 'GET', '/_next/static/chunks/a.js'],
    ['an unknown operation, which is refused as such behind', 'PATCH', '/api/v1/nothing'],
    ['what a page answers to', 'OPTIONS', '/'],
    ['a sign-in', 'POST', '/api/auth/callback/credentials'],
  ])('lets through %s', (_case, method, url) => {
    expect(statusOf(method, url)).toBeNull()
  })

  it.each([
    ['a lone percent sign', '/%', 400],
    ['bytes that are not UTF-8', '/statements/%E0%A4%A', 400],
    ['half a surrogate pair', '/statements/%ED%A0%80', 400],
    ['NUL', '/statements/%00', 400],
    ['a line break', '/statements/a%0d%0aSet-Cookie:x', 400],
    ['a step up', '/../etc/passwd', 400],
    ['an encoded step up', '/%2e%2e/etc/passwd', 400],
    ['an encoded path up', '/statements/..%2f..%2fx', 400],
    ['what browsers read as another host', '//evil.example', 400],
    ['a backslash', '/\\evil.example', 400],
    ['an encoded backslash', '/%5cevil.example', 400],
    ['another host', 'http://evil.example/', 400],
    ['an asterisk', '*', 400],
    ['a fragment', '/#x', 400],
    ['raw bytes', '/caf\u00e9', 400],
    ['nothing', '', 400],
    ['a very long path', `/${'a'.repeat(5_000)}`, 414],
    ['a very long query', `/?${'a'.repeat(5_000)}`, 414],
    ['the image optimiser', '/_next/image?url=http://127.0.0.1&w=64&q=75', 404],
    ['Next’s own error page', '/_global-error', 404],
    ['a tool of Next’s', '/__nextjs_original-stack-frames', 404],
  ])('refuses %s', (_case, url, status) => {
    expect(statusOf('GET', url)).toBe(status)
  })

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'PURGE', 'QUERY', 'get', ''])('refuses the method %s everywhere', method => {
    for (const url of ['/', '/api/v1/statements', '/api/v1/nothing', '/api/auth/session', '/s/x']) {
      expect(statusOf(method, url)).toBe(405)
    }
  })

  it.each([
    ['a Server Action', 'POST', '/'],
    ['a form posted to a page', 'POST', `/statements/${ID}`],
    ['a changed share', 'DELETE', '/s/x'],
    ['an operation by another method', 'PUT', '/api/v1/statements'],
    ['a changed health check', 'POST', '/api/health/live'],
    ['a changed description', 'PUT', '/api/v1/openapi.json'],
    ['a deleted session', 'DELETE', '/api/auth/session'],
  ])('refuses %s', (_case, method, url) => {
    expect(statusOf(method, url)).toBe(405)
  })

  it.each([
    ['a body on a read', 'GET', '/', { 'content-length': '5' }, 400],
    ['an endless body on a read', 'GET', '/', { 'transfer-encoding': 'chunked' }, 400],
    ['a body larger than any operation takes', 'POST', '/api/v1/statements', { 'content-length': '99999999' }, 413],
    ['a large sign-in', 'POST', '/api/auth/callback/credentials', { 'content-length': '40000' }, 413],
    ['a sign-in of unknown length', 'POST', '/api/auth/signout', { 'transfer-encoding': 'chunked' }, 400],
    [
      'a sign-in as JSON, on which next-auth fails',
      'POST',
      '/api/auth/callback/credentials',
      { 'content-length': '2', 'content-type': 'application/json' },
      415,
    ],
  ])('refuses %s', (_case, method, url, headers, status) => {
    expect(statusOf(method, url, headers)).toBe(status)
  })
})

describe('methodsOf', () => {
  it('knows every operation', () => {
    for (const { method, path } of ALL_CONTRACTS) {
      const address = `/api/v1${path.replace('{number}', '1').replace(/\{\w+\}/g, ID)}`
      expect(methodsOf(address), address).toContain(method)
      expect(methodsOf(address).length).toBeLessThan(6)
    }
  })

  it('offers HEAD wherever there is GET, and nowhere else', () => {
    expect(methodsOf(`/api/v1/claims/${ID}`)).toEqual(['GET', 'HEAD', 'PATCH', 'DELETE'])
  })

  it('lets a form be sent to the pages for readers’ reports, and to no other page', () => {
    const token = 'T'.repeat(43)
    for (const path of [`/s/${token}/report`, `/s/${token}/report/${token}`]) {
      expect(methodsOf(path)).toEqual(['GET', 'HEAD', 'POST'])
    }
    for (const path of [`/s/${token}`, `/s/${token}/report/`, `/s/${token}/report/x`, '/report', `/s/x/report`]) {
      expect(methodsOf(path)).toEqual(['GET', 'HEAD'])
    }
    expect(methodsOf(`/api/v1/claims/${ID}/verdict`)).toEqual(['PUT', 'DELETE'])
  })
})
