import type { RatingTone } from '@/lib/domain/scale'
import type { ClaimStage, DecisionAction } from '@/lib/domain/vocabulary'
import type { Tx } from './client'

/** A claim that a publication showed, and how it stands. */
export type PublishedFact = {
  id: string
  stage: ClaimStage
  /** The sentence it has now. */
  claimReviewed: string
  into: { id: string; claimReviewed: string } | null
  /** The last publication that showed it, with the decision it showed. */
  publicationId: string
  publication: number
  decisionId: string
  /** The reopening that lifted that decision. */
  reopening: { id: string; at: Date } | null
  /** The last decision, and its rating. */
  action: DecisionAction
  rating: { key: string; label: string; tone: RatingTone } | null
  /** Since when a passage of it has not stood in the statement's current text. */
  suspendedAt: Date | null
  /** Whether a publication since has said that the claim is gone. */
  isTold: boolean
}

type Row = Omit<PublishedFact, 'into' | 'reopening' | 'rating'> & {
  intoId: string | null
  intoReviewed: string | null
  reopeningId: string | null
  reopenedAt: Date | null
  ratingKey: string | null
  ratingLabel: string | null
  ratingTone: RatingTone | null
}

/** Every claim of the statement that was ever published. */
export async function listPublishedFacts(tx: Tx, workspaceId: string, statementId: string): Promise<PublishedFact[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH last AS (
      SELECT DISTINCT ON (shown.claim_id) shown.claim_id, shown.decision_id, p.id AS publication_id, p.number
      FROM publication p
      JOIN published_claim shown ON shown.workspace_id = p.workspace_id AND shown.publication_id = p.id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.statement_id = ${statementId}::uuid
      ORDER BY shown.claim_id, p.number DESC)
    SELECT c.id::text, c.stage::text, c.claim_reviewed AS "claimReviewed",
      i.id::text AS "intoId", i.claim_reviewed AS "intoReviewed",
      last.publication_id::text AS "publicationId", last.number AS publication, last.decision_id::text AS "decisionId",
      r.id::text AS "reopeningId", r.at AS "reopenedAt",
      d.action::text, mark.key AS "ratingKey", mark.label AS "ratingLabel", mark.tone AS "ratingTone", c.suspended_at AS "suspendedAt",
      EXISTS (
        SELECT 1 FROM correction x
        JOIN publication q ON q.workspace_id = x.workspace_id AND q.id = x.publication_id
        WHERE x.workspace_id = c.workspace_id AND x.claim_id = c.id AND q.number > last.number
          AND x.kind IN ('CORRECTION', 'RETRACTION')
      ) AS "isTold"
    FROM last
    JOIN claim c ON c.workspace_id = ${workspaceId}::uuid AND c.id = last.claim_id
    LEFT JOIN claim i ON i.workspace_id = c.workspace_id AND i.id = c.merged_into_id
    LEFT JOIN reopening r ON r.workspace_id = c.workspace_id AND r.decision_id = last.decision_id
    JOIN LATERAL (
      SELECT action, rating, scale_version FROM decision WHERE workspace_id = c.workspace_id AND claim_id = c.id
      ORDER BY number DESC LIMIT 1
    ) d ON true
    LEFT JOIN rating mark
      ON mark.workspace_id = c.workspace_id AND mark.scale_version = d.scale_version AND mark.key = d.rating
    ORDER BY c.sort_start, c.id`
  return rows.map(factOf)
}

function factOf(row: Row): PublishedFact {
  const { intoId, intoReviewed, reopeningId, reopenedAt, ratingKey, ratingLabel, ratingTone, ...fact } = row
  return {
    ...fact,
    into: intoId !== null && intoReviewed !== null ? { id: intoId, claimReviewed: intoReviewed } : null,
    reopening: reopeningId !== null && reopenedAt !== null ? { id: reopeningId, at: reopenedAt } : null,
    rating:
      ratingKey !== null && ratingLabel !== null && ratingTone !== null
        ? { key: ratingKey, label: ratingLabel, tone: ratingTone }
        : null,
  }
}

/** A claim word for word as a publication has it. */
export type ShownClaim = {
  id: string
  claimReviewed: string
  action: DecisionAction
  rating: { key: string; label: string; definition: string; tone: RatingTone } | null
  targets: { id: string; exact: string; prefix: string; suffix: string; start: number; end: number }[]
  versionNumber: number
}

/** These claims as these publications have them, by claim. Each snapshot is opened once. */
export async function readShownClaims(
  tx: Tx,
  workspaceId: string,
  wanted: readonly Pick<PublishedFact, 'id' | 'publicationId'>[],
): Promise<Map<string, ShownClaim>> {
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<ShownClaim[]>`
    SELECT shown->>'id' AS id, shown->>'claimReviewed' AS "claimReviewed", shown->>'action' AS action, shown->'rating' AS rating,
      shown->'targets' AS targets, (p.snapshot->'statement'->>'versionNumber')::int AS "versionNumber"
    FROM publication p
    CROSS JOIN LATERAL jsonb_array_elements(p.snapshot->'claims') shown
    JOIN unnest(${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ publicationId }) => publicationId)}::uuid[])
      AS wanted (claim_id, publication_id) ON wanted.publication_id = p.id AND wanted.claim_id = shown->>'id'
    WHERE p.workspace_id = ${workspaceId}::uuid`
  return new Map(rows.map(row => [row.id, row]))
}
