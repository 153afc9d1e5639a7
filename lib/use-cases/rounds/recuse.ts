import { recuseContract } from '@/lib/contracts/assignments'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, castersIn, findClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { markAnswered } from '@/lib/db/notices'
import { insertRecusal } from '@/lib/db/recusals'
import type { Actor } from '@/lib/domain/actor'
import { presentClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { takeBackVerdict } from '../verdicts/take-back'
import { closeIfComplete } from './close'

/**
 * Stands back from a claim for good. Before the reveal one's verdict is taken back, and the round goes on without one;
 * after it, what one cast stands, and one is missing from the next round on.
 */
export const recuse = defineCommand({
  contract: recuseContract,
  action: 'recusal.create',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    const isSealed = claim.roundState === 'OPEN'
    const fromRound = isSealed ? claim.round : claim.round + 1
    const hash = await insertRecusal(tx, actor, { claimId: claim.id, fromRound, reason: input.reason }, at)
    await markAnswered(tx, actor, { claimId: claim.id, statementId: claim.statementId }, at)
    const recused: EventDraft = {
      type: 'reviewer.recused',
      claimId: claim.id,
      ids: { memberId: actor.memberId, fromRound },
      contentHash: hash,
    }
    return { value: claim.id, events: [recused, ...(isSealed ? await leaveRound(tx, actor, claim, at) : [])] }
  },
  present: presentClaim,
})

async function leaveRound(tx: Tx, actor: Actor, claim: ClaimRecord, at: Date): Promise<EventDraft[]> {
  const hasCast = castersIn(claim).some(({ reviewerId }) => reviewerId === actor.memberId)
  const takenBack = hasCast ? [await takeBackVerdict(tx, actor, claim, at)] : []
  return [...takenBack, ...(await closeIfComplete(tx, actor, claim.id, at))]
}
