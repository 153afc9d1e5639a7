import { withdrawCommentContract } from '@/lib/contracts/discussion'
import { insertWording } from '@/lib/db/comments'
import { readComment } from '@/lib/db/comments-read'
import { defineCommand } from '../define'
import { commentFacts, loadComment } from './load-comment'

/** Takes one's own comment back: its words leave the screen, what answers it stays, and the history keeps both. */
export const withdrawComment = defineCommand({
  contract: withdrawCommentContract,
  action: 'comment.withdraw',
  lock: 'statement',
  load: loadComment,
  facts: commentFacts,
  async run({ tx, actor, resource: { comment }, at }) {
    const { id: commentId, claimId } = comment
    const number = comment.version + 1
    const nothing = { commentId, number, text: '', mentionIds: [], isWithdrawn: true }
    const contentHash = await insertWording(tx, actor, nothing, at)
    return {
      value: { claimId, id: commentId },
      events: [{ type: 'comment.withdrawn', claimId, ids: { commentId, number }, contentHash }],
    }
  },
  present: readComment,
})
