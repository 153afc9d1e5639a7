import type { Metadata } from 'next'
import { InboxScreen } from '@/components/queue/inbox-screen'
import { can } from '@/lib/domain/policy'
import { requirePageActor } from '@/lib/server/page-actor'
import { readQueue } from '@/lib/use-cases/claims/read-queue'
import { listNotices } from '@/lib/use-cases/notices/list-notices'
import { listReports } from '@/lib/use-cases/reports/list-reports'
import { listStatements } from '@/lib/use-cases/statements/list-statements'

export const metadata: Metadata = { title: 'Inbox' }

/** What waits for one person. */
export default async function InboxPage() {
  const actor = await requirePageActor('/inbox')
  const [needs, decisions, repairs, reports, notices] = await Promise.all([
    readQueue.execute(actor, { of: 'verdicts' }),
    can(actor, 'share.list').allowed ? readQueue.execute(actor, { of: 'decisions' }) : null,
    can(actor, 'version.add').allowed ? listStatements.execute(actor, { show: 'to-repair' }) : null,
    can(actor, 'report.list').allowed ? listReports.execute(actor, {}) : null,
    listNotices.execute(actor, {}),
  ])
  return <InboxScreen needs={needs} decisions={decisions} repairs={repairs} reports={reports} notices={notices} />
}
