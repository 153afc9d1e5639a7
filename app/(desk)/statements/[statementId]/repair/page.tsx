import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RepairScreen } from '@/components/versions/repair-screen'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { listClaims } from '@/lib/use-cases/claims/list-claims'
import { readStatement } from '@/lib/use-cases/statements/read-statement'
import { listRepairs } from '@/lib/use-cases/versions/list-repairs'

type Props = { params: Promise<{ statementId: string }>; searchParams: Promise<{ passage?: string | string[] }> }

export const metadata: Metadata = { title: 'Repair' }

/** The passages of a statement that its current text changed or lost, one at a time; `?passage=` names the one shown. */
export default async function RepairPage({ params, searchParams }: Props) {
  const [{ statementId }, { passage }] = await Promise.all([params, searchParams])
  const here = typeof passage === 'string' ? `?${new URLSearchParams({ passage })}` : ''
  const actor = await requirePageActor(`/statements/${statementId}/repair${here}`)
  const [statement, claims, repairs] = await Promise.all([
    found(readStatement.execute(actor, { statementId })),
    found(listClaims.execute(actor, { statementId })),
    found(listRepairs.execute(actor, { statementId })),
  ])
  if (!statement || !claims || !repairs) notFound()
  return <RepairScreen statement={statement} claims={claims.items} first={repairs} />
}
