import type { Actor } from '@/lib/domain/actor'
import type { CastRating } from '@/lib/domain/consensus'
import type { Confidence, Stance } from '@/lib/domain/vocabulary'
import { Prisma, type Tx } from './client'
import { isRevealedRound } from './rounds'
import type { SourceParticulars, SourceRef } from './sources'
import { isStanding } from './standing-verdicts'

export type CitationRow = {
  id: string
  stance: Stance
  quote: string | null
  note: string | null
  source: SourceParticulars & SourceRef
}

export type VerdictRow = {
  id: string
  claimId: string
  round: number
  reviewerId: string
  rating: string
  confidence: Confidence
  rationale: string
  /** Cast by a trainee: seen with the others, never counted. */
  isTrainee: boolean
  castAt: Date
  /** In the reviewer's order. */
  citations: CitationRow[]
}

/**
 * The seal. True in SQL for a verdict (alias `v`, its round `r`) that is open to the actor: their own always, others' only
 * once the round has closed, and never when it was abandoned. Every read of what a verdict says goes through here.
 */
function openTo(actor: Actor): Prisma.Sql {
  return Prisma.sql`(v.reviewer_id = ${actor.memberId}::uuid OR ${isRevealedRound})`
}

/** The standing verdicts of these claims that are open to the actor, with their citations, by round and reviewer. */
export async function readVerdicts(tx: Tx, actor: Actor, claimIds: readonly string[]): Promise<VerdictRow[]> {
  const rows = await tx.$queryRaw<Omit<VerdictRow, 'citations'>[]>`
    SELECT v.id::text, v.claim_id::text AS "claimId", v.round, v.reviewer_id::text AS "reviewerId", v.rating,
      v.confidence::text, v.rationale, v.is_trainee AS "isTrainee", v.cast_at AS "castAt"
    FROM verdict v
    JOIN round r ON r.workspace_id = v.workspace_id AND r.claim_id = v.claim_id AND r.number = v.round
    WHERE v.workspace_id = ${actor.workspaceId}::uuid AND v.claim_id = ANY(${claimIds}::uuid[])
      AND ${openTo(actor)} AND ${isStanding}
    ORDER BY v.claim_id, v.round, v.reviewer_id`
  if (rows.length === 0) return []
  const citations = await readCitations(
    tx,
    actor,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...row, citations: citations.get(row.id) ?? [] }))
}

/** The citations of verdicts that have been found open to the actor. */
async function readCitations(tx: Tx, actor: Actor, verdictIds: readonly string[]): Promise<Map<string, CitationRow[]>> {
  const rows = await tx.$queryRaw<(CitationRow & { verdictId: string })[]>`
    SELECT c.id::text, c.verdict_id::text AS "verdictId", c.stance::text, c.quote, c.note,
      jsonb_build_object('id', s.id, 'fingerprint', s.fingerprint, 'type', s.type, 'title', s.title, 'author', s.author,
        'publisher', s.publisher, 'publishedOn', s.published_on, 'url', s.url, 'reference', s.reference,
        'archiveUrl', s.archive_url, 'retrievedOn', s.retrieved_on, 'interest', s.interest) AS source
    FROM citation c JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.verdict_id = ANY(${verdictIds}::uuid[])
    ORDER BY c.verdict_id, c.ord`
  const byVerdict = new Map<string, CitationRow[]>()
  for (const { verdictId, ...citation } of rows) {
    byVerdict.set(verdictId, [...(byVerdict.get(verdictId) ?? []), citation])
  }
  return byVerdict
}

/**
 * The ratings that the rule counts when a round closes. The one read past the seal: for the rule alone, in the transaction
 * that opens the round to everyone. What it returns is shown to no one as such.
 */
export async function readRatingsToCount(
  tx: Tx,
  actor: Actor,
  claimId: string,
  round: number,
  recused: readonly string[],
): Promise<CastRating[]> {
  return await tx.$queryRaw<CastRating[]>`
    SELECT v.rating FROM verdict v
    WHERE v.workspace_id = ${actor.workspaceId}::uuid AND v.claim_id = ${claimId}::uuid AND v.round = ${round}
      AND NOT v.is_trainee AND v.reviewer_id <> ALL(${recused}::uuid[]) AND ${isStanding}`
}
