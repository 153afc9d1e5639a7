import { spreadReviewersContract } from '@/lib/contracts/assignments'
import { askedClaim, readAskable, setAssigned } from '@/lib/db/assignments'
import { readPeople } from '@/lib/db/claim-people'
import { type ClaimRecord, findClaimsOf } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { insertNotices } from '@/lib/db/notices'
import { insertPlan, readPlan } from '@/lib/db/plans'
import type { Actor } from '@/lib/domain/actor'
import { type PlannedAssignment, planAssignments, shortage } from '@/lib/domain/plan-assignments'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { refuseProblems } from '../refuse-problems'
import { reviewersAssigned } from './assign-by-plan'
import { closeIfComplete } from './close'
import { laterReviewers } from './later-reviewers'
import { askedNotices } from './tell-assigned'

/**
 * Asks members to rate many claims at once, in one transaction: by the same function that showed the editor beforehand
 * what it would do. `alsoNew` makes it the plan for claims that are highlighted later; without it there is none.
 */
export const spreadReviewers = defineCommand({
  contract: spreadReviewersContract,
  action: 'assignment.spread',
  lock: 'statement',
  load: (tx, actor, { statementId }) => findClaimsOf(tx, actor, statementId, false),
  async run({ tx, actor, input, resource: records, at }) {
    const { statementId, claimIds, perClaim, mode, alsoNew } = input
    const memberIds = [...new Set(input.memberIds)].sort()
    const members = await readAskable(tx, actor)
    if (memberIds.length === 0 && (mode === 'ADD' || alsoNew)) {
      throw invalidInput('memberIds', 'Choose who is asked.')
    }
    refuseStrangers(
      input.memberIds,
      members.map(({ id }) => id),
    )
    const claims = chosenClaims(records, claimIds)
    const planned = planAssignments(claims.map(askedClaim), members, { memberIds, perClaim, mode })
    const changed = planned.filter(({ added, removed }) => added.length + removed.length > 0)

    const { workspaceId, memberId: assignedById } = actor
    await setAssigned(tx, actor, changed, { assignedById, at })
    await insertNotices(tx, { workspaceId, actorId: assignedById, at }, askedNotices(statementId, changed))
    const plan = alsoNew ? { reviewerIds: memberIds, reviewersPerClaim: perClaim } : NOBODY_LATER
    return {
      value: { planned, records },
      events: [
        ...(await planForNew(tx, actor, statementId, plan, at)),
        ...changed.map(reviewersAssigned),
        ...(await closeThoseLeftComplete(tx, actor, changed, at)),
      ],
    }
  },
  async present(tx, actor, { planned, records }, { statementId }) {
    const people = await readPeople(tx, actor)
    return {
      items: planned.map(({ claimId, added, removed, missing, recused }) => ({
        claimId,
        claimReviewed: records.find(({ id }) => id === claimId)?.claimReviewed ?? '',
        added: people.byName(added),
        removed: people.byName(removed),
        missing,
        why: shortage(
          missing,
          people.byName(recused).map(({ name }) => name),
        ),
      })),
      later: laterReviewers(await readPlan(tx, actor, statementId)),
    }
  },
})

const NOBODY_LATER = { reviewerIds: [], reviewersPerClaim: null }

function refuseStrangers(memberIds: readonly string[], members: readonly string[]): void {
  const message = 'This is not a member of this desk. Choose another.'
  refuseProblems(
    memberIds.flatMap((id, place) => (members.includes(id) ? [] : [{ path: `memberIds.${place}`, message }])),
  )
}

/** Those named, or every one whose round is open. Throws invalid-input for one that is not an open claim of the statement. */
function chosenClaims(records: readonly ClaimRecord[], claimIds: readonly string[] | undefined): ClaimRecord[] {
  const open = records.filter(({ stage }) => stage === 'OPEN')
  if (!claimIds) return open.filter(({ roundState }) => roundState === 'OPEN')
  const known = new Set(open.map(({ id }) => id))
  const message = 'This is not an open claim of this statement. Leave it out.'
  refuseProblems(claimIds.flatMap((id, place) => (known.has(id) ? [] : [{ path: `claimIds.${place}`, message }])))
  return open.filter(({ id }) => claimIds.includes(id))
}

type ForNew = { reviewerIds: readonly string[]; reviewersPerClaim: number | null }

/** The next plan, where this one says something else of claims that are highlighted later. */
async function planForNew(tx: Tx, actor: Actor, statementId: string, forNew: ForNew, at: Date): Promise<EventDraft[]> {
  const plan = await readPlan(tx, actor, statementId)
  const isSame =
    plan.reviewerIds.join() === forNew.reviewerIds.join() && plan.reviewersPerClaim === forNew.reviewersPerClaim
  if (isSame) return []
  const { number, contentHash } = await insertPlan(tx, actor, statementId, { ...plan, ...forNew }, at)
  return [{ type: 'statement.planned', ids: { plan: number }, contentHash }]
}

/** A round that waited only for someone who is no longer asked is complete. */
async function closeThoseLeftComplete(
  tx: Tx,
  actor: Actor,
  changed: readonly PlannedAssignment[],
  at: Date,
): Promise<EventDraft[]> {
  const events: EventDraft[] = []
  for (const { claimId, removed } of changed) {
    if (removed.length > 0) events.push(...(await closeIfComplete(tx, actor, claimId, at)))
  }
  return events
}
