import { createCommentContract } from '@/lib/contracts/claims'
import { claimFacts } from '@/lib/db/claim-facts'
import { findClaim } from '@/lib/db/claim-record'
import { hasComment, insertComment, readComment } from '@/lib/db/comments'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'

/** Adds to the claim's discussion, which waits while a round is open. */
export const createComment = defineCommand({
  contract: createCommentContract,
  action: 'comment.create',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: { id: claimId, round }, at }) {
    const { text, parentId } = input
    if (parentId !== null && !(await hasComment(tx, actor, claimId, parentId))) {
      throw invalidInput('parentId', 'The comment you answer is not one of this claim’s.')
    }
    const comment = await insertComment(tx, actor, { claimId, parentId, round, text }, at)
    const ids = { commentId: comment.id, round }
    return {
      value: comment.id,
      events: [{ type: 'comment.added', claimId, ids, contentHash: comment.contentHash }],
    }
  },
  present: readComment,
})
