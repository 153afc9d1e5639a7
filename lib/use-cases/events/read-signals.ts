import type { EventSignalDto } from '@/lib/contracts/events'
import { db } from '@/lib/db/client'
import { findSignals, findStatementSeq, type Stream } from '@/lib/db/signals'
import type { Actor } from '@/lib/domain/actor'
import { can } from '@/lib/domain/policy'
import { AppError, notFound } from '@/lib/platform/app-error'

export type { Stream }

/** The history of a statement that the actor may follow, and the number of its last event. Throws not-found for any other. */
export async function openHistory(actor: Actor, statementId: string): Promise<{ stream: Stream; seq: number }> {
  const answer = can(actor, 'event.list')
  if (!answer.allowed) throw new AppError('forbidden', answer.reason)
  const stream = { id: statementId, workspaceId: actor.workspaceId }
  const seq = await findStatementSeq(db(), stream)
  if (seq === null) throw notFound('statement')
  return { stream, seq }
}

/**
 * The events of an opened history that follow `after`: in order, without a gap, at most `limit`.
 * Signals are the same for every member, so one reading serves all who follow.
 */
export async function readSignals(stream: Stream, after: number, limit: number): Promise<EventSignalDto[]> {
  const signals = await findSignals(db(), stream, after, limit)
  const gap = signals.findIndex(({ seq }, index) => seq !== after + index + 1)
  if (gap >= 0) throw new Error(`history ${stream.id} has no event ${after + gap + 1}`)
  return signals
}
