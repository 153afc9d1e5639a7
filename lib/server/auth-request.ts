import { AppError } from '@/lib/platform/app-error'
import { readBytes } from './json-body'
import { isOwnOrigin } from './same-site'

const MAX_BYTES = 16 * 1024

/** What of a sign-in or sign-out form is looked at; everything else a body may hold is left out. */
const FIELDS = ['csrfToken', 'callbackUrl', 'email', 'password', 'json'] as const
export type AuthForm = Partial<Record<(typeof FIELDS)[number], string>>

/** The fields of a form as browsers send it. Refuses other types and large ones; a request without a body has no fields. */
export async function readAuthForm(request: Request): Promise<AuthForm> {
  const bytes = await readBytes(request, MAX_BYTES)
  if (bytes.byteLength === 0) return {}
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') {
    throw new AppError('unsupported-media-type', 'Send a form: Content-Type: application/x-www-form-urlencoded.')
  }
  const sent = new URLSearchParams(new TextDecoder().decode(bytes))
  const fields = FIELDS.flatMap(name => (sent.has(name) ? [[name, sent.get(name)]] : []))
  return Object.fromEntries(fields) as AuthForm // FIELDS names each of them
}

/** A path of this desk to go on at, whatever was asked for: another site's address becomes the start page. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2_000) return '/'
  const base = 'http://desk.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  const isOwn = url.origin === base || isOwnOrigin(url.origin)
  // `//elsewhere` in a path would be read as another site's address.
  return isOwn && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/'
}

/** The request's cookies by name; values that are not well encoded are taken as they are. */
export function cookiesOf(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) cookies[part.slice(0, at).trim()] = decoded(part.slice(at + 1).trim())
  }
  return cookies
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
