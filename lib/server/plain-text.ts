import { entity, MEMBERS_ONLY } from './entity'

export const PLAIN_TEXT = 'text/plain; charset=utf-8'

/** A text that never changes, with its SHA-256 as ETag; 304 to who has it. */
export function plainText({ text, sha256 }: { text: string; sha256: string }, request: Request): Response {
  const headers = { ...MEMBERS_ONLY, 'content-type': PLAIN_TEXT, 'content-disposition': 'inline' }
  return entity(text, headers, request, { sha256 })
}
