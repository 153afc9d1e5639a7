import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryScreen } from '@/components/history/history-screen'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { readHistory } from '@/lib/use-cases/history/read-history'
import { readStatement } from '@/lib/use-cases/statements/read-statement'

type Props = { params: Promise<{ statementId: string }>; searchParams: Promise<{ at?: string | string[] }> }

export const metadata: Metadata = { title: 'History' }

/** What happened to a statement, or with `?at=` the statement as it stood at a moment. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ statementId }, { at }] = await Promise.all([params, searchParams])
  const moment = typeof at === 'string' ? at : null
  const here = moment === null ? '' : `?${new URLSearchParams({ at: moment })}`
  const actor = await requirePageActor(`/statements/${statementId}/history${here}`)
  const [statement, first] = await Promise.all([
    found(readStatement.execute(actor, { statementId })),
    found(readHistory.execute(actor, { statementId })),
  ])
  if (!statement || !first) notFound()
  return <HistoryScreen statement={{ id: statementId, title: statement.title }} first={first} at={moment} />
}
