import type { Actor } from '@/lib/domain/actor'
import { CONTACT_DAYS, type ReportState } from '@/lib/domain/error-report'
import { contentHash } from '@/lib/domain/hash'
import type { CorrectionKind, ReportOutcome } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import { newSalt } from '@/lib/platform/secrets'
import { type Db, Prisma, type Tx } from './client'

export type NewReport = {
  statementId: string
  publicationId: string
  shareId: string
  claimId: string | null
  text: string
  /** SHA-256 of the receipt’s token. */
  receiptHash: string
}

/** Exactly what the content hash of a report covers. How to reach the reader is kept apart, so that it can be forgotten. */
export function reportBody(row: NewReport) {
  const { statementId, publicationId, shareId, claimId, text, receiptHash } = row
  return { statementId, publicationId, shareId, claimId, text, receiptHash }
}

export type NewAnswer = {
  reportId: string
  number: number
  outcome: ReportOutcome
  text: string
  correctionId: string | null
}

/** Exactly what the content hash of an answer covers. */
export function reportAnswerBody(row: NewAnswer & { authorId: string }) {
  const { reportId, number, outcome, text, correctionId, authorId } = row
  return { reportId, number, outcome, text, correctionId, authorId }
}

/** What a link that stands is about, with its statement locked until the transaction ends. */
export type LockedShare = {
  workspaceId: string
  statementId: string
  publicationId: string
  shareId: string
  /** The database's clock, read after the lock was granted. */
  at: Date
}

/** Locks the statement behind an open link; null where the link is unknown, revoked or has expired. */
export async function lockShared(tx: Tx, tokenHash: string): Promise<LockedShare | null> {
  // The outer query reads the clock, and whether the link still stands, once the lock is granted.
  const [row] = await tx.$queryRaw<LockedShare[]>`
    WITH locked AS MATERIALIZED (
      SELECT s.id, s.workspace_id FROM statement s
      WHERE (s.workspace_id, s.id) = (SELECT h.workspace_id, h.statement_id FROM share h WHERE h.token_hash = ${tokenHash})
      FOR UPDATE)
    SELECT h.workspace_id::text AS "workspaceId", h.statement_id::text AS "statementId",
      h.publication_id::text AS "publicationId", h.id::text AS "shareId", clock_timestamp() AS at
    FROM locked JOIN share h ON h.workspace_id = locked.workspace_id AND h.statement_id = locked.id
    WHERE h.token_hash = ${tokenHash} AND h.revoked_at IS NULL
      AND (h.expires_at IS NULL OR h.expires_at > clock_timestamp())`
  return row ?? null
}

/** A publication as far as a report of an error names it: by what names it goes, and its checks in order. */
export type ReportedPage = {
  desk: string
  title: string
  language: string
  isSample: boolean
  checks: readonly { number: number; claimReviewed: string }[]
}

/** What readers of a publication can say is wrong. Reads no more of it than the names. */
export async function readReportedPage(tx: Tx, workspaceId: string, publicationId: string): Promise<ReportedPage> {
  const [row] = await tx.$queryRaw<(Omit<ReportedPage, 'checks'> & { checks: ReportedPage['checks'] | null })[]>`
    SELECT snapshot->'desk'->>'name' AS desk, snapshot->'statement'->>'title' AS title,
      snapshot->'statement'->>'language' AS language, (snapshot->'desk'->>'isSample')::boolean AS "isSample",
      (SELECT jsonb_agg(jsonb_build_object('number', one->'number', 'claimReviewed', one->'claimReviewed')
          ORDER BY (one->>'number')::int) FROM jsonb_array_elements(snapshot->'claims') one) AS checks
    FROM publication WHERE workspace_id = ${workspaceId}::uuid AND id = ${publicationId}::uuid`
  if (!row) throw new Error(`publication ${publicationId} is gone`)
  return { ...row, checks: row.checks ?? [] }
}

/** The claim that a publication shows under a number; null where it shows none. */
export async function findCheck(
  tx: Tx,
  { workspaceId, publicationId }: LockedShare,
  ord: number,
): Promise<string | null> {
  const row = await tx.publishedClaim.findFirst({
    where: { workspaceId, publicationId, ord },
    select: { claimId: true },
  })
  return row?.claimId ?? null
}

