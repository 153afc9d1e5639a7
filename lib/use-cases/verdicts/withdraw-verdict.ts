import { withdrawVerdictContract } from '@/lib/contracts/verdicts'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim } from '@/lib/db/claim-record'
import { presentClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { takeBackVerdict } from './take-back'

/** Takes the actor's own verdict back while the round is open. */
export const withdrawVerdict = defineCommand({
  contract: withdrawVerdictContract,
  action: 'verdict.withdraw',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  run: async ({ tx, actor, resource: claim, at }) => ({
    value: claim.id,
    events: [await takeBackVerdict(tx, actor, claim, at)],
  }),
  present: presentClaim,
})
