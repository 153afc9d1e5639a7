import { closeRoundContract } from '@/lib/contracts/verdicts'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim } from '@/lib/db/claim-record'
import { checkVersion, presentClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { closeRound as close } from './close'

/** An editor closes the open round once a quorum is in, without waiting for everyone assigned. */
export const closeRound = defineCommand({
  contract: closeRoundContract,
  action: 'round.close',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    return { value: claim.id, events: await close(tx, actor, claim, at, true) }
  },
  present: presentClaim,
})
