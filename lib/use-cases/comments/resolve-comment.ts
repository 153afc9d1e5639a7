import { resolveCommentContract } from '@/lib/contracts/discussion'
import { readComment } from '@/lib/db/comments-read'
import { defineCommand } from '../define'
import { commentFacts, loadComment } from './load-comment'
import { settleThread } from './settle-thread'

/** Settles the thread that the comment is of, or takes it up again. Any member may, as often as it takes. */
export const resolveComment = defineCommand({
  contract: resolveCommentContract,
  action: 'comment.resolve',
  lock: 'statement',
  load: loadComment,
  facts: commentFacts,
  async run({ tx, actor, input, resource: { comment }, at }) {
    const { claimId, threadId } = comment
    const events = await settleThread(tx, actor, { claimId, threadId }, input.isResolved, at)
    return { value: { claimId, id: threadId }, events }
  },
  present: readComment,
})
