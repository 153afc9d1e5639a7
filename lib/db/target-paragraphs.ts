import type { Actor } from '@/lib/domain/actor'
import { lastAtMost } from '@/lib/domain/binary-search'
import { blocksOfDocument } from '@/lib/domain/blocks'
import type { TiptapDocument } from '@/lib/domain/canonical-text'
import type { Tx } from './client'

/** Where the blocks of one text begin, and each one's paragraph number as readers count. */
type Blocks = { starts: Int32Array; numbers: Int32Array }

/** A place in one version of a statement's text. */
export type TextPlace = {
  statementId: string
  versionNumber: number
  /** The version's salted content hash: no other row of any desk has it. */
  versionHash: string
  start: number
}

/** Of recently read texts, by versionHash, so that nothing here can go stale; at most 0.8 MB each. */
const held = new Map<string, Blocks>()
const MOST_HELD = 100

/** The paragraph, from 1, in which each place lies. */
export async function readParagraphs(tx: Tx, actor: Actor, places: readonly TextPlace[]): Promise<number[]> {
  const read = new Map<string, Blocks>()
  for (const place of places) {
    if (!read.has(place.versionHash)) read.set(place.versionHash, await blocksOf(tx, actor, place))
  }
  return places.map(({ versionHash, start }) => {
    const blocks = read.get(versionHash)
    return blocks ? numberAt(blocks, start) : 0
  })
}

async function blocksOf(tx: Tx, actor: Actor, place: TextPlace): Promise<Blocks> {
  const blocks = held.get(place.versionHash) ?? (await readBlocks(tx, actor, place))
  held.delete(place.versionHash) // Set again, it becomes the most recent.
  held.set(place.versionHash, blocks)
  const [oldest] = held.keys()
  if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
  return blocks
}

async function readBlocks(
  tx: Tx,
  { workspaceId }: Actor,
  { statementId, versionNumber: number }: TextPlace,
): Promise<Blocks> {
  const version = await tx.statementVersion.findUniqueOrThrow({
    where: { workspaceId_statementId_number: { workspaceId, statementId, number } },
    select: { document: true },
  })
  const document = version.document as unknown as TiptapDocument // Only importText's documents are stored.
  const blocks = blocksOfDocument(document)
  return {
    starts: Int32Array.from(blocks, block => block.start),
    numbers: Int32Array.from(blocks, block => block.number),
  }
}

/** Of the last block that starts at or before the offset. */
function numberAt({ starts, numbers }: Blocks, offset: number): number {
  return numbers[lastAtMost(starts, offset)] ?? 0
}
