import type { Tx } from '@/lib/db/client'
import { insertCorrection, type NewCorrection } from '@/lib/db/corrections'
import type { EventDraft } from '@/lib/db/events'
import type { Actor } from '@/lib/domain/actor'

/** Writes a correction and says what to append to the statement's history. */
export async function makeCorrection(
  tx: Tx,
  actor: Actor,
  correction: NewCorrection,
  at: Date,
): Promise<{ id: string; event: EventDraft }> {
  const { claimId, number, kind, publicationId } = correction
  const { id, contentHash } = await insertCorrection(tx, actor, correction, at)
  const ids = { correctionId: id, number, kind, publicationId }
  return { id, event: { type: 'correction.made', ...(claimId === null ? {} : { claimId }), ids, contentHash } }
}
