'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { CopyOnce } from '@/components/workspace/copy-once'
import { ROLE_MEANINGS } from '@/components/workspace/role-labels'
import { createInviteContract, type InviteDto, listInvitesContract } from '@/lib/contracts/workspace'
import type { Role } from '@/lib/domain/vocabulary'
import { InviteRow } from './invite-row'
import { RoleSelect } from './role-select'

/** Brings new members in, by links that are handed over by hand. */
export function InviteSection({ invites: first }: { invites: readonly InviteDto[] }) {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('REVIEWER')
  const { data: invites } = useQuery({
    queryKey: queryKeys.invites,
    queryFn: async ({ signal }) => (await callApi(listInvitesContract, {}, { signal })).items,
    initialData: [...first],
  })
  const create = useMutation({
    mutationFn: () => callApi(createInviteContract, { email, role }),
    onSuccess: async () => {
      setEmail('')
      await queries.invalidateQueries({ queryKey: queryKeys.invites })
    },
  })
  const form = useFocusInvalid(create.error)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!create.isPending) create.mutate()
  }
  const hasFieldError = create.error instanceof ApiProblem && create.error.errors.length > 0
  return (
    <section aria-labelledby="invites-name">
      <h2 id="invites-name">Invitations</h2>
      <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
        <div className="two">
          <Field label="Email" error={errorAt(create.error, 'email')}>
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
        {hasFieldError ? null : <ProblemNotice error={create.error} />}
        <div className="row">
          <button type="submit" className="btn" disabled={create.isPending}>
            {create.isPending ? 'Inviting…' : 'Make an invitation link'}
          </button>
        </div>
      </form>
      {create.data?.url ? (
        <CopyOnce
          key={create.data.id}
          label={`Invitation for ${create.data.email}`}
          secret={create.data.url}
          hint="Shown this once. It works once. Send it to them yourself; this desk sends no mail."
        />
      ) : null}
      {invites.length > 0 ? (
        <ul className="rows">
          {invites.map(invite => (
            <InviteRow key={invite.id} invite={invite} />
          ))}
        </ul>
      ) : (
        <p className="quiet">No one has been invited yet.</p>
      )}
    </section>
  )
}
