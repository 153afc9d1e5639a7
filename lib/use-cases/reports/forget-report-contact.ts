import { forgetReportContactContract } from '@/lib/contracts/reports'
import { deleteReportContact, findReport } from '@/lib/db/reports'
import { defineCommand } from '../define'
import { presentReport } from './present-report'

/** Forgets how to reach the reader. Nothing of it was ever in the history. */
export const forgetReportContact = defineCommand({
  contract: forgetReportContactContract,
  action: 'report.forget',
  lock: 'statement',
  load: (tx, actor, { reportId }) => findReport(tx, actor, reportId),
  async run({ tx, actor, resource: { id } }) {
    await deleteReportContact(tx, actor.workspaceId, id)
    return { value: id, events: [] }
  },
  present: presentReport,
})
