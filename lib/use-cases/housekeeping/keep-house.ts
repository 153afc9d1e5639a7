import { db } from '@/lib/db/client'
import { deleteOldReplies } from '@/lib/db/idempotency'
import { inTurn } from '@/lib/db/turns'
import { forgetOldReportContacts } from '../reports/forget-old-report-contacts'
import { closeCompleteRounds } from '../rounds/close-complete-rounds'
import { returnIdleAssignments } from '../rounds/return-idle-assignments'

const TASKS: readonly (() => Promise<unknown>)[] = [
  () => returnIdleAssignments(),
  () => closeCompleteRounds(),
  () => forgetOldReportContacts(),
  () => deleteOldReplies(db()),
]

/**
 * What every desk of this database needs done now and then, by one instance at a time; does nothing while another is at it.
 * Does all of it before it throws what went wrong.
 */
export async function keepHouse(): Promise<void> {
  await inTurn(db(), 'housekeeping', async () => {
    const problems: unknown[] = []
    for (const task of TASKS) await task().catch(problem => problems.push(problem))
    if (problems.length > 0) throw new AggregateError(problems, `${problems.length} of ${TASKS.length} tasks failed`)
  })
}
