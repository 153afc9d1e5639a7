'use client'

import { type ReactNode, useState } from 'react'
import { LinkedText } from '@/components/citations/linked-text'
import { Disc } from '@/components/ui/disc'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { CommentDto } from '@/lib/contracts/discussion'
import { CommentForm } from './comment-form'

type Props = {
  claim: ClaimDto
  comment: CommentDto
  answers: readonly CommentDto[]
  mayWrite: boolean
}

/** A comment and its answers, one level deep. */
export function CommentThread({ claim, comment, answers, mayWrite }: Props) {
  const [isAnswering, setAnswering] = useState(false)
  return (
    <CommentItem comment={comment} hasRounds={claim.rounds.length > 1}>
      {answers.length > 0 ? (
        <ol className="talk talk-answers">
          {answers.map(answer => (
            <CommentItem key={answer.id} comment={answer} hasRounds={false} />
          ))}
        </ol>
      ) : null}
      {mayWrite && isAnswering ? (
        <CommentForm claim={claim} parent={comment} onDone={() => setAnswering(false)} />
      ) : mayWrite ? (
        <button
          type="button"
          className="link small"
          aria-label={`Answer ${comment.author.name}`}
          onClick={() => setAnswering(true)}
        >
          Answer
        </button>
      ) : null}
    </CommentItem>
  )
}

type ItemProps = { comment: CommentDto; hasRounds: boolean; children?: ReactNode }

function CommentItem({ comment, hasRounds, children }: ItemProps) {
  return (
    <li>
      <Disc name={comment.author.name} isSmall />
      <div>
        <h4>
          {comment.author.name}{' '}
          <span className="small">
            {hasRounds ? `round ${comment.round}, ` : ''}
            <RelativeTime at={comment.at} />
          </span>
        </h4>
        <p className="written" dir="auto">
          <LinkedText>{comment.text}</LinkedText>
        </p>
        {children}
      </div>
    </li>
  )
}
