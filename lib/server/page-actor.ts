import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/domain/actor'
import { identifySession } from '@/lib/use-cases/accounts/identify'
import { deskAtHand } from './desk-at-hand'
import { sessionIdOf } from './session-cookie'

/** Who looks at the page, or null when nobody is signed in or they belong to no desk. Looked up afresh. */
export async function pageActorOrNull(): Promise<Actor | null> {
  const sent = await headers()
  const sessionId = await sessionIdOf(sent)
  const identity = sessionId ? await identifySession(sessionId) : null
  if (!identity) return null
  const workspaceId = deskAtHand(identity, sent)
  return identity.memberships.find(member => member.workspaceId === workspaceId) ?? null
}

/** Who looks at the page. Leads to the sign-in page, which leads back to `path`, when nobody does. */
export async function requirePageActor(path: string): Promise<Actor> {
  return (await pageActorOrNull()) ?? redirect(`/sign-in?${new URLSearchParams({ from: path })}`)
}
