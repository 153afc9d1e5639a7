import { STYLE_HASH } from './render-page'

/** One of these pages, rendered. `hasForm` lets it send a form to where it came from; the others send none anywhere. */
export function html(page: string, status: number, { hasForm = false, retryAfter }: Options = {}): Response {
  return new Response(page, {
    status,
    headers: {
      ...HEADERS,
      'content-security-policy': policy(hasForm ? "'self'" : "'none'"),
      'content-type': 'text/html; charset=utf-8',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

type Options = {
  hasForm?: boolean
  /** In seconds. */
  retryAfter?: number
}

/** The page's own style, the desk's fonts, and nothing else. */
function policy(formAction: string): string {
  return [
    "default-src 'none'",
    `style-src '${STYLE_HASH}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Nothing of a link is kept, found or told on. */
export const HEADERS = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** For what other sites' scripts may read too, given the link: it is asked for without a session, and the token is all there is to know. */
export const READABLE_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
} as const
