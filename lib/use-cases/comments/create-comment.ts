import { createCommentContract } from '@/lib/contracts/discussion'
import { claimFacts } from '@/lib/db/claim-facts'
import { type ClaimRecord, findClaim } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import { findQuoted, type QuoteRef, readQuotable } from '@/lib/db/comment-quotes'
import { findThread, insertComment, readParticipants } from '@/lib/db/comments'
import { readComment } from '@/lib/db/comments-read'
import { insertNotices } from '@/lib/db/notices'
import type { Actor } from '@/lib/domain/actor'
import type { Problem } from '@/lib/domain/problem'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { mentionProblems } from './mention-problems'
import { settleThread } from './settle-thread'

/**
 * Adds to the claim's discussion, which waits while a round is open. Whom it addresses, and who has a say in the thread
 * it answers in, are told; a settled thread is taken up again by an answer, since nobody would see it otherwise.
 */
export const createComment = defineCommand({
  contract: createCommentContract,
  action: 'comment.create',
  lock: 'statement',
  load: (tx, actor, { claimId }) => findClaim(tx, actor, claimId),
  facts: claimFacts,
  async run({ tx, actor, input, resource: { id: claimId, round, statementId }, at }) {
    const { text, quotedVerdictId, quotedCitationId } = input
    const mentionIds = [...new Set(input.mentionIds)]
    const parentId = input.parentId === null ? null : await findThread(tx, actor, claimId, input.parentId)
    refuseProblems([
      ...(input.parentId !== null && parentId === null ? [PARENT_PROBLEM] : []),
      ...(await mentionProblems(tx, actor, input.mentionIds)),
      ...(await quoteProblems(tx, actor, claimId, input)),
    ])
    const participants = parentId === null ? [] : await readParticipants(tx, actor, parentId)
    const quoted = { quotedVerdictId, quotedCitationId }
    const comment = await insertComment(tx, actor, { claimId, parentId, round, text, mentionIds, ...quoted }, at)
    const about = { statementId, claimId, commentId: comment.id }
    await insertNotices(tx, { workspaceId: actor.workspaceId, actorId: actor.memberId, at }, [
      ...mentionIds.map(memberId => ({ memberId, kind: 'MENTIONED' as const, ...about })),
      // Who is addressed by name is told so, and not of the same comment twice.
      ...participants
        .filter(memberId => !mentionIds.includes(memberId))
        .map(memberId => ({ memberId, kind: 'REPLIED' as const, ...about })),
    ])
    const ids = { commentId: comment.id, round }
    const added = { type: 'comment.added', claimId, ids, contentHash: comment.contentHash }
    const takenUp = parentId === null ? [] : await settleThread(tx, actor, { claimId, threadId: parentId }, false, at)
    return { value: { claimId, id: comment.id }, events: [added, ...takenUp] }
  },
  present: readComment,
})

const PARENT_PROBLEM: Problem = {
  path: 'parentId',
  message: 'The comment you answer is not one of this claim’s.',
}

/** What is sealed, what is another claim's and what is nothing at all are refused in the same words. */
async function quoteProblems(tx: Tx, actor: Actor, claimId: ClaimRecord['id'], quote: QuoteRef): Promise<Problem[]> {
  const path = quote.quotedVerdictId !== null ? 'quotedVerdictId' : 'quotedCitationId'
  if (quote[path] === null || findQuoted(await readQuotable(tx, actor, claimId), quote)) return []
  const what =
    path === 'quotedVerdictId' ? 'one of this claim’s open verdicts' : 'cited in one of this claim’s open verdicts'
  return [{ path, message: `What you quote is not ${what}.` }]
}
