import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { CorrectionKind } from '@/lib/domain/vocabulary'
import { newSalt } from '@/lib/platform/secrets'
import { Prisma, type Tx } from './client'

export type NewCorrection = {
  statementId: string
  /** 1, 2, 3 … for the statement. */
  number: number
  claimId: string | null
  kind: CorrectionKind
  whatChanged: string
  why: string
  /** The publication that brings it, or that it is added to. */
  publicationId: string
  /** The reopening that it ends. */
  reopeningId: string | null
}

/** Writes one correction; returns its id and the content hash that its event announces. */
export async function insertCorrection(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  correction: NewCorrection,
  at: Date,
): Promise<{ id: string; contentHash: string }> {
  const salt = newSalt()
  const hash = contentHash(salt, 'correction', correctionBody({ ...correction, authorId }))
  const { id } = await tx.correction.create({
    data: { ...correction, authorId, workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, contentHash: hash }
}

/** Exactly what a correction's content hash covers. */
export function correctionBody(row: NewCorrection & { authorId: string }) {
  const { statementId, number, claimId, kind, whatChanged, why, publicationId, reopeningId, authorId } = row
  return { statementId, number, claimId, kind, whatChanged, why, publicationId, reopeningId, authorId }
}

/** The number of the statement's last correction, 0 where there is none. */
export async function lastCorrectionNumber(tx: Tx, workspaceId: string, statementId: string): Promise<number> {
  const last = await tx.correction.aggregate({ where: { workspaceId, statementId }, _max: { number: true } })
  return last._max.number ?? 0
}

/** A correction as members see it. */
export type CorrectionRow = {
  id: string
  number: number
  kind: CorrectionKind
  whatChanged: string
  why: string
  at: string
  by: { id: string; name: string }
  publication: { id: string; number: number }
  isNote: boolean
  statement: { id: string; title: string }
  claim: { id: string; claimReviewed: string } | null
}

/** Where a list goes on: after this correction, newest first. */
type CorrectionPlace = { at: Date; id: string }

export type CorrectionFilter = {
  id?: string | undefined
  statementId?: string | undefined
  kind?: CorrectionKind | undefined
  after?: CorrectionPlace | undefined
  limit?: number
}

type Row = {
  id: string
  number: number
  kind: CorrectionKind
  whatChanged: string
  why: string
  at: Date
  authorId: string
  authorName: string
  publicationId: string
  publicationNumber: number
  isNote: boolean
  statementId: string
  title: string
  claimId: string | null
  claimReviewed: string | null
}

/** The desk's corrections, newest first. A claim is named by its sentence in the last publication that had shown it by then. */
export async function listCorrectionsOf(
  tx: Tx,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  filter: CorrectionFilter,
): Promise<CorrectionRow[]> {
  const { after, limit } = filter
  const isAfter = after
    ? Prisma.sql`AND (x.at < ${after.at} OR (x.at = ${after.at} AND x.id < ${after.id}::uuid))`
    : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT x.*, p.number AS publication_number, x.at > p.at AS is_note, said.publication_id AS said_in
      FROM correction x
      JOIN publication p ON p.workspace_id = x.workspace_id AND p.id = x.publication_id
      LEFT JOIN LATERAL (
        SELECT q.id AS publication_id FROM published_claim shown
        JOIN publication q ON q.workspace_id = shown.workspace_id AND q.id = shown.publication_id
        WHERE shown.workspace_id = x.workspace_id AND shown.claim_id = x.claim_id AND q.number <= p.number
        ORDER BY q.number DESC LIMIT 1
      ) said ON true
      WHERE x.workspace_id = ${workspaceId}::uuid ${wanted(filter)} ${isAfter}
      ORDER BY x.at DESC, x.id DESC ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}
    ), sentences AS MATERIALIZED (
      -- Each snapshot is opened once, however many of its claims are named.
      SELECT q.id AS publication_id, shown->>'id' AS claim_id, shown->>'claimReviewed' AS sentence
      FROM publication q CROSS JOIN LATERAL jsonb_array_elements(q.snapshot->'claims') shown
      WHERE q.workspace_id = ${workspaceId}::uuid AND q.id IN (SELECT said_in FROM page)
    )
    SELECT x.id::text, x.number, x.kind::text, x.what_changed AS "whatChanged", x.why, x.at,
      x.author_id::text AS "authorId", u.name AS "authorName",
      x.publication_id::text AS "publicationId", x.publication_number AS "publicationNumber", x.is_note AS "isNote",
      x.statement_id::text AS "statementId", s.title, x.claim_id::text AS "claimId", said.sentence AS "claimReviewed"
    FROM page x
    JOIN statement s ON s.workspace_id = x.workspace_id AND s.id = x.statement_id
    JOIN member m ON m.workspace_id = x.workspace_id AND m.id = x.author_id
    JOIN "user" u ON u.id = m.user_id
    LEFT JOIN sentences said ON said.publication_id = x.said_in AND said.claim_id = x.claim_id::text
    ORDER BY x.at DESC, x.id DESC`
  return rows.map(correctionOf)
}

function wanted({ id, statementId, kind }: CorrectionFilter): Prisma.Sql {
  return Prisma.sql`
    ${id === undefined ? Prisma.empty : Prisma.sql`AND x.id = ${id}::uuid`}
    ${statementId === undefined ? Prisma.empty : Prisma.sql`AND x.statement_id = ${statementId}::uuid`}
    ${kind === undefined ? Prisma.empty : Prisma.sql`AND x.kind = ${kind}::"CorrectionKind"`}`
}

function correctionOf(row: Row): CorrectionRow {
  const { id, number, kind, whatChanged, why, at, isNote, claimId, claimReviewed } = row
  return {
    id,
    number,
    kind,
    whatChanged,
    why,
    at: at.toISOString(),
    by: { id: row.authorId, name: row.authorName },
    publication: { id: row.publicationId, number: row.publicationNumber },
    isNote,
    statement: { id: row.statementId, title: row.title },
    claim: claimId === null ? null : { id: claimId, claimReviewed: claimReviewed ?? '' },
  }
}

/** How many corrections match, and the statements that have any, by title. */
export async function countCorrections(tx: Tx, { workspaceId }: Actor, filter: CorrectionFilter) {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM correction x
    WHERE x.workspace_id = ${workspaceId}::uuid ${wanted(filter)}`
  const statements = await tx.statement.findMany({
    where: { workspaceId, corrections: { some: {} } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  })
  return { total: counted?.total ?? 0, statements }
}
