import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { clockOf } from './clock'

const shareFields = {
  id: true,
  publicationId: true,
  publication: { select: { number: true } },
  label: true,
  hint: true,
  createdAt: true,
  creator: { select: { id: true, user: { select: { name: true } } } },
  expiresAt: true,
  revokedAt: true,
} as const

type ShareRow = {
  id: string
  publicationId: string
  publication: { number: number }
  label: string | null
  hint: string
  createdAt: Date
  creator: { id: string; user: { name: string } }
  expiresAt: Date | null
  revokedAt: Date | null
}

function shareDto({ publication, creator, createdAt, expiresAt, revokedAt, ...row }: ShareRow, now: Date) {
  const hasExpired = expiresAt !== null && expiresAt <= now
  return {
    ...row,
    publicationNumber: publication.number,
    state: revokedAt ? ('REVOKED' as const) : hasExpired ? ('EXPIRED' as const) : ('ACTIVE' as const),
    createdAt: createdAt.toISOString(),
    createdBy: { id: creator.id, name: creator.user.name },
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    url: null,
  }
}

/**
 * What a link's event carries, so that neither its token, its label nor its end can be exchanged unseen. The token's hash
 * is the salt: the token has 256 random bits.
 */
export function shareHash(
  row: Pick<ShareRow, 'publicationId' | 'label' | 'hint' | 'expiresAt'> & { tokenHash: string },
): string {
  const { publicationId, label, hint, expiresAt, tokenHash } = row
  return contentHash(tokenHash, 'share', { publicationId, label, hint, expiresAt: expiresAt?.toISOString() ?? null })
}

/** The statement's links, newest first. */
export async function listSharesOf(tx: Tx, actor: Actor, statementId: string) {
  const rows = await tx.share.findMany({
    where: { workspaceId: actor.workspaceId, statementId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: shareFields,
  })
  const now = await clockOf(tx)
  return rows.map(row => shareDto(row, now))
}

/** One link of the actor's desk. Throws not-found when it is not theirs. */
export async function readShare(tx: Tx, actor: Actor, id: string) {
  const row = await tx.share.findFirst({ where: { workspaceId: actor.workspaceId, id }, select: shareFields })
  if (!row) throw notFound('share')
  return shareDto(row, await clockOf(tx))
}

/** Ends a link; of two that do so at once the first counts. */
export async function endShare(tx: Tx, actor: Actor, id: string, at: Date): Promise<void> {
  await tx.share.updateMany({
    where: { workspaceId: actor.workspaceId, id, revokedAt: null },
    data: { revokedAt: at, revokedById: actor.memberId },
  })
}

/** What a link that stands opens, and what has happened to it since it was published. */
export type OpenShare = {
  workspaceId: string
  publicationId: string
  /** A later publication of the same statement. */
  newer: { number: number; at: Date } | null
  /** The checks of which the published decision has been lifted since. */
  lifted: readonly { claimId: string; number: number; at: Date; state: 'UNDER_REVIEW' | 'WITHDRAWN' | 'REPUBLISHED' }[]
}

/** The link with this hash, unless it has been revoked or, by the database's clock, has expired. One hash, one row: the only credential there is. */
export async function findOpenShare(tx: Tx, tokenHash: string): Promise<OpenShare | null> {
  const [row] = await tx.$queryRaw<
    { workspaceId: string; publicationId: string; newerNumber: number | null; newerAt: Date | null }[]
  >`
    SELECT h.workspace_id::text AS "workspaceId", p.id::text AS "publicationId",
      newer.number AS "newerNumber", newer.at AS "newerAt"
    FROM share h
    JOIN publication p ON p.workspace_id = h.workspace_id AND p.id = h.publication_id
    LEFT JOIN LATERAL (
      SELECT number, at FROM publication
      WHERE workspace_id = p.workspace_id AND statement_id = p.statement_id AND number > p.number
      ORDER BY number DESC LIMIT 1
    ) newer ON true
    WHERE h.token_hash = ${tokenHash} AND h.revoked_at IS NULL
      AND (h.expires_at IS NULL OR h.expires_at > clock_timestamp())`
  if (!row) return null
  const { workspaceId, publicationId, newerNumber, newerAt } = row
  const newer = newerNumber !== null && newerAt !== null ? { number: newerNumber, at: newerAt } : null
  return { workspaceId, publicationId, newer, lifted: await listLifted(tx, workspaceId, publicationId) }
}

async function listLifted(tx: Tx, workspaceId: string, publicationId: string): Promise<OpenShare['lifted']> {
  return await tx.$queryRaw<OpenShare['lifted'][number][]>`
    SELECT shown.claim_id::text AS "claimId", shown.ord AS number, r.at,
      CASE
        WHEN c.stage IN ('WITHDRAWN', 'MERGED') THEN 'WITHDRAWN'
        WHEN EXISTS (
          SELECT 1 FROM published_claim again
          JOIN decision d ON d.workspace_id = again.workspace_id AND d.id = again.decision_id
          JOIN decision old ON old.workspace_id = shown.workspace_id AND old.id = shown.decision_id
          WHERE again.workspace_id = shown.workspace_id AND again.claim_id = shown.claim_id AND d.number > old.number
        ) THEN 'REPUBLISHED'
        ELSE 'UNDER_REVIEW'
      END AS state
    FROM published_claim shown
    JOIN reopening r ON r.workspace_id = shown.workspace_id AND r.decision_id = shown.decision_id
    JOIN claim c ON c.workspace_id = shown.workspace_id AND c.id = shown.claim_id
    WHERE shown.workspace_id = ${workspaceId}::uuid AND shown.publication_id = ${publicationId}::uuid
    ORDER BY shown.ord`
}
