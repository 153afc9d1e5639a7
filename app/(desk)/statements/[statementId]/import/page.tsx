import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportScreen } from '@/components/imports/import-screen'
import { found } from '@/lib/server/found'
import { requirePageActor } from '@/lib/server/page-actor'
import { readStatement } from '@/lib/use-cases/statements/read-statement'

type Props = { params: Promise<{ statementId: string }> }

export const metadata: Metadata = { title: 'Import annotations' }

/** Brings annotations of another tool in as claims of a statement. */
export default async function ImportPage({ params }: Props) {
  const { statementId } = await params
  const actor = await requirePageActor(`/statements/${statementId}/import`)
  const statement = await found(readStatement.execute(actor, { statementId }))
  if (!statement) notFound()
  const { id, title, language, direction } = statement
  return <ImportScreen statement={{ id, title, language, direction }} />
}
