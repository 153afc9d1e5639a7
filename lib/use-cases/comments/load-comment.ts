import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, findClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import { type CommentRecord, findComment } from '@/lib/db/comments'
import type { Actor } from '@/lib/domain/actor'

export type CommentMatter = { comment: CommentRecord; claim: ClaimRecord }

/** A comment and its claim, if they are of the actor's desk. Throws not-found. */
export async function loadComment(tx: Tx, actor: Actor, { commentId }: { commentId: string }): Promise<CommentMatter> {
  const comment = await findComment(tx, actor, commentId)
  return { comment, claim: await findClaim(tx, actor, comment.claimId) }
}

/** What the permission table needs to know of them. */
export function commentFacts({ comment, claim }: CommentMatter, actor: Actor) {
  const { authorId, isWithdrawn } = comment
  return { ...claimFacts(claim, actor), authorId, isWithdrawn }
}
