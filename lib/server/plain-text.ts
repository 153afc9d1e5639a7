/** A text that never changes, with its SHA-256 as ETag; 304 to who has it. */
export function plainText({ text, sha256 }: { text: string; sha256: string }, request: Request): Response {
  const etag = `"${sha256}"`
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    etag,
    // Browsers ask again each time, since a session may have ended; a match sends no text.
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
  }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}
