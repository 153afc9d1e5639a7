import { type NoticeAbout, worthTelling } from '@/lib/domain/notice'
import type { Tx } from './client'

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
