import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/domain/actor'
import { identifySession } from '@/lib/use-cases/accounts/identify'
import { sessionIdOf } from './session-cookie'

/** Names the desk that someone of several desks works at. Chooses among their own, so it proves nothing. */
export const DESK_COOKIE = 'assay-desk'

/** Who looks at the page, or null when nobody is signed in or they belong to no desk. Looked up afresh. */
export async function pageActorOrNull(): Promise<Actor | null> {
  const sessionId = await sessionIdOf(await headers())
  const identity = sessionId ? await identifySession(sessionId) : null
  if (!identity) return null
  const wanted = (await cookies()).get(DESK_COOKIE)?.value
  return identity.memberships.find(member => member.workspaceId === wanted) ?? identity.memberships[0] ?? null
}

/** Who looks at the page. Leads to the sign-in page, which leads back to `path`, when nobody does. */
export async function requirePageActor(path: string): Promise<Actor> {
  return (await pageActorOrNull()) ?? redirect(`/sign-in?${new URLSearchParams({ from: path })}`)
}
