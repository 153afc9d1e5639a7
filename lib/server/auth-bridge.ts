import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'

export type AuthCall = {
  method: string
  /** The path below /api/auth, in segments. */
  action: readonly string[]
  query: Record<string, string>
  body: Record<string, string>
  cookies: Record<string, string>
  headers: Headers
}

/**
 * Runs next-auth on a parsed request. Its handler for route files reads the body itself and answers 500 to a malformed
 * one; the older interface takes it parsed, needs nothing of Next's, and works wherever Web requests do.
 */
export async function runNextAuth(call: AuthCall, options: AuthOptions): Promise<Response> {
  const reply = new Reply()
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: [...call.action] },
    body: call.body,
    cookies: call.cookies,
    headers: Object.fromEntries(call.headers),
  }
  // next-auth reads nothing else of the two.
  await NextAuth(request as unknown as NextApiRequest, reply as unknown as NextApiResponse, options)
  return reply.response()
}

class Reply {
  private readonly headers = new Map<string, string | string[]>()
  private code = 200
  private body: string | null = null

  getHeader(name: string): string | string[] | undefined {
    return this.headers.get(name.toLowerCase())
  }

  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value)
    return this
  }

  status(code: number): this {
    this.code = code
    return this
  }

  json(value: unknown): void {
    this.setHeader('content-type', 'application/json')
    this.body = JSON.stringify(value)
  }

  send(value: unknown): void {
    if (typeof value === 'string') this.body = value
    else if (value !== undefined) this.json(value)
  }

  end(): void {}

  response(): Response {
    const headers = new Headers()
    for (const [name, value] of this.headers) for (const one of [value].flat()) headers.append(name, one)
    return new Response(this.body, { status: this.code, headers })
  }
}
