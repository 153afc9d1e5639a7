'use client'

import { type ReactNode, useRef, useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { useAnnounce } from '@/components/ui/announcer'
import { Disc } from '@/components/ui/disc'
import { RelativeTime } from '@/components/ui/relative-time'
import { useDesk } from '@/components/workspace/desk-frame'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, withdrawCommentContract } from '@/lib/contracts/discussion'
import { can } from '@/lib/domain/policy'
import { CommentEditor } from './comment-editor'
import { CommentWordings } from './comment-wordings'
import { MentionText } from './mention-text'
import { Quotation } from './quotation'
import { useDiscussionCommand } from './use-discussion-command'
import { useReturnFocus } from './use-return-focus'

type Props = {
  claim: ClaimDto
  comment: CommentDto
  /** Whether it says after which round it was written. */
  namesRound: boolean
  /** What answers it. */
  children?: ReactNode
}

/** One comment as it stands, with what its author may do about it. */
export function CommentItem({ claim, comment, namesRound, children }: Props) {
  const { me } = useDesk()
  const [act, setAct] = useState<'edit' | 'withdraw' | 'wordings' | null>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  const place = useRef<HTMLLIElement>(null)
  const { id, author, text, mentions, quote, isWithdrawn } = comment
  const facts = { authorId: author.id, isWithdrawn, roundState: claim.round.state }
  const mayEdit = can({ memberId: me.id, role: me.role }, 'comment.edit', facts).allowed
  const mayWithdraw = can({ memberId: me.id, role: me.role }, 'comment.withdraw', facts).allowed
  const isEditing = act === 'edit' && mayEdit
  useReturnFocus(isEditing, editButton)
  useReturnFocus(act === 'withdraw', place)
  return (
    <li id={commentPlace(id)} tabIndex={-1} ref={place}>
      <Disc name={author.name} isSmall />
      <div>
        <h4>
          {author.name}{' '}
          <span className="small">
            {namesRound ? `round ${comment.round}, ` : ''}
            <RelativeTime at={comment.at} />
            {comment.editedAt ? (
              <>
                {' · '}
                <button
                  type="button"
                  className="link small"
                  aria-label={`Edited: earlier wordings of ${author.name}’s comment`}
                  onClick={() => setAct('wordings')}
                >
                  edited
                </button>
              </>
            ) : null}
          </span>
        </h4>
        {quote && !isWithdrawn ? <Quotation quote={quote} claim={claim} /> : null}
        {isWithdrawn ? (
          <p className="quiet">Taken back by its author.</p>
        ) : isEditing ? (
          <CommentEditor claim={claim} comment={comment} onDone={() => setAct(null)} />
        ) : (
          <MentionText text={text} mentions={mentions} myId={me.id} />
        )}
        {isEditing ? null : (
          <p className="comment-acts">
            {mayEdit ? (
              <button type="button" className="link small" ref={editButton} onClick={() => setAct('edit')}>
                Edit
              </button>
            ) : null}
            {mayWithdraw ? (
              <button type="button" className="link small" onClick={() => setAct('withdraw')}>
                Take back
              </button>
            ) : null}
          </p>
        )}
        {children}
      </div>
      {act === 'wordings' ? (
        <CommentWordings claimId={claim.id} comment={comment} myId={me.id} onClose={() => setAct(null)} />
      ) : null}
      {act === 'withdraw' ? <TakeBack claim={claim} comment={comment} onClose={() => setAct(null)} /> : null}
    </li>
  )
}

function TakeBack({ claim, comment, onClose }: { claim: ClaimDto; comment: CommentDto; onClose: () => void }) {
  const announce = useAnnounce()
  const withdraw = useDiscussionCommand(withdrawCommentContract, claim, {
    onDone: () => {
      announce('Comment taken back.')
      onClose()
    },
  })
  return (
    <CommandDialog
      title="Take this comment back?"
      act="Take back"
      isRunning={withdraw.isRunning}
      problem={withdraw.problem}
      onSubmit={() => withdraw.run({ commentId: comment.id })}
      onClose={onClose}
    >
      <p>Its words leave the discussion, for everyone. What answers it stays.</p>
    </CommandDialog>
  )
}

/** The id of the element that shows a comment. */
export function commentPlace(commentId: string): string {
  return `comment-${commentId}`
}
