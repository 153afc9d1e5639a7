import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Workbench } from '@/components/statement/workbench'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { listClaims } from '@/lib/use-cases/claims/list-claims'
import { readClaim } from '@/lib/use-cases/claims/read-claim'
import { readStatement } from '@/lib/use-cases/statements/read-statement'

type Props = { params: Promise<{ statementId: string }>; searchParams: Promise<{ claim?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { statementId } = await params
  const actor = await requirePageActor(`/statements/${statementId}`)
  const statement = await found(readStatement.execute(actor, { statementId }))
  return { title: statement?.title ?? 'No such statement' }
}

/** One statement on the desk: its text, its claims and the selected one. */
export default async function StatementPage({ params, searchParams }: Props) {
  const [{ statementId }, { claim: claimId }] = await Promise.all([params, searchParams])
  const here = typeof claimId === 'string' ? `?${new URLSearchParams({ claim: claimId })}` : ''
  const actor = await requirePageActor(`/statements/${statementId}${here}`)
  const [statement, claims, claim] = await Promise.all([
    found(readStatement.execute(actor, { statementId })),
    found(listClaims.execute(actor, { statementId })),
    typeof claimId === 'string' ? found(readClaim.execute(actor, { claimId })) : null,
  ])
  if (!statement || !claims) notFound()
  return (
    <Workbench statement={statement} claims={claims.items} claim={claim?.statementId === statementId ? claim : null} />
  )
}
