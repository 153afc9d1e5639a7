import type { Actor } from '@/lib/domain/actor'
import { CONTACT_DAYS } from '@/lib/domain/error-report'
import { contentHash } from '@/lib/domain/hash'
import type { ReportOutcome } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import { newSalt } from '@/lib/platform/secrets'
import type { Db, Tx } from './client'

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

/** Whether exactly this report was sent before under this receipt. */
export async function isSentBefore(
  tx: Tx,
  { workspaceId }: LockedShare,
  { receiptHash, shareId, claimId, text }: NewReport,
  contact: string | null,
): Promise<boolean> {
  const row = await tx.errorReport.findUnique({
    where: { receiptHash },
    select: { workspaceId: true, shareId: true, claimId: true, text: true, contact: { select: { contact: true } } },
  })
  if (!row || row.workspaceId !== workspaceId || row.shareId !== shareId) return false
  return row.claimId === claimId && row.text === text && (row.contact?.contact ?? null) === contact
}

/** Whether a receipt stands for any report. */
export async function isReceiptTaken(tx: Tx, receiptHash: string): Promise<boolean> {
  return (await tx.errorReport.count({ where: { receiptHash } })) > 0
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
export async function deleteReportContact(tx: Tx, workspaceId: string, reportId: string): Promise<void> {
  await tx.errorReportContact.deleteMany({ where: { workspaceId, reportId } })
}

/** Forgets how to reach readers whose last answer is older than CONTACT_DAYS and final. Returns how many. */
export async function deleteOldReportContacts(db: Db): Promise<number> {
  return await db.$executeRaw`
    DELETE FROM error_report_contact c
    WHERE (
      SELECT a.outcome <> 'UNDER_REVIEW' AND a.at < clock_timestamp() - make_interval(days => ${CONTACT_DAYS}::int)
      FROM error_report_answer a WHERE a.workspace_id = c.workspace_id AND a.report_id = c.report_id
      ORDER BY a.number DESC LIMIT 1)`
}