/** Writes a report down, with how to reach the reader if they said; returns the content hash that its event announces. */
export async function insertReport(
  tx: Tx,
  { workspaceId, at }: LockedShare,
  report: NewReport,
  contact: string | null,
): Promise<{ id: string; contentHash: string }> {
  const salt = newSalt()
  const hash = contentHash(salt, 'error-report', reportBody(report))
  const { id } = await tx.errorReport.create({
    data: { ...report, workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  if (contact !== null) await tx.errorReportContact.create({ data: { workspaceId, reportId: id, contact } })
  return { id, contentHash: hash }
}

/** Writes an answer down; returns the content hash that its event announces. */
export async function insertAnswer(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  answer: NewAnswer,
  at: Date,
): Promise<{ contentHash: string }> {
  const salt = newSalt()
  const hash = contentHash(salt, 'error-report-answer', reportAnswerBody({ ...answer, authorId }))
  await tx.errorReportAnswer.create({ data: { ...answer, authorId, workspaceId, at, salt, contentHash: hash } })
  return { contentHash: hash }
}

/** A report as commands need it. */
export type ReportRecord = { id: string; statementId: string; lastAnswer: number }

/** The reports of the actor's desk among these, in their order. */
export async function findReports(tx: Tx, { workspaceId }: Actor, ids: readonly string[]): Promise<ReportRecord[]> {
  const rows = await tx.errorReport.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: {
      id: true,
      statementId: true,
      answers: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const found = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = found.get(id)
    return row ? [{ id, statementId: row.statementId, lastAnswer: row.answers[0]?.number ?? 0 }] : []
  })
}

/** The report, if it is of the actor's desk. Throws not-found. */
export async function findReport(tx: Tx, actor: Actor, id: string): Promise<ReportRecord> {
  const [report] = await findReports(tx, actor, [id])
  if (!report) throw notFound('report')
  return report
}

/** Whether the statement has this correction. */
export async function hasCorrection(tx: Tx, { workspaceId }: Actor, statementId: string, id: string): Promise<boolean> {
  return (await tx.correction.count({ where: { workspaceId, statementId, id } })) === 1
}

/** Forgets how to reach a report's reader. */
export async function deleteContact(tx: Tx, workspaceId: string, reportId: string): Promise<void> {
  await tx.errorReportContact.deleteMany({ where: { workspaceId, reportId } })
}

/** Forgets how to reach readers whose last answer is older than CONTACT_DAYS and final. Returns how many. */
export async function deleteOldContacts(db: Db): Promise<number> {
  return await db.$executeRaw`
    DELETE FROM error_report_contact c
    WHERE (
      SELECT a.outcome <> 'UNDER_REVIEW' AND a.at < clock_timestamp() - make_interval(days => ${CONTACT_DAYS}::int)
      FROM error_report_answer a WHERE a.workspace_id = c.workspace_id AND a.report_id = c.report_id
      ORDER BY a.number DESC LIMIT 1)`
}

/** Where a list goes on: after this report, open ones first, newest first. */
export type ReportPlace = { isOpen: boolean; at: Date; id: string }

export type ReportFilter = {
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
  author: { select: { id: true, user: { select: { name: true } } } },
  correction: { select: { id: true, number: true, kind: true, whatChanged: true } },
} as const

type AnswerRow = Prisma.ErrorReportAnswerGetPayload<{ select: typeof answerFields }>

function answerOf({ reportId: _report, author, at, ...answer }: AnswerRow) {
  return { ...answer, at: at.toISOString(), by: { id: author.id, name: author.user.name } }
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

/** A report as its reader finds it: who answered stays with the desk. */
export type Receipt = {
  reportId: string
  text: string
  at: Date
  check: number | null
  /** Newest first. */
  answers: readonly {
    outcome: ReportOutcome
    text: string
    at: Date
    correction: { number: number; kind: CorrectionKind; whatChanged: string; why: string; at: Date } | null
  }[]
  hasContact: boolean
}

/** The report with this receipt that was sent through this link; null where there is none. */
export async function findReceipt(
  tx: Tx,
  { workspaceId, tokenHash }: { workspaceId: string; tokenHash: string },
  receiptHash: string,
): Promise<Receipt | null> {
  const row = await tx.errorReport.findUnique({
    where: { receiptHash },
    select: {
      id: true,
      workspaceId: true,
      publicationId: true,
      claimId: true,
      text: true,
      at: true,
      share: { select: { tokenHash: true } },
      contact: { select: { reportId: true } },
      answers: {
        orderBy: { number: 'desc' },
        select: {
          outcome: true,
          text: true,
          at: true,
          correction: { select: { number: true, kind: true, whatChanged: true, why: true, at: true } },
        },
      },
    },
  })
  if (!row || row.workspaceId !== workspaceId || row.share.tokenHash !== tokenHash) return null
  const shown =
    row.claimId === null
      ? null
      : await tx.publishedClaim.findFirst({
          where: { workspaceId, publicationId: row.publicationId, claimId: row.claimId },
          select: { ord: true },
        })
  return {
    reportId: row.id,
    text: row.text,
    at: row.at,
    check: shown?.ord ?? null,
    answers: row.answers,
    hasContact: row.contact !== null,
  }
}
