'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { checkInput } from '@/components/api/check-input'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { useDesk } from '@/components/workspace/desk-frame'
import { SavedNote } from '@/components/workspace/saved-note'
import { editMeContract } from '@/lib/contracts/workspace'
import { NEW_PASSWORD_HINT, PasswordField } from './password-field'

/** Changes one's own password, which ends every other session. */
export function PasswordForm() {
  const { me } = useDesk()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [refusal, setRefusal] = useState<ApiProblem | null>(null)
  const { mutate, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: () => callApi(editMeContract, { currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent('')
      setNew('')
    },
  })
  const problem = refusal ?? error
  const form = useFocusInvalid(problem)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const found = checkInput(editMeContract, { currentPassword, newPassword })
    setRefusal(found)
    if (!found) mutate()
  }
  const change = (set: (value: string) => void) => (value: string) => {
    reset()
    set(value)
  }
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      <h2>Password</h2>
      <p className="quiet">A new password signs you out everywhere else.</p>
      {/* Password managers look for the account that the password belongs to. */}
      <input className="vh" type="email" autoComplete="username" value={me.email} readOnly tabIndex={-1} aria-hidden />
      <PasswordField
        label="Current password"
        value={currentPassword}
        onChange={change(setCurrent)}
        autoComplete="current-password"
        error={errorAt(problem, 'currentPassword')}
      />
      <PasswordField
        label="New password"
        value={newPassword}
        onChange={change(setNew)}
        autoComplete="new-password"
        hint={NEW_PASSWORD_HINT}
        error={errorAt(problem, 'newPassword')}
      />
      {problem instanceof ApiProblem && problem.errors.length > 0 ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <button type="submit" className="btn" disabled={isPending}>
          {isPending ? 'Saving…' : 'Change password'}
        </button>
        <SavedNote isShown={isSuccess}>Changed. You are signed out everywhere else.</SavedNote>
      </div>
    </form>
  )
}
