import type { Actor } from '@/lib/domain/actor'
import { type Db, db } from './client'

/** A signed-in person with the desks they belong to. */
export type Identity = {
  userId: string
  /** The browser session; null for a bearer token. */
  sessionId: string | null
  /** The bearer token; null for a browser session. */
  tokenId: string | null
  memberships: readonly Actor[]
}

const memberFields = {
  id: true,
  workspaceId: true,
  userId: true,
  role: true,
  removedAt: true,
  user: { select: { name: true } },
} as const

type MemberRow = {
  id: string
  workspaceId: string
  userId: string
  role: Actor['role']
  removedAt: Date | null
  user: { name: string }
}

function actorOf(row: MemberRow): Actor {
  return { workspaceId: row.workspaceId, memberId: row.id, userId: row.userId, role: row.role, name: row.user.name }
}

/** The person behind a session, if it stands: not revoked, not expired by the database's clock. */
export async function findSession(sessionId: string, client: Db = db()): Promise<Identity | null> {
  if (!isUuid(sessionId)) return null
  const session = await client.session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      userId: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { members: { select: memberFields, orderBy: { joinedAt: 'asc' } } } },
    },
  })
  if (!session || session.revokedAt || session.expiresAt <= new Date()) return null
  const memberships = session.user.members.filter(member => !member.removedAt).map(actorOf)
  return { userId: session.userId, sessionId: session.id, tokenId: null, memberships }
}

/** The member behind a bearer token's hash, if it stands. Notes its use to the minute. */
export async function findToken(tokenHash: string, client: Db = db()): Promise<Identity | null> {
  const token = await client.apiToken.findUnique({
    where: { tokenHash },
    select: { id: true, revokedAt: true, expiresAt: true, lastUsedAt: true, member: { select: memberFields } },
  })
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= new Date()) || token.member.removedAt)
    return null
  if (!token.lastUsedAt || Date.now() - token.lastUsedAt.getTime() > 60_000) {
    await client.apiToken.update({ where: { id: token.id }, data: { lastUsedAt: new Date() } })
  }
  return { userId: token.member.userId, sessionId: null, tokenId: token.id, memberships: [actorOf(token.member)] }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
