import { readEventHash, readHeads } from '@/lib/db/audit-events'
import type { Tx } from '@/lib/db/client'
import type { Audit } from './findings'

/** A chain's end at some moment: the stream's id, the last event's number and hash. */
export type KeptHead = { id: string; seq: number; hash: string }

/** Where every chain ends now; those without events are left out. Kept elsewhere, this shows later what was cut off or rewritten. */
export async function listChainHeads(tx: Tx): Promise<KeptHead[]> {
  const heads = await readHeads(tx)
  return heads.flatMap(({ id, seq, head }) => (head === null ? [] : [{ id, seq, hash: head }]))
}

/** Reports each chain that no longer goes through where it once ended. */
export async function expectHeads(tx: Tx, audit: Audit, kept: readonly KeptHead[]): Promise<void> {
  for (const { id, seq, hash } of kept) {
    const now = await readEventHash(tx, id, seq)
    const place = `the history of ${id}, event ${seq}`
    if (now === null) audit.report(place, `it was kept as ${hash} and is gone: the history was cut off.`)
    else if (now !== hash) audit.report(place, `its hash is ${now} and was kept as ${hash}: the history was rewritten.`)
  }
}

/** One head a line: id, number and hash. */
export function printHeads(heads: readonly KeptHead[]): string {
  return heads.map(({ id, seq, hash }) => `${id} ${seq} ${hash}\n`).join('')
}

const HEAD = /^([0-9a-f-]{36}) (\d{1,10}) ([0-9a-f]{64})$/

/** Reads what `printHeads` wrote; blank lines and those that begin with # are left out. Throws RangeError for any other. */
export function parseHeads(text: string): KeptHead[] {
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const [, id, seq, hash] = HEAD.exec(trimmed) ?? []
    if (!id || !seq || !hash) throw new RangeError(`line ${index + 1} is not a head: an id, a number and a hash.`)
    return [{ id, seq: Number(seq), hash }]
  })
}
