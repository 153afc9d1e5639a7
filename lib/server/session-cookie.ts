import { decode } from 'next-auth/jwt'
import { env, publicOrigin } from '@/lib/platform/env'

/** Browsers accept the __Secure- prefix over https alone. */
export function isSecureOrigin(): boolean {
  return publicOrigin().startsWith('https:')
}

/** next-auth's session cookie for this desk's origin. */
export function sessionCookieName(): string {
  return isSecureOrigin() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

/** The id of the session that the request's cookie names, or null. Proves only that we issued it; the database says whether it still stands. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const token = cookieValue(headers.get('cookie') ?? '', sessionCookieName())
  if (!token || token.length > 4_096) return null
  try {
    const claims = await decode({ token, secret: env().NEXTAUTH_SECRET })
    return typeof claims?.sid === 'string' ? claims.sid : null
  } catch {
    return null // Forged or from another secret: not a session.
  }
}

/** A cookie's value in a Cookie header, or null. */
export function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
