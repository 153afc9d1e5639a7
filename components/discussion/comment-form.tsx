'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useAnnounce } from '@/components/ui/announcer'
import { isSubmitKey } from '@/components/ui/submit-key'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, createCommentContract } from '@/lib/contracts/discussion'

type Props = {
  claim: Pick<ClaimDto, 'id' | 'statementId'>
  /** The comment it answers. */
  parent: CommentDto | null
  /** Once it is sent, or an answer is put away. */
  onDone?: () => void
}

/** Writing a comment. Its text is kept until it is sent. */
export function CommentForm({ claim, parent, onDone }: Props) {
  const id = useId()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const field = useRef<HTMLTextAreaElement>(null)
  const { value: text, change, discard } = useDraft(`comment:${claim.id}:${parent?.id ?? 'new'}`, '')
  const send = useCommand(createCommentContract, {
    onDone: comment => {
      queries.setQueryData<CommentDto[]>(queryKeys.comments(claim.id), before => [...(before ?? []), comment])
      void queries.invalidateQueries({ queryKey: queryKeys.claim(claim.id) })
      void queries.invalidateQueries({ queryKey: queryKeys.history(claim.statementId, claim.id) })
      discard('')
      announce('Comment added.')
      onDone?.()
    },
  })
  useEffect(() => {
    if (parent) field.current?.focus()
  }, [parent])

  const label = parent ? `Answer ${parent.author.name}` : 'Comment'
  const submit = () => {
    if (text.trim() !== '') send.run({ claimId: claim.id, text, parentId: parent?.id ?? null })
  }
  return (
    <form
      className="comment-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
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
    >
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="field"
        rows={1}
        maxLength={5_000}
        dir="auto"
        placeholder={parent ? label : 'Write a comment'}
        value={text}
        onChange={event => {
          if (send.problem) send.clear()
          change(event.target.value)
        }}
      />
      <ProblemNotice error={send.problem} />
      <div className="row">
        <button type="submit" className="btn" disabled={send.isRunning || text.trim() === ''}>
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
