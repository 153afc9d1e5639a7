'use client'

import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { CopyOnce } from '@/components/workspace/copy-once'
import { IssueSection } from '@/components/workspace/issue-section'
import { ROLE_MEANINGS } from '@/components/workspace/role-labels'
import { createInviteContract, type InviteDto, listInvitesContract } from '@/lib/contracts/workspace'
import type { Role } from '@/lib/domain/vocabulary'
import { InviteRow } from './invite-row'
import { RoleSelect } from './role-select'

/** Brings new members in, by links that are handed over by hand. */
export function InviteSection({ invites }: { invites: readonly InviteDto[] }) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('REVIEWER')
  return (
    <IssueSection
      title="Invitations"
      queryKey={queryKeys.invites}
      read={async signal => (await callApi(listInvitesContract, {}, { signal })).items}
      first={invites}
      make={() => callApi(createInviteContract, { email, role })}
      onMade={() => setEmail('')}
      fields={errorAt => (
        <>
          <div className="two">
            <Field label="Email" error={errorAt('email')}>
              {control => (
                <input
                  {...control}
                  className="field"
                  type="email"
                  autoComplete="off"
                  value={email}
                  onChange={event => setEmail(event.target.value)}
                />
              )}
            </Field>
            <Field label="Role">{control => <RoleSelect control={control} role={role} onChange={setRole} />}</Field>
          </div>
          <p className="hint">{ROLE_MEANINGS[role]}</p>
        </>
      )}
      act="Make an invitation link"
      acting="Inviting…"
      made={made =>
        made.url ? (
          <CopyOnce
            key={made.id}
            label={`Invitation for ${made.email}`}
            secret={made.url}
            hint="Shown this once. It works once. Send it to them yourself; this desk sends no mail."
          />
        ) : null
      }
      row={invite => <InviteRow key={invite.id} invite={invite} />}
      none="No one has been invited yet."
    />
  )
}
