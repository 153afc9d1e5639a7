import { AppError } from '@/lib/platform/app-error'
import { readJsonObject } from './json-body'
import { isOwnOrigin } from './same-site'

const MAX_BYTES = 16 * 1024

/** What of a sign-in or sign-out form is looked at; everything else a body may hold is left out. */
const FIELDS = ['csrfToken', 'callbackUrl', 'email', 'password', 'json'] as const
export type AuthForm = Partial<Record<(typeof FIELDS)[number], string>>

/** The form of a POST, sent as JSON or as a browser sends forms. Throws what `readJsonObject` throws. */
export async function readAuthForm(request: Request): Promise<AuthForm> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return pick(await readJsonObject(request, MAX_BYTES))
  const tooLarge = new AppError('too-large', `This form is larger than ${MAX_BYTES / 1024} KB.`)
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BYTES) throw tooLarge
  return pick(Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString('utf8'))))
}

function pick(sent: Record<string, unknown>): AuthForm {
  const strings = FIELDS.flatMap(name => (typeof sent[name] === 'string' ? [[name, sent[name]]] : []))
  return Object.fromEntries(strings) as AuthForm // FIELDS names each of them
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
