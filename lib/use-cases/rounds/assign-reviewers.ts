import { assignReviewersContract } from '@/lib/contracts/assignments'
import { setAssigned, strangersAmong } from '@/lib/db/assignments'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, findClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import { insertNotices } from '@/lib/db/notices'
import type { Actor } from '@/lib/domain/actor'
import { presentClaim } from '../claims/present-claim'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { closeIfComplete } from './close'
import { askedNotices } from './tell-assigned'

/**
 * Says who is asked to rate the claim. The round waits for exactly these, so taking away the last one it waits for
 * closes it, where a quorum has cast.
 */
export const assignReviewers = defineCommand({
  contract: assignReviewersContract,
  action: 'assignment.set',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: claim, at }) {
    const memberIds = [...new Set(input.memberIds)].sort()
    await checkAssignable(tx, actor, claim, input.memberIds)
    if (memberIds.join() === claim.assigned.join()) return { value: claim.id, events: [] }
    const { workspaceId, memberId: assignedById } = actor
    await setAssigned(tx, actor, [{ claimId: claim.id, memberIds }], { assignedById, at })
    const added = memberIds.filter(id => !claim.assigned.includes(id))
    const told = askedNotices(claim.statementId, [{ claimId: claim.id, added }])
    await insertNotices(tx, { workspaceId, actorId: assignedById, at }, told)
    const assigned = { type: 'reviewers.assigned', claimId: claim.id, ids: { memberIds } }
    return { value: claim.id, events: [assigned, ...(await closeIfComplete(tx, actor, claim.id, at))] }
  },
  present: presentClaim,
})

/** Throws invalid-input, naming everyone who is not a member of the desk or has stood back from the claim. */
async function checkAssignable(tx: Tx, actor: Actor, claim: ClaimRecord, memberIds: readonly string[]): Promise<void> {
  const strangers = await strangersAmong(tx, actor, memberIds)
  const recused = claim.recusals.map(({ memberId }) => memberId)
  const errors = memberIds.flatMap((id, index) => {
    const path = `memberIds.${index}`
    if (strangers.includes(id)) return [{ path, message: 'This is not a member of this desk. Choose another.' }]
    if (recused.includes(id)) return [{ path, message: 'This member stood back from the claim. Choose another.' }]
    return []
  })
  refuseProblems(errors)
}
