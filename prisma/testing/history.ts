import { db } from '../../lib/db/client'
import type { Json } from '../../lib/domain/hash'
import { type BrokenLink, verifyChain } from '../../lib/domain/hash-chain'

/** A stream's event types in order, its content hashes, and its first broken link: null while the chain is whole up to its head. */
export async function historyOf(
  streamId: string,
): Promise<{ types: string[]; contentHashes: (string | null)[]; broken: BrokenLink | null }> {
  const rows = await db().event.findMany({ where: { streamId }, orderBy: { seq: 'asc' } })
  const stream = await db().eventStream.findUniqueOrThrow({ where: { id: streamId } })
  const chain = rows.map(row => ({ ...row, ids: row.ids as Json, at: row.at.toISOString() })) // The column holds what Json holds.
  return {
    types: rows.map(row => row.type),
    contentHashes: rows.map(row => row.contentHash),
    broken: verifyChain(chain, { seq: stream.seq, hash: stream.head }),
  }
}
