'use client'

import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, listCommentsContract } from '@/lib/contracts/discussion'
import { CommentForm } from './comment-form'
import { CommentThread } from './comment-thread'
import './discussion.css'

type Props = { claim: ClaimDto; sectionRef: RefObject<HTMLElement | null> }

/** What the desk says to one another about a claim. While a round is open it can be read but not added to. */
export function Discussion({ claim, sectionRef }: Props) {
  const claimId = claim.id
  const {
    data: comments,
    error,
    refetch,
  } = useQuery({
    queryKey: queryKeys.comments(claimId),
    queryFn: async ({ signal }) => (await callApi(listCommentsContract, { claimId }, { signal })).items,
    ...(claim.commentCount === 0 ? { placeholderData: [] } : {}),
  })
  const { allowed, reason } = claim.may.comment
  const isSealed = claim.round.state === 'OPEN'
  return (
    <section className="part" data-part="discussion" ref={sectionRef} tabIndex={-1} aria-labelledby="discussion-name">
      <h3 className="part-name" id="discussion-name">
        Discussion
      </h3>
      {comments ? (
        <Comments claim={claim} comments={comments} mayWrite={allowed} />
      ) : error ? (
        <p className="notice">
          {error.message}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <p className="skeleton" aria-busy="true" />
      )}
      {allowed ? (
        <CommentForm claim={claim} parent={null} />
      ) : (
        <p className="hint">{isSealed ? 'Comments wait until the round closes, so that nobody is swayed.' : reason}</p>
      )}
    </section>
  )
}

function Comments({
  claim,
  comments,
  mayWrite,
}: {
  claim: ClaimDto
  comments: readonly CommentDto[]
  mayWrite: boolean
}) {
  if (comments.length === 0) {
    return mayWrite ? (
      <p className="quiet talk-empty">No one has written yet. Say what would change your mind.</p>
    ) : null
  }
  return (
    <ol className="talk">
      {comments
        .filter(({ parentId }) => parentId === null)
        .map(comment => (
          <CommentThread
            key={comment.id}
            claim={claim}
            comment={comment}
            answers={comments.filter(({ parentId }) => parentId === comment.id)}
            mayWrite={mayWrite}
          />
        ))}
    </ol>
  )
}
