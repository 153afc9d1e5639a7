'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { useDesk } from '@/components/workspace/desk-frame'
import { SavedNote } from '@/components/workspace/saved-note'
import { editMeContract } from '@/lib/contracts/workspace'

/** What the desk calls one. */
export function NameForm() {
  const { me } = useDesk()
  const queries = useQueryClient()
  const [name, setName] = useState(me.name)
  const { mutate, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: () => callApi(editMeContract, { name }),
    onSuccess: saved => {
      queries.setQueryData(queryKeys.me, saved)
      setName(saved.name)
    },
  })
  const form = useFocusInvalid(error)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      <h2>You</h2>
      <p className="quiet">You sign in as {me.email}.</p>
      <Field
        label="Name"
        error={errorAt(error, 'name')}
        hint="Your colleagues see it. Readers do only where the desk shows names."
      >
        {control => (
          <input
            {...control}
            className="field"
            autoComplete="name"
            value={name}
            onChange={event => {
              reset()
              setName(event.target.value)
            }}
          />
        )}
      </Field>
      {error instanceof ApiProblem && error.errors.length > 0 ? null : <ProblemNotice error={error} />}
      <div className="row">
        <button type="submit" className="btn" disabled={isPending}>
          {isPending ? 'Saving…' : 'Save name'}
        </button>
        <SavedNote isShown={isSuccess} />
      </div>
    </form>
  )
}
