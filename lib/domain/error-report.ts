import type { ReportOutcome } from '@/lib/domain/vocabulary'

/** How long the texts of a report and its answers may be, in UTF-16 code units. */
export const MAX_REPORT_LENGTH = 4_000
export const MAX_CONTACT_LENGTH = 300

/** How long after the last answer a reader's contact is kept (days), unless it is forgotten before. */
export const CONTACT_DAYS = 90

/** Where a report stands: what was answered last, or that nothing was. The first two are open. */
export const REPORT_STATES = ['RECEIVED', 'UNDER_REVIEW', 'CORRECTED', 'NO_CHANGE'] as const satisfies readonly (
  | ReportOutcome
  | 'RECEIVED'
)[]
export type ReportState = (typeof REPORT_STATES)[number]

/** What a report's state is called, for members and readers alike. */
export const REPORT_STATE_WORDS: Readonly<Record<ReportState, string>> = {
  RECEIVED: 'Received',
  UNDER_REVIEW: 'Under review',
  CORRECTED: 'Corrected',
  NO_CHANGE: 'No change',
}

/** Whether the desk still owes the reader a final answer. */
export function isReportOpen(state: ReportState): boolean {
  return state === 'RECEIVED' || state === 'UNDER_REVIEW'
}
