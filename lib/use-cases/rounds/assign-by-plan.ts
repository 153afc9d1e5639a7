import { askedClaim, readAskable, setAssigned } from '@/lib/db/assignments'
import { findClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { insertNotices } from '@/lib/db/notices'
import { readPlan } from '@/lib/db/plans'
import type { Actor } from '@/lib/domain/actor'
import { planAssignments } from '@/lib/domain/plan-assignments'
import { askedNotices } from './tell-assigned'

/** Says who is asked to rate a claim from now on: the whole list. */
export function reviewersAssigned({
  claimId,
  memberIds,
}: {
  claimId: string
  memberIds: readonly string[]
}): EventDraft {
  return { type: 'reviewers.assigned', claimId, ids: { memberIds } }
}

/**
 * Asks reviewers to rate a claim that was just highlighted, where the statement's plan says who: as if its author had done
 * so now. The event names them, since its actor is who highlighted the claim.
 */
export async function assignByPlan(
  tx: Tx,
  actor: Actor,
  { statementId, claimId }: { statementId: string; claimId: string },
  at: Date,
): Promise<EventDraft[]> {
  const { number, authorId, reviewerIds, reviewersPerClaim: perClaim } = await readPlan(tx, actor, statementId)
  if (authorId === null || reviewerIds.length === 0) return []
  const claim = askedClaim(await findClaim(tx, actor, claimId))
  const wish = { memberIds: reviewerIds, perClaim, mode: 'ADD' } as const
  const planned = planAssignments([claim], await readAskable(tx, actor), wish).filter(({ added }) => added.length > 0)
  await setAssigned(tx, actor, planned, { assignedById: authorId, at })
  const { workspaceId, memberId: actorId } = actor
  await insertNotices(tx, { workspaceId, actorId, at }, askedNotices(statementId, planned))
  return planned.map(assigned => {
    const { ids, ...event } = reviewersAssigned(assigned)
    return { ...event, ids: { ...ids, byId: authorId, plan: number } }
  })
}
