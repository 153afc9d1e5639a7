import { attendanceOf, type ClaimRecord, changeClaim, findClaims, policyInForce } from '@/lib/db/claim-record'
import { scaleOf } from '@/lib/db/claim-scale'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { closeCounted, readRounds } from '@/lib/db/rounds'
import { readRatingsToCount } from '@/lib/db/verdicts'
import type { Actor } from '@/lib/domain/actor'
import { consensusOf } from '@/lib/domain/consensus'
import { countedRoundNumber, isComplete } from '@/lib/domain/round'
import { tellEscalated } from './tell-round'

/**
 * Closes the claim's open round if nobody is missing from it any more, as the rule says; else does nothing. While the text
 * has changed under the claim its round stays open.
 */
export async function closeIfComplete(tx: Tx, actor: Actor, claimId: string, at: Date): Promise<EventDraft[]> {
  return await closeAllComplete(tx, actor, [claimId], at)
}

/** The same for several claims of the locked statement. */
export async function closeAllComplete(
  tx: Tx,
  actor: Actor,
  claimIds: readonly string[],
  at: Date,
): Promise<EventDraft[]> {
  const events: EventDraft[] = []
  for (const record of await findClaims(tx, actor, claimIds)) {
    if (isToClose(record)) events.push(...(await closeRound(tx, actor, record, at, false)))
  }
  return events
}

function isToClose(record: ClaimRecord): boolean {
  const { stage, roundState, suspendedAt } = record
  return stage === 'OPEN' && roundState === 'OPEN' && suspendedAt === null && isComplete(attendanceOf(record))
}

/**
 * Closes the open round: freezes its verdicts, derives what they say and opens them to all members at once.
 * `byActor`: an editor closes it at quorum; otherwise it was complete. `record` must be as the statement's lock holds it.
 */
export async function closeRound(
  tx: Tx,
  actor: Actor,
  record: ClaimRecord,
  at: Date,
  byActor: boolean,
): Promise<EventDraft[]> {
  const { id: claimId, round } = record
  const { recused } = attendanceOf(record)
  const ratings = await readRatingsToCount(tx, actor, claimId, round, recused)
  const scale = await scaleOf(tx, actor, record)
  const rounds = await readRounds(tx, actor, claimId)
  const consensus = consensusOf(ratings, scale, countedRoundNumber(rounds, round), policyInForce(record))
  await closeCounted(tx, actor, { claimId, round }, consensus, at, byActor)
  const rating = consensus.status === 'AGREED' ? consensus.rating : null
  await changeClaim(tx, actor, record, { consensus: consensus.status, rating })
  if (consensus.status === 'ESCALATED') await tellEscalated(tx, actor, record, at, byActor)
  return [{ type: 'round.closed', claimId, ids: { round } }]
}
