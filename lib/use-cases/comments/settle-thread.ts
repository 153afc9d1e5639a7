import type { Tx } from '@/lib/db/client'
import { insertResolution, readResolution } from '@/lib/db/comments'
import type { EventDraft } from '@/lib/db/events'
import type { Actor } from '@/lib/domain/actor'

/** Settles a thread or takes it up again. Nothing where it stands so already. */
export async function settleThread(
  tx: Tx,
  actor: Actor,
  { claimId, threadId: commentId }: { claimId: string; threadId: string },
  isResolved: boolean,
  at: Date,
): Promise<EventDraft[]> {
  const last = await readResolution(tx, actor, commentId)
  if (last.isResolved === isResolved) return []
  const number = last.number + 1
  const contentHash = await insertResolution(tx, actor, { commentId, number, isResolved }, at)
  const type = isResolved ? 'comment.resolved' : 'comment.unresolved'
  return [{ type, claimId, ids: { commentId, number }, contentHash }]
}
