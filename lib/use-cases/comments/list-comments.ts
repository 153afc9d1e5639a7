import { listCommentsContract } from '@/lib/contracts/discussion'
import { findClaim } from '@/lib/db/claim-record'
import { readComments } from '@/lib/db/comments-read'
import { defineQuery } from '../define'

/** The claim's discussion, oldest first. */
export const listComments = defineQuery({
  contract: listCommentsContract,
  action: 'comment.list',
  async run({ db, actor, input }) {
    const { id } = await findClaim(db, actor, input.claimId)
    return { items: await readComments(db, actor, id) }
  },
})
