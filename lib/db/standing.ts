import type { Db } from './client'

/** What proved who someone is, when they began to listen: a browser session or a bearer token, by its id. */
export type Credential = { sessionId: string; tokenId: null } | { sessionId: null; tokenId: string }

/**
 * Which of the credentials still open this desk, by their ids: the session or token has not ended, by the database's
 * clock, and its owner is still a member. One query, however many ask.
 */
export async function standingCredentials(
  db: Db,
  workspaceId: string,
  credentials: readonly Credential[],
): Promise<Set<string>> {
  if (credentials.length === 0) return new Set()
  const sessions = credentials.flatMap(({ sessionId }) => sessionId ?? [])
  const tokens = credentials.flatMap(({ tokenId }) => tokenId ?? [])
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id::text AS id FROM session s
      JOIN member m ON m.user_id = s.user_id AND m.workspace_id = ${workspaceId}::uuid AND m.removed_at IS NULL
      WHERE s.id = ANY(${sessions}::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
    UNION ALL
    SELECT t.id::text FROM api_token t
      JOIN member m ON m.id = t.member_id AND m.workspace_id = t.workspace_id AND m.removed_at IS NULL
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY(${tokens}::uuid[])
        AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > clock_timestamp())`
  return new Set(rows.map(row => row.id))
}
