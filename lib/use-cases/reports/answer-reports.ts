import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { findReports, insertAnswer, type NewAnswer, type ReportRecord } from '@/lib/db/reports'
import type { Actor } from '@/lib/domain/actor'
import { invalidInput } from '../invalid-input'

/** Answers a report and says what to append to the statement's history. */
export async function answer(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  words: Omit<NewAnswer, 'reportId' | 'number'>,
  at: Date,
): Promise<EventDraft> {
  const { id: reportId, lastAnswer } = report
  const number = lastAnswer + 1
  const { contentHash } = await insertAnswer(tx, actor, { reportId, number, ...words }, at)
  return { type: 'report.answered', ids: { reportId, number, outcome: words.outcome }, contentHash }
}

/** A correction that readers' reports led to. */
type Answering = {
  statementId: string
  correctionId: string
  whatChanged: string
  why: string
  reportIds: readonly string[]
}

/**
 * Tells the readers who reported it of a correction, in its own words. `path` is where the input names the reports.
 * Throws invalid-input for a report of another statement, or of none.
 */
export async function answerReports(
  tx: Tx,
  actor: Actor,
  { statementId, correctionId, whatChanged, why, reportIds }: Answering,
  at: Date,
  path = 'reportIds',
): Promise<EventDraft[]> {
  const wanted = [...new Set(reportIds)]
  const reports = (await findReports(tx, actor, wanted)).filter(report => report.statementId === statementId)
  if (reports.length < wanted.length) throw invalidInput(path, 'One of these is no report on this statement.')
  const text = `${whatChanged}\n\n${why}`
  const events: EventDraft[] = []
  for (const report of reports) {
    events.push(await answer(tx, actor, report, { outcome: 'CORRECTED', text, correctionId }, at))
  }
  return events
}
