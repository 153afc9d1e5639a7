import { createHash } from 'node:crypto'

type Options = {
  /** SHA-256 of the body in hex, where it is known already. */
  sha256?: string
}

/** A body with a strong ETag, its SHA-256; 304 without it to who has it (RFC 9110, 13.1.2). */
export function entity(
  body: string,
  headers: Readonly<Record<string, string>>,
  request: Request,
  { sha256 = createHash('sha256').update(body).digest('hex') }: Options = {},
): Response {
  const etag = `"${sha256}"`
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  const isKnown = known.includes(etag) || known.includes('*')
  return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: { ...headers, etag } })
}

/** Of what members read: browsers ask again each time, since a session may have ended; a match sends no body. */
export const MEMBERS_ONLY = {
  'cache-control': 'private, no-cache',
  'x-content-type-options': 'nosniff',
} as const
