import type { Actor } from '@/lib/domain/actor'
import { type NoticeAbout, worthTelling } from '@/lib/domain/notice'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { needsMyVerdict } from './needs-verdict'
import { personFields, personOf } from './person'

/** A notice about to be written: whom it is for, and what happened where, in ids alone. */
export type NoticeDraft = NoticeAbout

/** Whose act the notices tell of, and when. `actorId` is null for the desk itself or a reader. */
export type NoticeOrigin = { workspaceId: string; actorId: string | null; at: Date }

/**
 * Tells members of what has just happened, in the transaction in which it does. Nobody is told of what they did
 * themselves, nor of the same thing twice. The caller sees to it that the ids are the desk's own, and that a notice's
 * being there gives away nothing of a sealed round.
 */
export async function insertNotices(
  tx: Tx,
  { workspaceId, actorId, at }: NoticeOrigin,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  const rows = worthTelling(actorId, drafts)
  if (rows.length === 0) return
  await tx.notice.createMany({ data: rows.map(row => ({ ...row, workspaceId, actorId, at })) })
}

/** Where the list goes on: after this notice, newest first. */
export type NoticePlace = { at: Date; id: string }

/** A page of the actor's own notices, newest first, with where the next page begins. */
export async function listNoticesOf(
  tx: Tx,
  actor: Actor,
  { after, limit }: { after: NoticePlace | null; limit: number },
) {
  const rows = await tx.notice.findMany({
    where: {
      ...ownOf(actor),
      ...(after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: {
      id: true,
      kind: true,
      commentId: true,
      at: true,
      readAt: true,
      actor: personFields,
      statement: { select: { id: true, title: true } },
      claim: { select: { id: true, claimReviewed: true } },
    },
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(({ actor: by, at, readAt, ...row }) => ({
      ...row,
      actor: by && personOf(by),
      at: at.toISOString(),
      isRead: readAt !== null,
    })),
    next: last ? { at: last.at, id: last.id } : null,
  }
}

/** How many of their notices the actor has not read. */
export async function countUnread(tx: Tx, actor: Actor): Promise<number> {
  return await tx.notice.count({ where: { ...ownOf(actor), readAt: null } })
}

/** Where one of the actor's own notices stands in their list. Throws not-found. */
export async function findNotice(tx: Tx, actor: Actor, id: string): Promise<NoticePlace> {
  const row = await tx.notice.findFirst({ where: { ...ownOf(actor), id }, select: { at: true, id: true } })
  if (!row) throw notFound('notice')
  return row
}

/** Marks these of the actor's own notices as read, or everything up to and with one; those read before keep their moment. */
export async function markRead(
  tx: Tx,
  actor: Actor,
  which: { ids: readonly string[] } | { upTo: NoticePlace },
  at: Date,
): Promise<void> {
  const isMeant =
    'ids' in which
      ? { id: { in: [...which.ids] } }
      : { OR: [{ at: { lt: which.upTo.at } }, { at: which.upTo.at, id: { lte: which.upTo.id } }] }
  await tx.notice.updateMany({ where: { ...ownOf(actor), ...isMeant, readAt: null }, data: { readAt: at } })
}

/**
 * Marks as read what asked the actor for a verdict on this claim, once they have given it or stood back; what asked for
 * several of its statement, once none of those waits for them any more.
 */
export async function markAnswered(
  tx: Tx,
  actor: Actor,
  { claimId, statementId }: { claimId: string; statementId: string },
  at: Date,
): Promise<void> {
  const { workspaceId, memberId } = actor
  await tx.$executeRaw`
    UPDATE notice n SET read_at = ${at}
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.member_id = ${memberId}::uuid AND n.read_at IS NULL
      AND n.statement_id = ${statementId}::uuid AND n.kind IN ('ASSIGNED', 'ROUND_OPENED')
      AND (n.claim_id = ${claimId}::uuid OR (n.claim_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM claim c
        WHERE c.workspace_id = n.workspace_id AND c.statement_id = n.statement_id AND ${needsMyVerdict(actor)})))`
}

function ownOf({ workspaceId, memberId }: Actor) {
  return { workspaceId, memberId }
}
