import type { Identity } from '@/lib/use-cases/accounts/identify'
import { cookieValue } from './session-cookie'

/** Names the desk that someone of several desks works at. Chooses among their own, so it proves nothing. */
export const DESK_COOKIE = 'assay-desk'

/** The desk a browser sits at: the one it chose, else the first the person joined; null for a member of none. */
export function deskAtHand(identity: Identity, headers: Headers): string | null {
  const chosen = cookieValue(headers.get('cookie') ?? '', DESK_COOKIE)
  const at = identity.memberships.find(member => member.workspaceId === chosen) ?? identity.memberships[0]
  return at?.workspaceId ?? null
}
