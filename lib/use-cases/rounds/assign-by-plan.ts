import { readAskable, setAssigned } from '@/lib/db/assignments'
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
 * Asks reviewers to rate claims that were just highlighted, where the statement's plan says who, spread evenly over all of
 * them. The plan is the desk's: it holds until there is another, also when who made it has left. The rows and events name
 * its author as who planned it, not as who acts now; the notices name nobody, least of all who highlighted the claims.
 */
export async function assignByPlan(
  tx: Tx,
  actor: Actor,
  { statementId, claimIds }: { statementId: string; claimIds: readonly string[] },
  at: Date,
): Promise<EventDraft[]> {
  const { number, authorId, reviewerIds, reviewersPerClaim: perClaim } = await readPlan(tx, actor, statementId)
  if (authorId === null || reviewerIds.length === 0) return []
  // Nobody has been asked to rate a claim that is new, has rated it or has stood back from it.
  const claims = claimIds.map(id => ({ id, asked: [], cast: [], castTrainees: [], recused: [] }))
  const wish = { memberIds: reviewerIds, perClaim, mode: 'ADD' } as const
  const planned = planAssignments(claims, await readAskable(tx, actor), wish).filter(({ added }) => added.length > 0)
  await setAssigned(tx, actor, planned, { assignedById: authorId, at })
  const told = askedNotices(statementId, planned).filter(({ memberId }) => memberId !== actor.memberId)
  await insertNotices(tx, { workspaceId: actor.workspaceId, actorId: null, at }, told)
  return planned.map(assigned => {
    const { ids, ...event } = reviewersAssigned(assigned)
    return { ...event, ids: { ...ids, byId: authorId, plan: number } }
  })
}
