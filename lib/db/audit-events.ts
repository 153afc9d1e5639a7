import type { Json } from '@/lib/domain/hash'
import type { ChainedEvent } from '@/lib/domain/hash-chain'
import type { Tx } from './client'

export type AuditEvent = ChainedEvent & { readonly workspaceId: string }

const PAGE = 1_000

/** A stream's events in order, a page at a time. */
export async function* eventPages(tx: Tx, streamId: string): AsyncGenerator<AuditEvent[]> {
  for (let after = 0; ; ) {
    const rows = await tx.event.findMany({
      where: { streamId, seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    })
    if (rows.length === 0) return
    yield rows.map(eventOf)
    after = rows.at(-1)?.seq ?? after
  }
}

/** The events of a stream that concern any of these claims, in order. */
export async function readEventsOfClaims(
  tx: Tx,
  workspaceId: string,
  streamId: string,
  claimIds: readonly string[],
): Promise<AuditEvent[]> {
  const rows = await tx.event.findMany({
    // With the desk, by the index on its claims: a stream can be long.
    where: { workspaceId, streamId, claimId: { in: [...claimIds] } },
    orderBy: { seq: 'asc' },
  })
  return rows.map(eventOf)
}

type Row = Omit<AuditEvent, 'ids' | 'at'> & { ids: unknown; at: Date }

function eventOf({ at, ids, ...row }: Row): AuditEvent {
  return { ...row, at: at.toISOString(), ids: ids as Json } // the column holds what Json holds
}

/** Every stream's head, a desk's own first, then its statements'. */
export async function readHeads(tx: Tx) {
  return await tx.eventStream.findMany({
    orderBy: [{ workspaceId: 'asc' }, { kind: 'desc' }, { id: 'asc' }],
    select: { id: true, workspaceId: true, kind: true, seq: true, head: true },
  })
}

/** The ids of a desk's streams, its own included. */
export async function listStreamIds(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.eventStream.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** The head as the stream's row has it; null where there is no such row. */
export async function readHead(tx: Tx, streamId: string) {
  return await tx.eventStream.findUnique({
    where: { id: streamId },
    select: { workspaceId: true, kind: true, seq: true, head: true },
  })
}

/** The hash of one event, or null where there is none. */
export async function readEventHash(tx: Tx, streamId: string, seq: number): Promise<string | null> {
  const row = await tx.event.findUnique({ where: { streamId_seq: { streamId, seq } }, select: { hash: true } })
  return row?.hash ?? null
}
