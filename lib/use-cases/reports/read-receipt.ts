import { db } from '@/lib/db/client'
import { findReceipt, type Receipt, type ReportedPage, readReportedPage } from '@/lib/db/report-receipt'
import { deleteReportContact } from '@/lib/db/reports'
import { hashSecret } from '@/lib/platform/secrets'
import type { OpenShare } from '../publications/open-share'

export type { Receipt, ReportedPage }

/** The report that this receipt stands for, for the bearer of the link that it was sent through; null where there is none. `share` is that link, opened at this request. */
export function readReceipt(share: OpenShare, token: string, receipt: string): Promise<Receipt | null> {
  const { workspaceId } = share
  return findReceipt(db(), { workspaceId, tokenHash: hashSecret(token) }, hashSecret(receipt))
}

/** What the report is about, or may be: the shared publication's names and checks. */
export function readReported({ workspaceId, publicationId }: OpenShare): Promise<ReportedPage> {
  return readReportedPage(db(), workspaceId, publicationId)
}

/** Forgets how to reach the reader, as they ask: whoever holds the receipt may. */
export async function forgetOwnContact(share: OpenShare, { reportId }: Receipt): Promise<void> {
  await deleteReportContact(db(), share.workspaceId, reportId)
}
