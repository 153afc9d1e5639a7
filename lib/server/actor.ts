import type { Actor } from '@/lib/domain/actor'
import { AppError, notFound } from '@/lib/platform/app-error'
import { type Identity, identifySession, identifyToken } from '@/lib/use-cases/accounts/identify'
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

/** The member to act as: the only one, or the one of the named workspace. */
export function actorIn(identity: Identity, workspaceId: string | null): Actor {
  const { memberships } = identity
  if (workspaceId !== null) {
    const named = memberships.find(member => member.workspaceId === workspaceId)
    if (!named) throw notFound('desk')
    return named
  }
  const [only] = memberships
  if (!only)
    throw new AppError('forbidden', 'You are not a member of any desk. Ask an administrator for an invitation.')
  if (memberships.length > 1) {
    throw new AppError(
      'bad-request',
      'You belong to several desks. Name one: ?workspace=… in the address, or workspaceId in the body.',
    )
  }
  return only
}
