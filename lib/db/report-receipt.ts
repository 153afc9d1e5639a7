import type { CorrectionKind, ReportOutcome } from '@/lib/domain/vocabulary'
import type { Tx } from './client'

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
