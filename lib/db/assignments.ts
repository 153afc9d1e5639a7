import type { Actor } from '@/lib/domain/actor'
import type { Tx } from './client'

/** Those of the ids that are not members of the actor's desk now. */
export async function strangersAmong(tx: Tx, actor: Actor, memberIds: readonly string[]): Promise<string[]> {
  const rows = await tx.member.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: [...memberIds] }, removedAt: null },
    select: { id: true },
  })
  const known = rows.map(({ id }) => id)
  return memberIds.filter(id => !known.includes(id))
}

/** Makes these members the ones who are asked to rate the claim; those who were already keep their date. */
export async function replaceAssigned(
  tx: Tx,
  actor: Actor,
  claimId: string,
  memberIds: readonly string[],
  at: Date,
): Promise<void> {
  const { workspaceId, memberId: assignedById } = actor
  await tx.assignment.deleteMany({ where: { workspaceId, claimId, memberId: { notIn: [...memberIds] } } })
  await tx.assignment.createMany({
    data: memberIds.map(memberId => ({ workspaceId, claimId, memberId, assignedById, assignedAt: at })),
    skipDuplicates: true,
  })
}
