import { answerReportContract } from '@/lib/contracts/reports'
import { findReport, hasCorrection } from '@/lib/db/reports'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { answer } from './answer-reports'
import { presentReport } from './present-report'

/** Answers a reader's report. The last answer stands; earlier ones stay on the receipt. */
export const answerReport = defineCommand({
  contract: answerReportContract,
  action: 'report.answer',
  lock: 'statement',
  load: (tx, actor, { reportId }) => findReport(tx, actor, reportId),
  async run({ tx, actor, input: { outcome, text, correctionId }, resource: report, at }) {
    if (outcome === 'CORRECTED' && correctionId === null) {
      throw invalidInput('correctionId', 'Choose the correction that the report led to.')
    }
    if (outcome !== 'CORRECTED' && correctionId !== null) {
      throw invalidInput('correctionId', 'A correction goes with “corrected” alone.')
    }
    if (correctionId !== null && !(await hasCorrection(tx, actor, report.statementId, correctionId))) {
      throw invalidInput('correctionId', 'This is no correction of the statement that the report is about.')
    }
    return { value: report.id, events: [await answer(tx, actor, report, { outcome, text, correctionId }, at)] }
  },
  present: presentReport,
})
