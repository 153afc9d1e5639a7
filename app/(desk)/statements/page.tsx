import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { GUIDE_COOKIE } from '@/components/queue/guide-cookie'
import { guideProgressFrom } from '@/components/queue/guide-progress'
import { QueueScreen } from '@/components/queue/queue-screen'
import { readStatementFilter, statementFilterHref, statementQuery } from '@/components/queue/statement-filter'
import { can } from '@/lib/domain/policy'
import { requirePageActor } from '@/lib/server/page-actor'
import { readMe } from '@/lib/use-cases/accounts/read-me'
import { readQueue } from '@/lib/use-cases/claims/read-queue'
import { listStatements } from '@/lib/use-cases/statements/list-statements'

export const metadata: Metadata = { title: 'Statements' }

type Props = { searchParams: Promise<{ show?: string | string[]; q?: string | string[] }> }

/** The desk's front page. */
export default async function StatementsPage({ searchParams }: Props) {
  const filter = readStatementFilter(await searchParams)
  const actor = await requirePageActor(statementFilterHref(filter))
  const [me, needs, decisions, statements, sent] = await Promise.all([
    readMe.execute(actor, {}),
    readQueue.execute(actor, { of: 'verdicts' }),
    can(actor, 'share.list').allowed ? readQueue.execute(actor, { of: 'decisions' }) : null,
    listStatements.execute(actor, statementQuery(filter)),
    cookies(),
  ])
  const cookie = sent.get(GUIDE_COOKIE)?.value
  const guide = { isShown: me.workspace.isSample && !guideProgressFrom(cookie).isAway, cookie }
  return <QueueScreen needs={needs} decisions={decisions} statements={statements} filter={filter} guide={guide} />
}
