import type { Db } from './client'

/** A history's address: its desk is part of every question. */
export type Stream = { id: string; workspaceId: string }

/** What is told of an event: never who did what, never content. */
export type Signal = { seq: number; type: string; claimId: string | null }

/** The number of a statement's last event; null where the desk has no such statement. */
export async function findStatementSeq(db: Db, stream: Stream): Promise<number | null> {
  const row = await db.eventStream.findUnique({
    where: { workspaceId_id: { workspaceId: stream.workspaceId, id: stream.id } },
    select: { seq: true, kind: true },
  })
  return row?.kind === 'STATEMENT' ? row.seq : null
}

/** The events that follow `after`, in order, at most `limit`. */
export async function findSignals(db: Db, stream: Stream, after: number, limit: number): Promise<Signal[]> {
  return await db.event.findMany({
    where: { workspaceId: stream.workspaceId, streamId: stream.id, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
    select: { seq: true, type: true, claimId: true },
  })
}
