'use client'

import { useSearchParams } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useDraft } from '@/components/ui/use-draft'
import { useDesk } from '@/components/workspace/desk-frame'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { ClaimStatus } from '@/lib/domain/vocabulary'
import { CommentForm } from './comment-form'
import { commentPlace } from './comment-item'
import { CommentThread } from './comment-thread'
import { threadsOf } from './threads'
import { newInWords, useComments } from './use-comments'
import './discussion.css'

type Props = { claim: ClaimDto; sectionRef: RefObject<HTMLElement | null> }

/** What the desk says to one another about a claim. While a round is open it can be read but not added to. */
export function Discussion({ claim, sectionRef }: Props) {
  const { me } = useDesk()
  const { isRead, shown, fresh, openThreads, show, isWaiting, error, refetch } = useComments(claim, me.id)
  const [answering, setAnswering] = useState<string | null>(null)
  const { allowed } = claim.may.comment
  const threads = threadsOf(shown)
  const wanted = useWantedComment(shown.length, id => {
    if (isWaiting(id)) show()
  })
  const isAnswering = allowed && threads.some(({ first }) => first.id === answering)
  return (
    <section className="part" data-part="discussion" ref={sectionRef} tabIndex={-1} aria-labelledby="discussion-name">
      {fresh > 0 ? (
        <p className="talk-new">
          <button type="button" className="btn" onClick={show}>
            {newInWords(fresh)}
          </button>
        </p>
      ) : null}
      <h3 className="part-name" id="discussion-name">
        Discussion{' '}
        {openThreads > 0 ? (
          <span className="small">{openThreads === 1 ? '1 open thread' : `${openThreads} open threads`}</span>
        ) : null}
      </h3>
      {allowed && LEADS[claim.status] ? <p className="quiet talk-lead">{LEADS[claim.status]}</p> : null}
      {isRead ? (
        <ol className="talk">
          {threads.map(thread => (
            <CommentThread
              key={thread.first.id}
              claim={claim}
              thread={thread}
              mayWrite={allowed}
              isAnswering={thread.first.id === answering}
              onAnswer={isOn => setAnswering(isOn ? thread.first.id : null)}
              isWanted={[thread.first, ...thread.answers].some(({ id }) => id === wanted)}
            />
          ))}
        </ol>
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
      {isRead && shown.length === 0 && allowed && !LEADS[claim.status] ? (
        <p className="quiet talk-empty">No one has written yet. Say what would change your mind.</p>
      ) : null}
      {allowed ? <CommentForm claim={claim} parent={null} takesQuotes={!isAnswering} /> : <Waiting claim={claim} />}
    </section>
  )
}

/** What the discussion is for now, where it is what comes next. */
const LEADS: Readonly<Partial<Record<ClaimStatus, string>>> = {
  SPLIT: 'The round is split: talk it over before the next one. Quote a verdict, and say what would change your mind.',
  ESCALATED: 'The rounds are used up. Say here what the editor who resolves it should weigh.',
}

/** Where one would write: why it has to wait, and that what was begun is kept. */
function Waiting({ claim }: { claim: ClaimDto }) {
  const { value: draft } = useDraft(`talk:${claim.id}:new`, { text: '' })
  const isSealed = claim.round.state === 'OPEN'
  return (
    <p className="hint">
      {isSealed ? 'Comments wait until the round closes, so that nobody is swayed.' : claim.may.comment.reason}
      {draft.text.trim() ? ' What you began to write is kept.' : null}
    </p>
  )
}

/**
 * The comment that the address names, as a notice's link does: unfolded, brought into view and given the focus, once for
 * each time it is named. `prepare` lets it be shown where it waits.
 */
function useWantedComment(shownCount: number, prepare: (commentId: string) => void): string | null {
  const wanted = useSearchParams().get('comment')
  const reached = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again whenever there is more to find it among
  useEffect(() => {
    if (wanted === null) reached.current = null
    if (wanted === null || reached.current === wanted) return
    prepare(wanted)
    const frame = requestAnimationFrame(() => {
      const place = document.getElementById(commentPlace(wanted))
      if (!place) return
      reached.current = wanted
      place.scrollIntoView({ block: 'center' })
      place.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, shownCount])
  return wanted
}
