import { setAssigned } from '@/lib/db/assignments'
import { findClaims } from '@/lib/db/claim-record'
import { db } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { findIdle, type IdleAssignment, statementsWithIdle, type Where } from '@/lib/db/idle'
import { insertNotices } from '@/lib/db/notices'
import { defineJob } from '../define'
import { closeIfComplete } from './close'
import { noticesPerStatement } from './tell-assigned'

/**
 * Gives back what nobody took up: assignments on which a round has waited for longer than the desk's limit. Whoever was
 * asked and whoever asked are told; a round that waited for nobody else closes. For one desk, or for all. Returns how many
 * statements had any.
 */
export async function returnIdleAssignments(where: Where = {}): Promise<number> {
  const places = await statementsWithIdle(db(), where)
  for (const place of places) await returnIdle(place)
  return places.length
}

const returnIdle = defineJob(async ({ tx, desk, statementId, at }) => {
  const idle = await findIdle(tx, desk, statementId, at)
  if (idle.length === 0) return []
  const claims = await findClaims(tx, desk, [...new Set(idle.map(({ claimId }) => claimId))])
  const left = claims.map(({ id, assigned }) => {
    const returned = idle.flatMap(one => (one.claimId === id ? [one.memberId] : []))
    return { claimId: id, memberIds: assigned.filter(memberId => !returned.includes(memberId)), returned }
  })
  // Nobody new is asked, so it does not matter by whom.
  await setAssigned(tx, desk, left, { assignedById: desk.memberId, at })
  const told = noticesPerStatement('ASSIGNMENT_RETURNED', statementId, whomToTell(idle))
  await insertNotices(tx, { workspaceId: desk.workspaceId, actorId: null, at }, told)
  const events: EventDraft[] = left.map(({ claimId, memberIds, returned }) => ({
    type: 'assignment.returned',
    claimId,
    ids: { memberIds, returned },
  }))
  for (const { claimId } of left) events.push(...(await closeIfComplete(tx, desk, claimId, at)))
  return events
})

/** Whoever was asked, and whoever asked them. */
function whomToTell(idle: readonly IdleAssignment[]): { memberId: string; claimId: string }[] {
  return idle.flatMap(({ claimId, memberId, assignedById }) =>
    [memberId, ...(assignedById ? [assignedById] : [])].map(id => ({ memberId: id, claimId })),
  )
}
