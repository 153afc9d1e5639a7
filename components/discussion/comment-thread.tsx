'use client'

import { useRef, useState } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useAnnounce } from '@/components/ui/announcer'
import { RelativeTime } from '@/components/ui/relative-time'
import { Shape } from '@/components/ui/shape'
import type { ClaimDto } from '@/lib/contracts/claims'
import { resolveCommentContract } from '@/lib/contracts/discussion'
import { excerptOf } from '@/lib/domain/excerpt'
import { CommentForm } from './comment-form'
import { CommentItem } from './comment-item'
import { isGone, isSettled, type Thread } from './threads'
import { useDiscussionCommand } from './use-discussion-command'
import { useReturnFocus } from './use-return-focus'

type Props = {
  claim: ClaimDto
  thread: Thread
  /** Whether one may write now. */
  mayWrite: boolean
  isAnswering: boolean
  onAnswer: (isAnswering: boolean) => void
  /** Whether a link leads to something in it, so that it unfolds. */
  isWanted: boolean
}

/** A comment and its answers, one level deep. Once settled it is one line, until someone wants to see it. */
export function CommentThread({ claim, thread, mayWrite, isAnswering, onAnswer, isWanted }: Props) {
  const announce = useAnnounce()
  const { first, answers } = thread
  const isResolved = isSettled(thread)
  // What another person settles while it is being read stays open before the reader.
  const [isOpen, setOpen] = useState(!isResolved || isWanted)
  const [wasWanted, setWasWanted] = useState(isWanted)
  if (isWanted !== wasWanted) {
    setWasWanted(isWanted)
    if (isWanted) setOpen(true)
  }
  const line = useRef<HTMLButtonElement>(null)
  const answerButton = useRef<HTMLButtonElement>(null)
  const fold = (isFolded: boolean) => {
    setOpen(!isFolded)
    // An answer that was begun is kept; a form that is folded away takes no quotations.
    if (isFolded && isAnswering) onAnswer(false)
  }
  const settle = useDiscussionCommand(resolveCommentContract, claim, {
    onDone: ({ resolution }) => {
      const isResolvedNow = resolution?.isResolved === true
      fold(isResolvedNow)
      announce(isResolvedNow ? 'Thread resolved.' : 'Thread taken up again.')
    },
  })
  const isShown = isOpen || !isResolved
  useReturnFocus(isShown, line)
  useReturnFocus(isAnswering, answerButton)
  const acts =
    mayWrite && !isGone(thread) ? (
      <p className="comment-acts">
        <button
          type="button"
          className="link small"
          ref={answerButton}
          aria-label={`Answer ${first.author.name}`}
          onClick={() => onAnswer(true)}
        >
          Answer
        </button>
        <button
          type="button"
          className="link small"
          aria-label={`${isResolved ? 'Take up again' : 'Mark as resolved'}: thread of ${first.author.name}`}
          onClick={() => settle.run({ commentId: first.id, isResolved: !isResolved })}
        >
          {isResolved ? 'Take up again' : 'Mark as resolved'}
        </button>
      </p>
    ) : null
  return (
    <>
      {isResolved && first.resolution ? (
        <li className="settled">
          <button type="button" ref={line} aria-expanded={isOpen} onClick={() => fold(isOpen)}>
            <Shape name="approved" />
            <span>
              Resolved by {first.resolution.by.name}, <RelativeTime at={first.resolution.at} />
              <span className="small" dir="auto">
                {first.isWithdrawn ? 'Taken back by its author.' : excerptOf(first.text, 80)}
              </span>
            </span>
            <Shape name={isOpen ? 'up' : 'down'} />
          </button>
        </li>
      ) : null}
      {isShown ? (
        <CommentItem claim={claim} comment={first} namesRound={claim.rounds.length > 1}>
          {answers.length > 0 ? (
            <ol className="talk talk-answers">
              {answers.map(answer => (
                <CommentItem key={answer.id} claim={claim} comment={answer} namesRound={false} />
              ))}
            </ol>
          ) : null}
          <ProblemNotice error={settle.problem} />
          {mayWrite && isAnswering ? (
            <CommentForm claim={claim} parent={first} takesQuotes onDone={() => onAnswer(false)} />
          ) : (
            acts
          )}
        </CommentItem>
      ) : null}
    </>
  )
}
