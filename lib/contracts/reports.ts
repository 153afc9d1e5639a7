import { z } from 'zod'
import { MAX_CONTACT_LENGTH, MAX_REPORT_LENGTH, REPORT_STATES } from '@/lib/domain/error-report'
import { CORRECTION_KINDS, REPORT_OUTCOMES } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Person } from './people'
import { Cursor, Id, optionalText, PageSize, requiredText, SecretToken, Timestamp } from './scalars'

const ReportAnswer = z.object({
  /** 1, 2, 3 … for its report; the last one stands. */
  number: z.int(),
  outcome: z.enum(REPORT_OUTCOMES),
  /** Written for the reader. */
  text: z.string(),
  at: Timestamp,
  by: Person,
  correction: z.object({ id: Id, number: z.int(), kind: z.enum(CORRECTION_KINDS), whatChanged: z.string() }).nullable(),
})

/** What a reader says is wrong with something published, and what the desk did about it. */
export const ErrorReport = z
  .object({
    id: Id,
    statement: z.object({ id: Id, title: z.string() }),
    /** What the reader was reading. */
    publication: z.object({ id: Id, number: z.int() }),
    /** Which check it is about, by its number there; null for the page as a whole. */
    claim: z.object({ id: Id, claimReviewed: z.string(), check: z.int() }).nullable(),
    text: z.string(),
    at: Timestamp,
    state: z.enum(REPORT_STATES),
    /** How to reach the reader; null where they did not say, or it has been forgotten. */
    contact: z.string().nullable(),
    answers: z.array(ReportAnswer),
  })
  .meta({ id: 'ErrorReport' })
export type ErrorReportDto = z.infer<typeof ErrorReport>

export const listReportsContract = defineContract(
  'listReports',
  'GET /reports',
  'What readers report as wrong: first what is still open, newest first.',
  z.strictObject({
    statementId: Id.optional(),
    state: z.enum(REPORT_STATES).optional(),
    cursor: Cursor.optional(),
    limit: PageSize.default(50),
  }),
  z.object({
    items: z.array(ErrorReport),
    nextCursor: z.string().nullable(),
    /** How many wait for a final answer, whatever is asked for. */
    open: z.int(),
  }),
)

export const answerReportContract = defineContract(
  'answerReport',
  'POST /reports/{reportId}/answers',
  'Answers a reader, who finds it at the address of their receipt. CORRECTED names a correction of the same statement.',
  z.strictObject({
    reportId: Id,
    outcome: z.enum(REPORT_OUTCOMES),
    text: requiredText(MAX_REPORT_LENGTH),
    correctionId: Id.nullable().default(null),
  }),
  ErrorReport,
  // A reply that is kept for replays must not outlive the contact that a reader asked to be forgotten.
  { status: 201, secrets: ['contact'] },
)

export const forgetReportContactContract = defineContract(
  'forgetReportContact',
  'DELETE /reports/{reportId}/contact',
  'Forgets how to reach the reader. The report and its answers stay.',
  z.strictObject({ reportId: Id }),
  ErrorReport,
)

/** The form on a public page. Not below /api/v1: the front door answers it at /s/{token}/report. */
export const sendReportContract = defineContract(
  'sendReport',
  'POST /s/{token}/report',
  'Reports an error to the desk without an account.',
  z.strictObject({
    token: SecretToken,
    /** The number of the check it is about; null for the page as a whole. */
    check: z.int().min(1).max(1_000_000).nullable().default(null),
    text: requiredText(MAX_REPORT_LENGTH),
    contact: optionalText(MAX_CONTACT_LENGTH),
    /** The receipt’s token to be, 256 bits that the sender made up: the same report sent twice under it is one. */
    receipt: SecretToken.optional().describe(
      'The receipt to be: 43 random characters (base64url) of the sender’s own. The same report sent twice with it is one.',
    ),
  }),
  /** The receipt’s token, with which the answer is read. */
  z.object({ receipt: SecretToken }),
  { access: 'public', status: 201, secrets: ['receipt'], maxBytes: 64 * 1024 },
)
