import type { Actor } from '@/lib/domain/actor'
import type { Role } from '@/lib/domain/vocabulary'
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

type MemberRow = { memberId: string; workspaceId: string; userId: string; role: Role; name: string }

/** The person behind a session, if it stands: not revoked, not expired by the database's clock. */
export async function findSession(sessionId: string, client: Db = db()): Promise<Identity | null> {
  if (!isUuid(sessionId)) return null
  const rows = await client.$queryRaw<(Nullable<MemberRow> & { userId: string })[]>`
    SELECT s.user_id::text AS "userId", m.id::text AS "memberId", m.workspace_id::text AS "workspaceId",
      m.role::text AS role, u.name
    FROM session s
    JOIN "user" u ON u.id = s.user_id
    LEFT JOIN member m ON m.user_id = s.user_id AND m.removed_at IS NULL
    WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
    ORDER BY m.joined_at, m.id`
  const [first] = rows
  if (!first) return null
  return { userId: first.userId, sessionId, tokenId: null, memberships: rows.filter(isMember).map(actorOf) }
}

/** The member behind a bearer token's hash, if it stands, by the database's clock. Notes its use to the minute. */
export async function findToken(tokenHash: string, client: Db = db()): Promise<Identity | null> {
  const [token] = await client.$queryRaw<(MemberRow & { tokenId: string; isNoted: boolean })[]>`
    SELECT t.id::text AS "tokenId", COALESCE(t.last_used_at > clock_timestamp() - interval '1 minute', false) AS "isNoted",
      m.id::text AS "memberId", m.workspace_id::text AS "workspaceId", m.user_id::text AS "userId", m.role::text AS role, u.name
    FROM api_token t
    JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id AND m.removed_at IS NULL
    JOIN "user" u ON u.id = m.user_id
    WHERE t.token_hash = ${tokenHash} AND t.revoked_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > clock_timestamp())`
  if (!token) return null
  const { tokenId, isNoted, ...member } = token
  if (!isNoted) {
    await client.$executeRaw`UPDATE api_token SET last_used_at = clock_timestamp() WHERE id = ${tokenId}::uuid`
  }
  return { userId: member.userId, sessionId: null, tokenId, memberships: [actorOf(member)] }
}

type Nullable<T> = { [K in keyof T]: T[K] | null }

/** Someone signed in need not belong to any desk. */
function isMember(row: Nullable<MemberRow>): row is MemberRow {
  return row.memberId !== null
}

function actorOf({ workspaceId, memberId, userId, role, name }: MemberRow): Actor {
  return { workspaceId, memberId, userId, role, name }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
