import { startRoundContract } from '@/lib/contracts/verdicts'
import { claimFacts } from '@/lib/db/claim-facts'
import { AFRESH, changeClaim, findClaim } from '@/lib/db/claim-record'
import { insertRound } from '@/lib/db/rounds'
import { checkVersion, presentClaim } from '../claims/present-claim'
import { roundOpened } from '../claims/revise-claim'
import { defineCommand } from '../define'
import { tellRoundOpened } from './tell-round'

/** Opens the next sealed round of a split or returned claim. */
export const startRound = defineCommand({
  contract: startRoundContract,
  action: 'round.start',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const reason = claim.lastAction === 'RETURN' ? 'RETURNED' : 'SPLIT'
    const number = claim.round + 1
    await insertRound(tx, actor, { claimId: claim.id, number, reason, claimRevision: claim.revision }, at, true)
    await changeClaim(tx, actor, claim, { ...AFRESH, round: number })
    await tellRoundOpened(tx, actor, claim, at)
    return { value: claim.id, events: [roundOpened(claim.id, number, reason)] }
  },
  present: presentClaim,
})
