import { reopenClaimContract } from '@/lib/contracts/decisions'
import { claimFacts } from '@/lib/db/claim-facts'
import { AFRESH, changeClaim, findClaim } from '@/lib/db/claim-record'
import { insertReopening } from '@/lib/db/decisions'
import { insertRound } from '@/lib/db/rounds'
import { checkVersion, presentClaim } from '../claims/present-claim'
import { roundOpened } from '../claims/revise-claim'
import { defineCommand } from '../define'
import { tellRoundOpened } from '../rounds/tell-round'

/** Takes a decided claim up again: its decision is lifted and the next sealed round starts. */
export const reopenClaim = defineCommand({
  contract: reopenClaimContract,
  action: 'claim.reopen',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const { id: claimId, revision: claimRevision } = claim
    const reopening = await insertReopening(tx, actor, claimId, input.reason, at)
    const number = claim.round + 1
    await insertRound(tx, actor, { claimId, number, reason: 'REOPENED', claimRevision }, at, true)
    await changeClaim(tx, actor, claim, { ...AFRESH, stage: 'OPEN', round: number })
    await tellRoundOpened(tx, actor, claim, at)
    const { contentHash, decisionId, id: reopeningId } = reopening
    return {
      value: claimId,
      events: [
        { type: 'claim.reopened', claimId, ids: { reopeningId, decisionId }, contentHash },
        roundOpened(claimId, number, 'REOPENED'),
      ],
    }
  },
  present: presentClaim,
})
