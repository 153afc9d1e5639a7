import { lowerQuorumContract } from '@/lib/contracts/claims'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim, policyInForce } from '@/lib/db/claim-record'
import { insertQuorumLowering } from '@/lib/db/quorum-lowerings'
import { lowerQuorumProblem } from '@/lib/domain/consensus-policy'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { closeIfComplete } from '../rounds/close'
import { checkVersion, presentClaim } from './present-claim'

/** Lowers what this claim alone needs to agree, for a reason that is published; may complete the open round. */
export const lowerQuorum = defineCommand({
  contract: lowerQuorumContract,
  action: 'claim.lower-quorum',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    await checkVersion(tx, actor, claim, input.version)
    const { quorum, reason } = input
    const problem = lowerQuorumProblem(policyInForce(claim), quorum)
    if (problem) throw invalidInput('quorum', problem)
    const { number, contentHash } = await insertQuorumLowering(tx, actor, claim.id, { quorum, reason }, at)
    const lowered = { type: 'claim.quorum-lowered', claimId: claim.id, ids: { quorum, lowering: number }, contentHash }
    return { value: claim.id, events: [lowered, ...(await closeIfComplete(tx, actor, claim.id, at))] }
  },
  present: presentClaim,
})
