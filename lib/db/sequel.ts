import type { Actor } from '@/lib/domain/actor'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import type { Tx } from './client'

export type DecisionRow = {
  id: string
  round: number
  action: DecisionAction
  rating: string | null
  explanation: string | null
  reason: string | null
  ratedAsOf: string | null
  boundHash: string
  deciderId: string
  /** RFC 3339, with any offset. */
  at: string
}

/** What came of a claim's rounds. */
export type Sequel = {
  /** Oldest first. */
  decisions: DecisionRow[]
  /** The latest act of taking the claim up again; null where there was none. */
  reopening: { authorId: string; reason: string; at: string } | null
  commentCount: number
  /** Threads that nobody has settled and in which something still stands. */
  openThreads: number
}

/** What was decided, taken up again and said of a claim, in one query. */
export async function readSequel(tx: Tx, { workspaceId }: Actor, claimId: string): Promise<Sequel> {
  const [row] = await tx.$queryRaw<Sequel[]>`
    SELECT
      COALESCE((SELECT json_agg(json_build_object('id', d.id, 'round', d.round, 'action', d.action, 'rating', d.rating,
          'explanation', d.explanation, 'reason', d.reason, 'ratedAsOf', d.rated_as_of, 'boundHash', d.bound_hash,
          'deciderId', d.decider_id, 'at', d.at) ORDER BY d.number)
        FROM decision d WHERE d.workspace_id = ${workspaceId}::uuid AND d.claim_id = ${claimId}::uuid), '[]') AS decisions,
      (SELECT json_build_object('authorId', o.author_id, 'reason', o.reason, 'at', o.at) FROM reopening o
        WHERE o.workspace_id = ${workspaceId}::uuid AND o.claim_id = ${claimId}::uuid ORDER BY o.at DESC LIMIT 1) AS reopening,
      (SELECT count(*)::int FROM comment m
        WHERE m.workspace_id = ${workspaceId}::uuid AND m.claim_id = ${claimId}::uuid) AS "commentCount",
      (SELECT count(*)::int FROM comment t
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.claim_id = ${claimId}::uuid AND t.parent_id IS NULL
          AND NOT COALESCE((SELECT x.is_resolved FROM comment_resolution x
            WHERE x.workspace_id = t.workspace_id AND x.comment_id = t.id ORDER BY x.number DESC LIMIT 1), false)
          AND EXISTS (SELECT 1 FROM comment m
            WHERE m.workspace_id = t.workspace_id AND m.claim_id = t.claim_id AND (m.id = t.id OR m.parent_id = t.id)
              AND NOT EXISTS (SELECT 1 FROM comment_revision v
                WHERE v.workspace_id = m.workspace_id AND v.comment_id = m.id AND v.is_withdrawn))) AS "openThreads"`
  return row ?? { decisions: [], reopening: null, commentCount: 0, openThreads: 0 }
}
