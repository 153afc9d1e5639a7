import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

const shown = {
  id: true,
  text: true,
  at: true,
  parentId: true,
  round: true,
  author: { select: { id: true, user: { select: { name: true } } } },
} as const

type Row = {
  id: string
  text: string
  at: Date
  parentId: string | null
  round: number
  author: { id: string; user: { name: string } }
}

/** A claim's discussion, oldest first. */
export async function readComments(tx: Tx, actor: Actor, claimId: string) {
  const rows = await tx.comment.findMany({
    where: { workspaceId: actor.workspaceId, claimId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: shown,
  })
  return rows.map(commentOf)
}

/** One comment of the actor's desk. */
export async function readComment(tx: Tx, actor: Actor, id: string) {
  const where = { workspaceId_id: { workspaceId: actor.workspaceId, id } }
  return commentOf(await tx.comment.findUniqueOrThrow({ where, select: shown }))
}

/** Whether the claim's discussion has this comment. */
export async function hasComment(tx: Tx, actor: Actor, claimId: string, id: string): Promise<boolean> {
  return (await tx.comment.count({ where: { workspaceId: actor.workspaceId, claimId, id } })) === 1
}

type NewComment = { claimId: string; parentId: string | null; round: number; text: string }

/** Adds to a claim's discussion; returns the comment's id and the content hash that its event announces. */
export async function insertComment(
  tx: Tx,
  actor: Actor,
  comment: NewComment,
  at: Date,
): Promise<{ id: string; contentHash: string }> {
  const { workspaceId, memberId: authorId } = actor
  const salt = newSalt()
  const hash = contentHash(salt, 'comment', { ...comment, authorId })
  const { id } = await tx.comment.create({
    data: { ...comment, workspaceId, authorId, at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, contentHash: hash }
}

function commentOf({ author, at, ...row }: Row) {
  return { ...row, at: at.toISOString(), author: { id: author.id, name: author.user.name } }
}
