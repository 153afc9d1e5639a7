import { findSession, findToken, type Identity } from '@/lib/db/identity'
import { hashSecret } from '@/lib/platform/secrets'

export type { Identity }

/** The person behind a browser session, or null when it has ended. */
export function identifySession(sessionId: string): Promise<Identity | null> {
  return findSession(sessionId)
}

/** The member behind a bearer token, or null when it has ended. */
export function identifyToken(token: string): Promise<Identity | null> {
  return findToken(hashSecret(token))
}
