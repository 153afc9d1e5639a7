import { Comment, type CommentDto, editCommentContract } from '@/lib/contracts/discussion'
import { insertWording } from '@/lib/db/comments'
import { readComment } from '@/lib/db/comments-read'
import { insertNotices } from '@/lib/db/notices'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { commentFacts, loadComment } from './load-comment'
import { mentionProblems } from './mention-problems'

/** Rewords one's own comment. Who was addressed before is not told again; the same words again write nothing. */
export const editComment = defineCommand({
  contract: editCommentContract,
  action: 'comment.edit',
  lock: 'statement',
  load: loadComment,
  facts: commentFacts,
  async run({ tx, actor, input, resource: { comment, claim }, at }) {
    const { id: commentId, claimId } = comment
    const value = { claimId, id: commentId }
    if (input.version !== comment.version) {
      const current: CommentDto = Comment.parse(await readComment(tx, actor, value))
      throw new AppError(
        'stale-version',
        'You changed this comment elsewhere meanwhile. Look at what it says now, then save again.',
        { current },
      )
    }
    const { text } = input
    const mentionIds = [...new Set(input.mentionIds)]
    if (text === comment.text && mentionIds.join() === comment.mentionIds.join()) return { value, events: [] }
    refuseProblems(await mentionProblems(tx, actor, input.mentionIds, comment.toldIds))

    const number = comment.version + 1
    const contentHash = await insertWording(tx, actor, { commentId, number, text, mentionIds, isWithdrawn: false }, at)
    await insertNotices(
      tx,
      { workspaceId: actor.workspaceId, actorId: actor.memberId, at },
      mentionIds
        .filter(memberId => !comment.toldIds.includes(memberId))
        .map(memberId => ({ memberId, kind: 'MENTIONED', statementId: claim.statementId, claimId, commentId })),
    )
    return { value, events: [{ type: 'comment.edited', claimId, ids: { commentId, number }, contentHash }] }
  },
  present: readComment,
})
