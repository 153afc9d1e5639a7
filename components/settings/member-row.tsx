'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import { Disc } from '@/components/ui/disc'
import { RelativeTime } from '@/components/ui/relative-time'
import { ConfirmDialog } from '@/components/workspace/confirm-dialog'
import { CopyOnce } from '@/components/workspace/copy-once'
import { ROLE_LABELS } from '@/components/workspace/role-labels'
import { createPasswordResetContract, editMemberContract, type MemberDto } from '@/lib/contracts/workspace'
import type { Role } from '@/lib/domain/vocabulary'
import { RoleSelect } from './role-select'

type Props = {
  member: MemberDto
  mayEdit: boolean
  /** The element that says what a trainee is. */
  traineeHintId: string
}

/** One member: who they are, and for administrators their role, whether they are learning, a link for a new password, and leaving. */
export function MemberRow({ member, mayEdit, traineeHintId }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [isRemoving, setRemoving] = useState(false)
  const edit = useMutation({
    mutationFn: (change: { role?: Role; isTrainee?: boolean; removed?: boolean }) =>
      callApi(editMemberContract, { memberId: member.id, version: member.version, ...change }),
    onSuccess: saved => announce(`${saved.name}: ${saved.removedAt ? 'removed' : roleOf(saved)}`),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: queryKeys.members })
      if (member.isMe) await queries.invalidateQueries({ queryKey: queryKeys.me })
    },
  })
  const reset = useMutation({
    mutationFn: () => callApi(createPasswordResetContract, { memberId: member.id }),
  })
  const isGone = member.removedAt !== null
  return (
    <li>
      <Disc name={member.name} />
      <div className="who">
        <b>{member.name}</b>
        {member.isMe ? <span className="quiet"> (you)</span> : null}
        <p className="small">
          {member.email ? `${member.email} · ` : null}
          {member.removedAt ? (
            <>
              left <RelativeTime at={member.removedAt} />
            </>
          ) : (
            <>
              since <RelativeTime at={member.joinedAt} />
            </>
          )}
        </p>
      </div>
      {mayEdit && !isGone ? (
        <div className="acts">
          <RoleSelect
            label={`Role of ${member.name}`}
            role={(edit.isPending ? edit.variables.role : null) ?? member.role}
            isDisabled={edit.isPending}
            onChange={role => edit.mutate({ role })}
          />
          {member.role === 'REVIEWER' ? (
            <label className="check trainee-switch">
              <input
                type="checkbox"
                aria-label={`${member.name} is a trainee`}
                aria-describedby={traineeHintId}
                checked={(edit.isPending ? edit.variables.isTrainee : null) ?? member.isTrainee}
                disabled={edit.isPending}
                onChange={event => edit.mutate({ isTrainee: event.target.checked })}
              />
              <span>Trainee</span>
            </label>
          ) : null}
          <button
            type="button"
            className="btn btn-plain"
            title="Makes a link with which they set a new password"
            aria-label={`Make a password link for ${member.name}`}
            disabled={reset.isPending}
            onClick={() => reset.mutate()}
          >
            Password link
          </button>
          {member.isMe ? null : (
            <button
              type="button"
              className="btn btn-plain"
              aria-label={`Remove ${member.name}`}
              onClick={() => setRemoving(true)}
            >
              Remove…
            </button>
          )}
        </div>
      ) : (
        <span className="quiet">{roleOf(member)}</span>
      )}
      {edit.error || reset.error ? <ProblemNotice error={edit.error ?? reset.error} /> : null}
      {reset.data?.url ? (
        <CopyOnce
          label={`Link for ${member.name} to set a new password`}
          secret={reset.data.url}
          hint="Shown this once. It works once and ends in 30 minutes. Hand it to them yourself."
        />
      ) : null}
      {isRemoving ? (
        <ConfirmDialog
          title={`Remove ${member.name}?`}
          verb="Remove"
          onConfirm={() => edit.mutateAsync({ removed: true })}
          onClose={() => setRemoving(false)}
        >
          <p>
            They are signed out and see nothing of the desk from now on. Their verdicts, claims and decisions stay as
            they are. No round waits for them any more: one that waited for nobody else closes.
          </p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

/** "Reviewer", "Reviewer, trainee". */
function roleOf({ role, isTrainee }: MemberDto): string {
  return isTrainee ? `${ROLE_LABELS[role]}, trainee` : ROLE_LABELS[role]
}
