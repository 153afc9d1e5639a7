import { readFile } from 'node:fs/promises'
import path from 'node:path'

const FILES: Readonly<Record<string, string>> = {
  'index.html': 'text/html',
  'page.js': 'text/javascript',
  'replay.js': 'text/javascript',
  'publication.js': 'text/javascript',
  'consensus.js': 'text/javascript',
  'replay.css': 'text/css',
}

/** Its own files, and the data of this desk's publications; nothing else, and no code made of text. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Whether an address belongs to the page on which anyone replays a publication. */
export function isReplayAddress(pathname: string): boolean {
  return pathname === '/replay' || pathname.startsWith('/replay/')
}

/**
 * Answers `/replay/` from public/replay. The page stands apart from the desk's other pages: static files, no session, and a
 * policy of its own. A link's token reaches it after the #, which browsers never send.
 */
export async function serveReplayPage(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/replay') return new Response(null, { status: 308, headers: { location: '/replay/' } })
  const name = pathname === '/replay/' ? 'index.html' : pathname.slice('/replay/'.length)
  const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined
  if (type === undefined) {
    return new Response('There is no such file here.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  return new Response(await readFile(path.join(process.cwd(), 'public/replay', name)), {
    headers: {
      'cache-control': 'no-cache',
      'content-security-policy': CSP,
      'content-type': `${type}; charset=utf-8`,
      'referrer-policy': 'no-referrer',
    },
  })
}
