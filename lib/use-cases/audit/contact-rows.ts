import type { StatementRows } from '@/lib/db/audit-statements'
import { contactOutcomeBody, contactRequestBody } from '@/lib/db/contacts'
import { reportAnswerBody, reportBody } from '@/lib/db/reports'
import type { AuditRow } from './match-rows'

/** Questions to claimants with what came of them. */
export function contactRows({ id, contacts }: StatementRows): AuditRow[] {
  return contacts.flatMap(({ claims, outcomes, ...row }) => {
    const claimIds = claims.map(({ claimId }) => claimId)
    const asked: AuditRow = {
      table: 'contact_request',
      place: `contact ${row.id} of statement ${id}`,
      key: row.id,
      type: 'contact-request',
      body: contactRequestBody({ ...row, claimIds }),
      salt: row.salt,
      contentHash: row.contentHash,
      by: row.authorId,
      at: row.at,
    }
    const answered = outcomes.map(({ source, ...outcome }) => ({
      table: 'contact_outcome',
      place: `outcome ${outcome.number} of contact ${row.id}`,
      key: `${row.id} ${outcome.number}`,
      type: 'contact-outcome',
      body: contactOutcomeBody({ ...outcome, source: source?.fingerprint ?? null }),
      salt: outcome.salt,
      contentHash: outcome.contentHash,
      by: outcome.authorId,
      at: outcome.at,
      ids: { result: outcome.result },
    }))
    return [asked, ...answered]
  })
}

/** Readers' reports, which nobody of the desk sent, with the desk's answers. */
export function reportRows({ id, reports }: StatementRows): AuditRow[] {
  return reports.flatMap(({ answers, ...row }) => {
    const sent: AuditRow = {
      table: 'error_report',
      place: `report ${row.id} on statement ${id}`,
      key: row.id,
      type: 'error-report',
      body: reportBody(row),
      salt: row.salt,
      contentHash: row.contentHash,
      by: null,
      at: row.at,
      ids: { publicationId: row.publicationId, shareId: row.shareId, claimId: row.claimId },
    }
    const answered = answers.map(answer => ({
      table: 'error_report_answer',
      place: `answer ${answer.number} to report ${row.id}`,
      key: `${row.id} ${answer.number}`,
      type: 'error-report-answer',
      body: reportAnswerBody(answer),
      salt: answer.salt,
      contentHash: answer.contentHash,
      by: answer.authorId,
      at: answer.at,
      ids: { outcome: answer.outcome },
    }))
    return [sent, ...answered]
  })
}
