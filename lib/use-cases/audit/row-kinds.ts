import type { HistoryEvent } from '@/lib/domain/history'
import { numberIn, textIn } from '@/lib/domain/history-ids'

/** A table whose rows hold content, and how the events that announce them name them. */
export type RowKind = {
  table: string
  announcedBy: readonly string[]
  /** Throws BrokenHistory where the event does not say which row. */
  keyOf: (event: HistoryEvent) => string
}

const numbered = (name: string) => (event: HistoryEvent) => String(numberIn(event, name))
const named = (name: string) => (event: HistoryEvent) => textIn(event, name)
const ofClaim = (key: (event: HistoryEvent) => string) => (event: HistoryEvent) => `${event.claimId} ${key(event)}`

/** Every kind of row that an event announces by its content hash. */
export const ROW_KINDS: readonly RowKind[] = [
  {
    table: 'workspace_revision',
    announcedBy: ['workspace.created', 'workspace.edited'],
    keyOf: numbered('revision'),
  },
  { table: 'policy_version', announcedBy: ['policy.set'], keyOf: numbered('version') },
  { table: 'scale_version', announcedBy: ['scale.set'], keyOf: numbered('version') },
  {
    table: 'statement_revision',
    announcedBy: ['statement.created', 'statement.edited'],
    keyOf: numbered('revision'),
  },
  {
    table: 'statement_version',
    announcedBy: ['statement.created', 'statement.version-added'],
    keyOf: numbered('version'),
  },
  { table: 'target_review', announcedBy: ['target.confirmed', 'target.moved'], keyOf: named('targetId') },
  { table: 'publication', announcedBy: ['statement.published'], keyOf: named('publicationId') },
  { table: 'claim_revision', announcedBy: ['claim.created', 'claim.edited'], keyOf: ofClaim(numbered('revision')) },
  { table: 'verdict', announcedBy: ['verdict.cast', 'verdict.withdrawn'], keyOf: named('verdictId') },
  { table: 'recusal', announcedBy: ['reviewer.recused'], keyOf: ofClaim(named('memberId')) },
  { table: 'quorum_lowering', announcedBy: ['claim.quorum-lowered'], keyOf: ofClaim(numbered('lowering')) },
  { table: 'comment', announcedBy: ['comment.added'], keyOf: named('commentId') },
  {
    table: 'comment_revision',
    announcedBy: ['comment.edited', 'comment.withdrawn'],
    keyOf: event => `${textIn(event, 'commentId')} ${numberIn(event, 'number')}`,
  },
  {
    table: 'comment_resolution',
    announcedBy: ['comment.resolved', 'comment.unresolved'],
    keyOf: event => `${textIn(event, 'commentId')} ${numberIn(event, 'number')}`,
  },
  { table: 'decision', announcedBy: ['claim.decided'], keyOf: named('decisionId') },
  { table: 'reopening', announcedBy: ['claim.reopened'], keyOf: named('reopeningId') },
  { table: 'correction', announcedBy: ['correction.made'], keyOf: named('correctionId') },
  { table: 'contact_request', announcedBy: ['contact.asked'], keyOf: named('contactId') },
  {
    table: 'contact_outcome',
    announcedBy: ['contact.answered'],
    keyOf: event => `${textIn(event, 'contactId')} ${numberIn(event, 'number')}`,
  },
  { table: 'error_report', announcedBy: ['report.received'], keyOf: named('reportId') },
  {
    table: 'error_report_answer',
    announcedBy: ['report.answered'],
    keyOf: event => `${textIn(event, 'reportId')} ${numberIn(event, 'number')}`,
  },
  { table: 'statement_plan', announcedBy: ['statement.planned'], keyOf: numbered('plan') },
]
