import type { Tx } from '@/lib/db/client'
import { appendEvents } from '@/lib/db/events'
import { voidPasswordResets } from '@/lib/db/password-resets'
import type { Actor } from '@/lib/domain/actor'
import type { Role } from '@/lib/domain/vocabulary'

type Joining = {
  workspaceId: string
  userId: string
  role: Role
  /** The invitation they came by, where there was one. */
  inviteId?: string
}

/**
 * Makes a person a member of a desk, or a member again who had left, and returns who they act as and the desk's new seq.
 * Links with which an administrator elsewhere could still set their password end.
 */
export async function addMember(
  tx: Tx,
  { workspaceId, userId, role, inviteId }: Joining,
  at: Date,
): Promise<{ actor: Actor; seq: number }> {
  const row = await tx.member.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, role, joinedAt: at },
    update: { role, isTrainee: false, joinedAt: at, removedAt: null, version: { increment: 1 } },
    include: { user: { select: { name: true } } },
  })
  // One made at another desk would open this one too.
  await voidPasswordResets(tx, userId, at)
  const actor = { workspaceId, userId, memberId: row.id, role, name: row.user.name }
  const seq = await appendEvents(tx, { id: workspaceId, workspaceId }, row.id, at, [
    { type: 'member.joined', ids: { member: row.id, role, ...(inviteId ? { invite: inviteId } : {}) } },
  ])
  return { actor, seq }
}
