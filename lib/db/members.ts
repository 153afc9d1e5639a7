import type { Actor } from '@/lib/domain/actor'
import { type DeskPeople, peopleOf } from '@/lib/domain/decider'
import type { Role } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'

const withUser = { user: { select: { name: true, email: true } } } as const

type MemberRow = {
  id: string
  role: Role
  isTrainee: boolean
  version: number
  joinedAt: Date
  removedAt: Date | null
  user: { name: string; email: string }
}

/** The desk's members, those who left last. Only administrators see who left, and the e-mail addresses of others. */
export async function listMembers(tx: Tx, actor: Actor) {
  const rows = await tx.member.findMany({
    where: { workspaceId: actor.workspaceId, ...(actor.role === 'ADMIN' ? {} : { removedAt: null }) },
    orderBy: [{ removedAt: { sort: 'asc', nulls: 'first' } }, { joinedAt: 'asc' }, { id: 'asc' }],
    include: withUser,
  })
  return rows.map(row => memberOf(row, actor))
}

/** One member of the desk, also one who left. Throws not-found. */
export async function readMember(tx: Tx, actor: Actor, id: string) {
  const row = await tx.member.findUnique({
    where: { workspaceId_id: { workspaceId: actor.workspaceId, id } },
    include: withUser,
  })
  if (!row) throw notFound('member')
  return { ...memberOf(row, actor), userId: row.userId }
}

function memberOf(row: MemberRow, actor: Actor) {
  const isMe = row.id === actor.memberId
  return {
    id: row.id,
    name: row.user.name,
    email: isMe || actor.role === 'ADMIN' ? row.user.email : '',
    role: row.role,
    isTrainee: row.isTrainee,
    joinedAt: row.joinedAt.toISOString(),
    removedAt: row.removedAt?.toISOString() ?? null,
    version: row.version,
    isMe,
  }
}

/** Whether the person is a member of the desk now. */
export async function isActiveMember(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const row = await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  return row !== null && row.removedAt === null
}

/** How many of the desk's members may vote so that it counts, and how many may decide. */
export async function countPeople(tx: Tx, workspaceId: string): Promise<DeskPeople> {
  return peopleOf(
    await tx.member.findMany({ where: { workspaceId, removedAt: null }, select: { role: true, isTrainee: true } }),
  )
}

/** The desk's editors and administrators. */
export async function listEditorIds(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.member.findMany({
    where: { workspaceId, removedAt: null, role: { in: ['EDITOR', 'ADMIN'] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** How many administrators the desk has besides this member. */
export async function countOtherAdmins(tx: Tx, workspaceId: string, memberId: string): Promise<number> {
  return await tx.member.count({ where: { workspaceId, role: 'ADMIN', removedAt: null, id: { not: memberId } } })
}

/** Changes what a member may do, and whether it counts. */
export async function changeMember(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: { role: Role; isTrainee: boolean },
): Promise<void> {
  await tx.member.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...change, version: { increment: 1 } },
  })
}

/** Takes a member off the desk and ends their tokens for good, so that they do not live again if the member comes back. */
export async function removeMember(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.member.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { removedAt: at, version: { increment: 1 } },
  })
  await tx.apiToken.updateMany({ where: { workspaceId, memberId: id, revokedAt: null }, data: { revokedAt: at } })
}

/** Whether the person belongs to a desk that the other person does not administer. */
export async function isBeyond(tx: Tx, userId: string, adminUserId: string): Promise<boolean> {
  const beyond = await tx.member.count({
    where: {
      userId,
      removedAt: null,
      workspace: { members: { none: { userId: adminUserId, role: 'ADMIN', removedAt: null } } },
    },
  })
  return beyond > 0
}

/** A member with the desks they belong to, for themselves. */
export async function readSelf(tx: Tx, actor: Actor) {
  const row = await tx.member.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: actor.workspaceId, id: actor.memberId } },
    select: {
      id: true,
      role: true,
      isTrainee: true,
      workspace: { select: { id: true, name: true, isSample: true } },
      user: {
        select: {
          name: true,
          email: true,
          members: {
            where: { removedAt: null },
            orderBy: { joinedAt: 'asc' },
            select: { workspace: { select: { id: true, name: true } } },
          },
        },
      },
    },
  })
  const { id, role, isTrainee, workspace, user } = row
  const workspaces = user.members.map(member => member.workspace)
  return { id, role, isTrainee, workspace, workspaces, name: user.name, email: user.email }
}
