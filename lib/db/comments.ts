import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { notFound } from '@/lib/platform/app-error'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/** What a comment was when it was written; `mentionIds` in the order given. */
export type FirstWording = {
  claimId: string
  /** The comment that began the thread it answers in. */
  parentId: string | null
  round: number
  text: string
  authorId: string
  mentionIds: readonly string[]
  quotedVerdictId: string | null
  quotedCitationId: string | null
}

/** What a later wording says, or that the comment was taken back. */
export type LaterWording = {
  commentId: string
  number: number
  text: string
  mentionIds: readonly string[]
  isWithdrawn: boolean
  authorId: string
}

export type Resolution = { commentId: string; number: number; isResolved: boolean; authorId: string }

/**
 * Exactly what a comment's content hash covers. Whom it addresses and what it quotes stand in it only where there is
 * something to say, so that the hashes of comments from before there was either stay what they are.
 */
export function commentBody(comment: FirstWording) {
  const { claimId, parentId, round, text, authorId, mentionIds, quotedVerdictId, quotedCitationId } = comment
  return {
    claimId,
    parentId,
    round,
    text,
    authorId,
    ...(mentionIds.length > 0 ? { mentionIds } : {}),
    ...(quotedVerdictId !== null ? { quotedVerdictId } : {}),
    ...(quotedCitationId !== null ? { quotedCitationId } : {}),
  }
}

/** Exactly what a later wording's content hash covers. */
export function commentRevisionBody({ commentId, number, text, mentionIds, isWithdrawn, authorId }: LaterWording) {
  return { commentId, number, text, mentionIds, isWithdrawn, authorId }
}

/** Exactly what the content hash of a resolution covers. */
export function commentResolutionBody({ commentId, number, isResolved, authorId }: Resolution) {
  return { commentId, number, isResolved, authorId }
}

/** A comment as commands need it: where it stands and what it says now. */
export type CommentRecord = {
  id: string
  claimId: string
  authorId: string
  /** The comment that began its thread, which may be itself. */
  threadId: string
  /** Of the wording that stands. */
  version: number
  text: string
  mentionIds: readonly string[]
  isWithdrawn: boolean
  /** Everyone it has ever addressed. */
  toldIds: readonly string[]
}

/** The comment, if it is of the actor's desk. Throws not-found. */
export async function findComment(tx: Tx, actor: Actor, id: string): Promise<CommentRecord> {
  const row = await tx.comment.findUnique({
    where: { workspaceId_id: { workspaceId: actor.workspaceId, id } },
    select: {
      id: true,
      claimId: true,
      authorId: true,
      parentId: true,
      text: true,
      mentionIds: true,
      revisions: {
        orderBy: { number: 'asc' },
        select: { number: true, text: true, mentionIds: true, isWithdrawn: true },
      },
    },
  })
  if (!row) throw notFound('comment')
  const { parentId, revisions, ...first } = row
  const last = revisions.at(-1) ?? { number: 1, text: row.text, mentionIds: row.mentionIds, isWithdrawn: false }
  return {
    ...first,
    threadId: parentId === null ? id : await threadOf(tx, actor, parentId),
    version: last.number,
    text: last.text,
    mentionIds: last.mentionIds,
    isWithdrawn: last.isWithdrawn,
    toldIds: [row, ...revisions].flatMap(({ mentionIds }) => mentionIds),
  }
}

/** The comment of this claim's discussion that began the thread of another; null where the claim has no such comment. */
export async function findThread(tx: Tx, actor: Actor, claimId: string, id: string): Promise<string | null> {
  const found = await tx.comment.count({ where: { workspaceId: actor.workspaceId, claimId, id } })
  return found === 1 ? await threadOf(tx, actor, id) : null
}

/** The first comment above this one. Answers to answers were once stored as such, so it goes up until it is there. */
async function threadOf(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { workspaceId } = actor
  const { parentId } = await tx.comment.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { parentId: true },
  })
  return parentId === null ? id : await threadOf(tx, actor, parentId)
}

/** Who has a say in a thread: the authors of what stands in it, as far as they are members now. */
export async function readParticipants(tx: Tx, actor: Actor, threadId: string): Promise<string[]> {
  const rows = await tx.comment.findMany({
    where: {
      workspaceId: actor.workspaceId,
      OR: [{ id: threadId }, { parentId: threadId }],
      revisions: { none: { isWithdrawn: true } },
      author: { removedAt: null },
    },
    distinct: ['authorId'],
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { authorId: true },
  })
  return rows.map(({ authorId }) => authorId)
}

export type Inserted = { id: string; contentHash: string }

/** Adds to a claim's discussion; returns the comment's id and the content hash that its event announces. */
export async function insertComment(
  tx: Tx,
  actor: Actor,
  comment: Omit<FirstWording, 'authorId'>,
  at: Date,
): Promise<Inserted> {
  const { workspaceId, memberId: authorId } = actor
  const row = { ...comment, mentionIds: [...comment.mentionIds], authorId }
  const salt = newSalt()
  const hash = contentHash(salt, 'comment', commentBody(row))
  const { id } = await tx.comment.create({
    data: { ...row, workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, contentHash: hash }
}

/** Rewords a comment or takes it back; returns the content hash that the event announces. */
export async function insertWording(
  tx: Tx,
  actor: Actor,
  wording: Omit<LaterWording, 'authorId'>,
  at: Date,
): Promise<string> {
  const { workspaceId, memberId: authorId } = actor
  const row = { ...wording, mentionIds: [...wording.mentionIds], authorId }
  const salt = newSalt()
  const hash = contentHash(salt, 'comment-revision', commentRevisionBody(row))
  await tx.commentRevision.create({ data: { ...row, workspaceId, at, salt, contentHash: hash } })
  return hash
}

/** Whether a thread is settled, and the number of the latest word on it; 0 where there was none. */
export async function readResolution(tx: Tx, actor: Actor, threadId: string) {
  const last = await tx.commentResolution.findFirst({
    where: { workspaceId: actor.workspaceId, commentId: threadId },
    orderBy: { number: 'desc' },
    select: { number: true, isResolved: true },
  })
  return last ?? { number: 0, isResolved: false }
}

/** Settles a thread or takes it up again; returns the content hash that the event announces. */
export async function insertResolution(
  tx: Tx,
  actor: Actor,
  resolution: Omit<Resolution, 'authorId'>,
  at: Date,
): Promise<string> {
  const { workspaceId, memberId: authorId } = actor
  const row = { ...resolution, authorId }
  const salt = newSalt()
  const hash = contentHash(salt, 'comment-resolution', commentResolutionBody(row))
  await tx.commentResolution.create({ data: { ...row, workspaceId, at, salt, contentHash: hash } })
  return hash
}
