'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { Dialog } from '@/components/ui/dialog'
import { RelativeTime } from '@/components/ui/relative-time'
import { type CommentDto, listCommentRevisionsContract } from '@/lib/contracts/discussion'
import { MentionText } from './mention-text'

type Props = { claimId: string; comment: CommentDto; myId: string; onClose: () => void }

/** What a comment said before each change, newest first. */
export function CommentWordings({ claimId, comment, myId, onClose }: Props) {
  const commentId = comment.id
  const { data: wordings, error } = useQuery({
    queryKey: [...queryKeys.comments(claimId), commentId, comment.version],
    queryFn: async ({ signal }) => (await callApi(listCommentRevisionsContract, { commentId }, { signal })).items,
  })
  return (
    <Dialog title="Earlier wordings" hint={`A comment by ${comment.author.name}`} onClose={onClose}>
      <div className="dialog-body">
        {wordings ? (
          <ol className="wordings">
            {wordings.toReversed().map(({ number, text, mentions, at }) => (
              <li key={number}>
                <p className="small">
                  {number === comment.version ? 'Now, since ' : number === 1 ? 'First, ' : ''}
                  <RelativeTime at={at} />
                </p>
                <MentionText text={text} mentions={mentions} myId={myId} />
              </li>
            ))}
          </ol>
        ) : error ? (
          <ProblemNotice error={error} />
        ) : (
          <p className="skeleton" aria-busy="true" />
        )}
      </div>
    </Dialog>
  )
}
