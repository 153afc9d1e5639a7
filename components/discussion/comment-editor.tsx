'use client'

import { useEffect, useId, useRef } from 'react'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useAnnounce } from '@/components/ui/announcer'
import { isSubmitKey } from '@/components/ui/submit-key'
import { useDraft } from '@/components/ui/use-draft'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, editCommentContract } from '@/lib/contracts/discussion'
import { MentionField, type Words } from './mention-field'
import { mentionIdsIn } from './mentions'
import { useDiscussionCommand } from './use-discussion-command'
import { useMembers } from './use-mention-list'

type Props = { claim: ClaimDto; comment: CommentDto; onDone: () => void }

/** Rewording one's own comment. What was written is kept until it is saved or given up. */
export function CommentEditor({ claim, comment, onDone }: Props) {
  const id = useId()
  const announce = useAnnounce()
  const field = useRef<HTMLTextAreaElement>(null)
  const standing: Words = { text: comment.text, mentions: comment.mentions }
  const { value: words, change, discard } = useDraft<Words>(`talk-edit:${comment.id}`, standing)
  const members = useMembers(words.text.includes('@'))
  const save = useDiscussionCommand(editCommentContract, claim, {
    onDone: () => {
      discard()
      announce('Comment saved.')
      onDone()
    },
  })
  useEffect(() => field.current?.focus(), [])

  const giveUp = () => {
    discard()
    onDone()
  }
  const submit = () => {
    const { text, mentions } = words
    if (text.trim() === '') return
    const mentionIds = mentionIdsIn(text, mentions, members)
    save.run({ commentId: comment.id, text, mentionIds, version: comment.version })
  }
  // Saved elsewhere meanwhile: the comment now carries the newer version, so saving again replaces what it says.
  const isStale = save.problem?.code === 'stale-version'
  return (
    <form
      className="comment-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <label className="vh" htmlFor={id}>
        Your comment
      </label>
      <MentionField
        field={field}
        id={id}
        placeholder="Your comment"
        words={words}
        onChange={next => {
          if (save.problem && !isStale) save.clear()
          change(next)
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.preventDefault()
            giveUp()
          }
          if (!isSubmitKey(event)) return
          event.preventDefault()
          submit()
        }}
      />
      <ProblemNotice error={save.problem} />
      {isStale ? (
        <p className="note" dir="auto">
          It says now: {comment.text}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="btn" disabled={save.isRunning || words.text.trim() === ''}>
          {save.isRunning ? 'Saving…' : isStale ? 'Save mine' : 'Save'}
        </button>
        <button type="button" className="btn btn-plain" onClick={giveUp}>
          Cancel
        </button>
      </div>
    </form>
  )
}
