import type { Actor } from '@/lib/domain/actor'
import type { RatingScale } from '@/lib/domain/scale'
import type { ClaimRecord } from './claim-record'
import type { Tx } from './client'
import { readScale } from './scales'

/** Recently read scales by their salted content hash, which no other row has, so that nothing here can go stale. */
const held = new Map<string, RatingScale>()
const MOST_HELD = 200

/** The scale that a claim pins. */
export async function scaleOf(
  tx: Tx,
  actor: Actor,
  { scaleHash, scaleVersion }: Pick<ClaimRecord, 'scaleHash' | 'scaleVersion'>,
): Promise<RatingScale> {
  const known = held.get(scaleHash)
  if (known) return known
  const scale = await readScale(tx, actor.workspaceId, scaleVersion)
  const [oldest] = held.keys()
  if (held.size >= MOST_HELD && oldest !== undefined) held.delete(oldest)
  held.set(scaleHash, scale)
  return scale
}
