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
 * Asks reviewers to rate claims that were just highlighted, where the statement's plan says who: as if its author had done
 * so now, spread evenly over all of them. The events name them, since their actor is who highlighted the claims.
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
  const { workspaceId, memberId: actorId } = actor
  await insertNotices(tx, { workspaceId, actorId, at }, askedNotices(statementId, planned))
  return planned.map(assigned => {
    const { ids, ...event } = reviewersAssigned(assigned)
    return { ...event, ids: { ...ids, byId: authorId, plan: number } }
  })
}
