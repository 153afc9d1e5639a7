import type { Actor } from '@/lib/domain/actor'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { findStatementSummary } from './statements-list'

/** One statement with its current text and the last number of its history. Throws not-found when it is not the desk's. */
export async function readStatementWithText(tx: Tx, actor: Actor, id: string) {
  const { workspaceId } = actor
  // First the number, then what it counts: a reader may then refetch once too often, never once too little.
  const stream = await tx.eventStream.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
  const summary = await findStatementSummary(tx, actor, id)
  if (!stream || !summary) throw notFound('statement')
  const { document, text, sha256 } = await tx.statementVersion.findUniqueOrThrow({
    where: {
      workspaceId_statementId_number: { workspaceId, statementId: id, number: summary.currentVersion },
    },
    select: { document: true, text: true, sha256: true },
  })
  return { ...summary, document, text, sha256, seq: stream.seq }
}
