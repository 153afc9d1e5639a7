'use client'

import { useEffect, useId, useRef } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import { isSubmitKey } from '@/components/ui/submit-key'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, createCommentContract } from '@/lib/contracts/discussion'
import { MentionField, type Words } from './mention-field'
import { mentionIdsIn } from './mentions'
import { Quotation } from './quotation'
import { type QuoteRef, quoteFrom, useQuoting } from './quoting'
import { useDiscussionCommand } from './use-discussion-command'
import { useMembers } from './use-mention-list'

type Draft = Words & { quote: QuoteRef | null }

const EMPTY: Draft = { text: '', mentions: [], quote: null }

type Props = {
  claim: ClaimDto
  /** The thread it answers in. */
  parent: CommentDto | null
  /** Whether what is quoted goes here, as it does into the form that was opened last. */
  takesQuotes: boolean
  /** Once it is sent, or an answer is put away. */
  onDone?: () => void
}

/** Writing a comment. What was written, whom it addresses and what it quotes are kept until it is sent. */
export function CommentForm({ claim, parent, takesQuotes, onDone }: Props) {
  const id = useId()
  const announce = useAnnounce()
  const field = useRef<HTMLTextAreaElement>(null)
  const { value: draft, change, discard } = useDraft<Draft>(`talk:${claim.id}:${parent?.id ?? 'new'}`, EMPTY)
  const members = useMembers(draft.text.includes('@'))
  const send = useDiscussionCommand(createCommentContract, claim, {
    onDone: () => {
      discard(EMPTY)
      announce(parent ? 'Answer added.' : 'Comment added.')
      onDone?.()
    },
  })

  const { asked, ask } = useQuoting()
  useEffect(() => {
    if (!takesQuotes || !asked) return
    change(before => ({ ...before, quote: asked }))
    ask(null)
    field.current?.focus({ preventScroll: true })
    field.current?.scrollIntoView({ block: 'center' })
  }, [takesQuotes, asked, ask, change])
  useEffect(() => {
    if (parent) field.current?.focus()
  }, [parent])

  const quote = draft.quote ? quoteFrom(claim, draft.quote) : null
  const label = parent ? `Answer ${parent.author.name}` : 'Comment'
  const submit = () => {
    if (draft.text.trim() === '') return
    send.run({
      claimId: claim.id,
      text: draft.text,
      parentId: parent?.id ?? null,
      mentionIds: mentionIdsIn(draft.text, draft.mentions, members),
      quotedVerdictId: quote && quote.citationId === null ? quote.verdictId : null,
      quotedCitationId: quote?.citationId ?? null,
    })
  }
  return (
    <form
      className="comment-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {quote ? (
        <div className="quoting">
          <Quotation quote={quote} claim={claim} />
          <button
            type="button"
            className="btn btn-icon"
            aria-label="Do not quote"
            title="Do not quote"
            onClick={() => {
              change(before => ({ ...before, quote: null }))
              field.current?.focus()
            }}
          >
            <Shape name="close" />
          </button>
        </div>
      ) : null}
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <MentionField
        field={field}
        id={id}
        placeholder={parent ? label : 'Write a comment; @ names someone'}
        words={draft}
        onChange={words => {
          if (send.problem) send.clear()
          change(before => ({ ...before, ...words }))
        }}
        onKeyDown={event => {
          if (event.key === 'Escape' && parent) {
            event.preventDefault()
            onDone?.()
          }
          if (!isSubmitKey(event)) return
          event.preventDefault()
          submit()
        }}
      />
      <ProblemNotice error={send.problem} />
      <div className="row">
        <button type="submit" className="btn" disabled={send.isRunning || draft.text.trim() === ''}>
          {send.isRunning ? 'Sending…' : parent ? 'Answer' : 'Comment'}
        </button>
        {parent ? (
          <button type="button" className="btn btn-plain" onClick={onDone}>
            Put away
          </button>
        ) : null}
      </div>
    </form>
  )
}
