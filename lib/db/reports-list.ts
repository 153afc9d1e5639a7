import type { Actor } from '@/lib/domain/actor'
import type { ReportState } from '@/lib/domain/error-report'
import { Prisma, type Tx } from './client'
import { personFields, personOf } from './person'

/** Where a list goes on: after this report, open ones first, newest first. */
type ReportPlace = { isOpen: boolean; at: Date; id: string }

type ReportFilter = {
  id?: string
  statementId?: string | undefined
  state?: ReportState | undefined
  after?: ReportPlace | undefined
  limit: number
}

type Row = {
  id: string
  state: ReportState
  text: string
  at: Date
  contact: string | null
  statementId: string
  title: string
  publicationId: string
  publicationNumber: number
  claimId: string | null
  claimReviewed: string | null
  ord: number | null
}

const STATE = Prisma.sql`COALESCE((SELECT a.outcome::text FROM error_report_answer a
  WHERE a.workspace_id = e.workspace_id AND a.report_id = e.id ORDER BY a.number DESC LIMIT 1), 'RECEIVED')`

/** A page of the desk's reports as editors see them. A claim is named by its sentence as it was published then. */
export async function listReportsOf(tx: Tx, { workspaceId }: Actor, filter: ReportFilter) {
  const { id, statementId, state, after, limit } = filter
  const isAfter = after
    ? Prisma.sql`AND (r.is_open, r.at, r.id) < (${after.isOpen}, ${after.at}, ${after.id}::uuid)`
    : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    WITH r AS (
      SELECT e.*, s.state, s.state IN ('RECEIVED', 'UNDER_REVIEW') AS is_open
      FROM error_report e CROSS JOIN LATERAL (SELECT ${STATE} AS state) s
      WHERE e.workspace_id = ${workspaceId}::uuid
        ${id === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${id}::uuid`}
        ${statementId === undefined ? Prisma.empty : Prisma.sql`AND e.statement_id = ${statementId}::uuid`})
    SELECT r.id::text, r.state, r.text, r.at, c.contact, r.statement_id::text AS "statementId", s.title,
      r.publication_id::text AS "publicationId", p.number AS "publicationNumber",
      r.claim_id::text AS "claimId", shown.ord,
      (SELECT one->>'claimReviewed' FROM jsonb_array_elements(p.snapshot->'claims') one
        WHERE one->>'id' = r.claim_id::text LIMIT 1) AS "claimReviewed"
    FROM r
    JOIN statement s ON s.workspace_id = r.workspace_id AND s.id = r.statement_id
    JOIN publication p ON p.workspace_id = r.workspace_id AND p.id = r.publication_id
    LEFT JOIN published_claim shown ON shown.workspace_id = r.workspace_id
      AND shown.publication_id = r.publication_id AND shown.claim_id = r.claim_id
    LEFT JOIN error_report_contact c ON c.workspace_id = r.workspace_id AND c.report_id = r.id
    WHERE true ${state === undefined ? Prisma.empty : Prisma.sql`AND r.state = ${state}`} ${isAfter}
    ORDER BY r.is_open DESC, r.at DESC, r.id DESC
    LIMIT ${limit}`
  const answers = await readAnswers(
    tx,
    workspaceId,
    rows.map(row => row.id),
  )
  return rows.map(row => reportOf(row, answers.get(row.id) ?? []))
}

function reportOf(row: Row, answers: ReturnType<typeof answerOf>[]) {
  const { id, state, text, at, contact, claimId, claimReviewed, ord } = row
  return {
    id,
    statement: { id: row.statementId, title: row.title },
    publication: { id: row.publicationId, number: row.publicationNumber },
    claim: claimId === null || ord === null ? null : { id: claimId, claimReviewed: claimReviewed ?? '', check: ord },
    text,
    at: at.toISOString(),
    state,
    contact,
    answers,
  }
}

const answerFields = {
  reportId: true,
  number: true,
  outcome: true,
  text: true,
  at: true,
  author: personFields,
  correction: { select: { id: true, number: true, kind: true, whatChanged: true } },
} as const

type AnswerRow = Prisma.ErrorReportAnswerGetPayload<{ select: typeof answerFields }>

function answerOf({ reportId: _report, author, at, ...answer }: AnswerRow) {
  return { ...answer, at: at.toISOString(), by: personOf(author) }
}

async function readAnswers(tx: Tx, workspaceId: string, reportIds: readonly string[]) {
  const rows = await tx.errorReportAnswer.findMany({
    where: { workspaceId, reportId: { in: [...reportIds] } },
    orderBy: { number: 'asc' },
    select: answerFields,
  })
  const byReport = new Map<string, ReturnType<typeof answerOf>[]>()
  for (const row of rows) byReport.set(row.reportId, [...(byReport.get(row.reportId) ?? []), answerOf(row)])
  return byReport
}

/** How many of the desk's reports wait for a final answer. */
export async function countOpenReports(tx: Tx, { workspaceId }: Actor): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM error_report e
    WHERE e.workspace_id = ${workspaceId}::uuid AND ${STATE} IN ('RECEIVED', 'UNDER_REVIEW')`
  return row?.count ?? 0
}
