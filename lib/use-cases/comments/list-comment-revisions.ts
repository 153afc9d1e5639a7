import { listCommentRevisionsContract } from '@/lib/contracts/discussion'
import { readWordings } from '@/lib/db/comments-read'
import { defineQuery } from '../define'

/** Every wording of a comment, oldest first. */
export const listCommentRevisions = defineQuery({
  contract: listCommentRevisionsContract,
  action: 'comment.list',
  async run({ db, actor, input }) {
    return { items: await readWordings(db, actor, input.commentId) }
  },
})
