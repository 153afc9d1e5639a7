'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { RelativeTime } from '@/components/ui/relative-time'
import { ROLE_LABELS } from '@/components/workspace/role-labels'
import { type InviteDto, revokeInviteContract } from '@/lib/contracts/workspace'

const STATES: Readonly<Record<InviteDto['state'], string>> = {
  OPEN: 'Open',
  ACCEPTED: 'Accepted',
  EXPIRED: 'Expired',
  REVOKED: 'Revoked',
}

/** One invitation with its state; an open one can be taken back. */
export function InviteRow({ invite }: { invite: InviteDto }) {
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => callApi(revokeInviteContract, { inviteId: invite.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.invites }),
  })
  const isOpen = invite.state === 'OPEN'
  return (
    <li>
      <div className="who">
        {invite.email ?? 'Set-up link'}
        <p className="small">
          {ROLE_LABELS[invite.role]} · {STATES[invite.state].toLowerCase()}
          {isOpen ? (
            <>
              , ends <RelativeTime at={invite.expiresAt} />
            </>
          ) : null}
        </p>
      </div>
      {isOpen ? (
        <div className="acts">
          <button
            type="button"
            className="btn btn-plain"
            disabled={revoke.isPending}
            aria-label={`Revoke the invitation for ${invite.email ?? 'set-up'}`}
            onClick={() => revoke.mutate()}
          >
            Revoke
          </button>
        </div>
      ) : null}
      <ProblemNotice error={revoke.error} />
    </li>
  )
}
