import type { Actor } from '@/lib/domain/actor'
import type { ClaimStage } from '@/lib/domain/vocabulary'
import type { Tx } from './client'

/** A claim as imports are compared with it. */
export type KnownClaim = {
  claimId: string
  claimReviewed: string
  stage: ClaimStage
  importedFrom: string | null
  /** Where its passages stand in the current text, in text order. */
  spans: { start: number; end: number }[]
}

/** The claims of a statement that stand, or that were merged into one that does: those withdrawn may be imported again. */
export async function readKnownClaims(tx: Tx, { workspaceId }: Actor, statementId: string): Promise<KnownClaim[]> {
  return await tx.$queryRaw<KnownClaim[]>`
    SELECT c.id::text AS "claimId", c.claim_reviewed AS "claimReviewed", c.stage::text AS stage,
      r.imported_from AS "importedFrom", COALESCE(
        (SELECT jsonb_agg(jsonb_build_object('start', t.start, 'end', t."end") ORDER BY t.start, t."end")
         FROM target t WHERE t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.claim_revision = c.revision
           AND t.version_number = s.current_version), '[]'::jsonb) AS spans
    FROM claim c
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    JOIN claim_revision r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = 1
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.statement_id = ${statementId}::uuid AND c.stage <> 'WITHDRAWN'
    ORDER BY c.sort_start, c.id`
}
