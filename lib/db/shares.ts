import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { CorrectionKind } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import { Prisma, type Tx } from './client'
import { clockOf } from './clock'
import { personFields, personOf } from './person'

const shareFields = {
  id: true,
  publicationId: true,
  publication: { select: { number: true } },
  label: true,
  hint: true,
  createdAt: true,
  creator: personFields,
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
    createdBy: personOf(creator),
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

/** A correction that a publication does not hold itself: it came later, or was added to it. */
export type LaterCorrection = {
  number: number
  kind: CorrectionKind
  at: Date
  whatChanged: string
  why: string
  /** Whether a later publication brought it. */
  isLater: boolean
  /** Null where it concerns the statement as a whole. `check` is the claim's number here; null where it has no card. */
  claim: { id: string; check: number | null; claimReviewed: string | null } | null
}

/** What a link that stands opens, and what has happened to it since it was published. */
export type OpenShare = {
  workspaceId: string
  statementId: string
  publicationId: string
  /** The publication's own number. */
  number: number
  /** A later publication of the same statement. */
  newer: { number: number; at: Date } | null
  /** The checks of which the published decision has been lifted or suspended since. */
  lifted: readonly {
    claimId: string
    number: number
    at: Date
    state: 'UNDER_REVIEW' | 'WITHDRAWN' | 'MERGED' | 'REPUBLISHED'
  }[]
  /** Newest first. */
  corrections: readonly LaterCorrection[]
}

/** Times as the database writes them into JSON. */
type Written<T extends { at: Date }> = Omit<T, 'at'> & { at: string }

type OpenRow = Pick<OpenShare, 'workspaceId' | 'statementId' | 'publicationId' | 'number'> & {
  newerNumber: number | null
  newerAt: Date | null
  lifted: Written<OpenShare['lifted'][number]>[] | null
  corrections: Written<LaterCorrection>[] | null
}

/**
 * The link with this hash, unless it has been revoked or, by the database's clock, has expired. One hash, one row: the only
 * credential there is. One query, so that what has happened since fits together.
 */
export async function findOpenShare(tx: Tx, tokenHash: string): Promise<OpenShare | null> {
  const [row] = await tx.$queryRaw<OpenRow[]>`
    SELECT h.workspace_id::text AS "workspaceId", p.statement_id::text AS "statementId", p.id::text AS "publicationId", p.number,
      newer.number AS "newerNumber", newer.at AS "newerAt", (${LIFTED}) AS lifted, (${LATER}) AS corrections
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
  const { newerNumber, newerAt, lifted, corrections, ...share } = row
  return {
    ...share,
    newer: newerNumber !== null && newerAt !== null ? { number: newerNumber, at: newerAt } : null,
    lifted: (lifted ?? []).map(check => ({ ...check, at: new Date(check.at) })),
    corrections: (corrections ?? []).map(correction => ({ ...correction, at: new Date(correction.at) })),
  }
}

/**
 * Of publication `p`, the checks that were reopened, and those suspended because the text changed under them. What counts is
 * the decision that was published last, wherever it was.
 */
const LIFTED = Prisma.sql`
  SELECT json_agg(json_build_object('claimId', check_.claim_id, 'number', check_.ord, 'state', check_.state, 'at', check_.at)
    ORDER BY check_.ord)
  FROM (
    SELECT shown.claim_id, shown.ord, COALESCE(again.at, suspended.at, r.at) AS at,
      CASE WHEN again.at IS NULL AND suspended.at IS NOT NULL THEN 'UNDER_REVIEW'
        WHEN again.at IS NULL THEN 'REPUBLISHED' WHEN c.stage IN ('WITHDRAWN', 'MERGED') THEN c.stage::text
        ELSE 'UNDER_REVIEW' END AS state
    FROM published_claim shown
    LEFT JOIN reopening r ON r.workspace_id = shown.workspace_id AND r.decision_id = shown.decision_id
    JOIN claim c ON c.workspace_id = shown.workspace_id AND c.id = shown.claim_id
    JOIN LATERAL (
      SELECT d.id FROM published_claim other
      JOIN decision d ON d.workspace_id = other.workspace_id AND d.id = other.decision_id
      WHERE other.workspace_id = shown.workspace_id AND other.claim_id = shown.claim_id
      ORDER BY d.number DESC LIMIT 1
    ) newest ON true
    LEFT JOIN reopening again ON again.workspace_id = shown.workspace_id AND again.decision_id = newest.id
    CROSS JOIN LATERAL (SELECT CASE WHEN c.stage = 'DECIDED' THEN c.suspended_at END AS at) suspended
    WHERE (r.at IS NOT NULL OR suspended.at IS NOT NULL) AND shown.workspace_id = p.workspace_id AND shown.publication_id = p.id
  ) check_`

/** Of publication `p`, the corrections that came after it and concern what it or an earlier one showed. */
const LATER = Prisma.sql`
  SELECT json_agg(json_build_object(
      'number', x.number, 'kind', x.kind, 'at', x.at, 'whatChanged', x.what_changed, 'why', x.why,
      'isLater', q.number > p.number AND x.at <= q.at,
      'claim', CASE WHEN x.claim_id IS NULL THEN NULL ELSE json_build_object('id', x.claim_id, 'check', here.ord,
        'claimReviewed', CASE WHEN here.ord IS NULL THEN (
          SELECT shown->>'claimReviewed' FROM publication e CROSS JOIN LATERAL jsonb_array_elements(e.snapshot->'claims') shown
          WHERE e.id = known.publication_id AND shown->>'id' = x.claim_id::text) END) END)
    ORDER BY x.number DESC)
  FROM correction x
  JOIN publication q ON q.workspace_id = x.workspace_id AND q.id = x.publication_id
  LEFT JOIN published_claim here
    ON here.workspace_id = x.workspace_id AND here.publication_id = p.id AND here.claim_id = x.claim_id
  LEFT JOIN LATERAL (
    SELECT e.id AS publication_id FROM published_claim shown
    JOIN publication e ON e.workspace_id = shown.workspace_id AND e.id = shown.publication_id
    WHERE shown.workspace_id = x.workspace_id AND shown.claim_id = x.claim_id AND e.number <= p.number
    ORDER BY e.number DESC LIMIT 1
  ) known ON true
  WHERE x.workspace_id = p.workspace_id AND x.statement_id = p.statement_id
    AND (q.number > p.number OR (q.id = p.id AND x.at > p.at))
    AND (x.claim_id IS NULL OR known.publication_id IS NOT NULL)`
