import { withdrawClaimContract } from '@/lib/contracts/claims'
import { claimFacts } from '@/lib/db/claim-facts'
import { changeClaim, findClaim } from '@/lib/db/claim-record'
import { defineCommand } from '../define'
import { checkVersion, presentClaim } from './present-claim'
import { abandonRound } from './revise-claim'

/** Takes a claim out of the desk's work. Its history is kept; an open round ends unseen. */
export const withdrawClaim = defineCommand({
  contract: withdrawClaimContract,
  action: 'claim.withdraw',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    if (input.version !== undefined) await checkVersion(tx, actor, claim, input.version)
    const abandoned = claim.roundState === 'OPEN' ? await abandonRound(tx, actor, claim, at) : []
    await changeClaim(tx, actor, claim, { stage: 'WITHDRAWN', suspendedAt: null })
    return { value: claim.id, events: [{ type: 'claim.withdrawn', claimId: claim.id }, ...abandoned] }
  },
  present: presentClaim,
})
