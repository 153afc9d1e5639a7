import type { Actor } from '@/lib/domain/actor'
import { AppError, notFound } from '@/lib/platform/app-error'
import { type Identity, identifySession, identifyToken } from '@/lib/use-cases/accounts/identify'
import { deskAtHand } from './desk-at-hand'
import { sessionIdOf } from './session-cookie'

/** How a request proved who it is from. Only a cookie travels by itself, so only a cookie needs protection from other sites. */
export type Caller = { identity: Identity; by: 'cookie' | 'token' }

/** Who is calling, or null. Looked up afresh for every request, so ending a session, a token or a membership counts at once. */
export async function callerOf(headers: Headers): Promise<Caller | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const secret = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization.trim())?.[1]
    const identity = secret ? await identifyToken(secret) : null
    if (!identity)
      throw new AppError('sign-in-required', 'This bearer token is not valid. It may have been revoked or has ended.')
    return { identity, by: 'token' }
  }
  const sessionId = await sessionIdOf(headers)
  const identity = sessionId ? await identifySession(sessionId) : null
  return identity ? { identity, by: 'cookie' } : null
}

/** The member to act as: that of the named workspace, else of the desk the browser sits at, else the only one. */
export function actorIn({ identity, by }: Caller, workspaceId: string | null, headers: Headers): Actor {
  const { memberships } = identity
  const wanted = workspaceId ?? (by === 'cookie' ? deskAtHand(identity, headers) : null)
  const named = memberships.find(member => member.workspaceId === wanted)
  if (named) return named
  if (workspaceId !== null) throw notFound('desk')
  const [only] = memberships
  if (!only) {
    throw new AppError('forbidden', 'You are not a member of any desk. Ask an administrator for an invitation.')
  }
  if (memberships.length > 1) {
    throw new AppError(
      'bad-request',
      'You belong to several desks. Name one: ?workspace=… in the address, or workspaceId in the body.',
    )
  }
  return only
}
