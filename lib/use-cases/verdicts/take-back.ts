import type { ClaimRecord } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { insertWithdrawal } from '@/lib/db/verdict-rows'
import type { Actor } from '@/lib/domain/actor'

/** Takes the actor's verdict in the claim's open round back; the rows of it stay, superseded. */
export async function takeBackVerdict(tx: Tx, actor: Actor, claim: ClaimRecord, at: Date): Promise<EventDraft> {
  const { id: claimId, round } = claim
  const row = await insertWithdrawal(tx, actor, { claimId, round }, at)
  return { type: 'verdict.withdrawn', claimId, ids: { round, verdictId: row.id }, contentHash: row.contentHash }
}
