import { headers } from 'next/headers'
import { identifySession } from '@/lib/use-cases/accounts/identify'
import { sessionIdOf } from './session-cookie'

/** How whoever opens the sign-in page stands: not signed in, at a desk, or signed in and a member of none. */
export async function standingAtDoor(): Promise<'stranger' | 'member' | 'deskless'> {
  const sessionId = await sessionIdOf(await headers())
  const identity = sessionId ? await identifySession(sessionId) : null
  if (!identity) return 'stranger'
  return identity.memberships.length > 0 ? 'member' : 'deskless'
}
