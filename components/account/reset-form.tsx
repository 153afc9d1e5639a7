'use client'

import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { checkInput } from '@/components/api/check-input'
import { errorAt } from '@/components/api/field-errors'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { resetPasswordContract } from '@/lib/contracts/workspace'
import { LinkEnded } from './link-ended'
import { NEW_PASSWORD_HINT, PasswordField } from './password-field'
import { signIn } from './session'
import { useHydrated } from './use-hydrated'

/** Sets a new password by a reset link, signs out everywhere else and in here. */
export function ResetForm({ token }: { token: string }) {
  const isHydrated = useHydrated()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<ApiProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const form = useFocusInvalid(error)

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const problem = checkInput(resetPasswordContract, { token, password })
    setError(problem)
    if (problem) return
    setBusy(true)
    try {
      const { email } = await callApi(resetPasswordContract, { token, password })
      const outcome = await signIn(email, password)
      window.location.assign(outcome.status === 'signed-in' ? '/statements' : '/sign-in')
    } catch (refusal) {
      setError(refusal instanceof ApiProblem ? refusal : null)
      setBusy(false)
    }
  }

  const hasEnded = error !== null && (error.status === 404 || error.status === 409 || errorAt(error, 'token'))
  if (hasEnded) {
    return (
      <LinkEnded title="This link has ended">
        A link for a new password works once, and for 30 minutes. Ask an administrator of your desk for another one. If
        you have set your password already, sign in with it.
      </LinkEnded>
    )
  }
  return (
    <>
      <h1>Set a new password</h1>
      <p className="after">You are then signed out everywhere else.</p>
      <form ref={form} method="post" onSubmit={event => void handleSubmit(event)} noValidate>
        {error && error.errors.length === 0 ? (
          <p className="notice" role="alert">
            {error.message}
          </p>
        ) : null}
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint={NEW_PASSWORD_HINT}
          error={errorAt(error, 'password')}
        />
        <button className="btn btn-main" type="submit" aria-busy={isBusy} disabled={!isHydrated || isBusy}>
          {isBusy ? 'Saving…' : 'Set password'}
        </button>
      </form>
    </>
  )
}
