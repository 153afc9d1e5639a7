'use client'

import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { ROLE_LABELS, ROLE_MEANINGS } from '@/components/workspace/role-labels'
import { acceptInviteContract, type InviteOfferDto } from '@/lib/contracts/workspace'
import { NEW_PASSWORD_HINT, PasswordField } from './password-field'
import { signIn } from './session'
import { useHydrated } from './use-hydrated'

type Props = { token: string; offer: InviteOfferDto }

/** Joins the desk: a name and a new password, or the password one already has; the very first person also names the desk. */
export function AcceptForm({ token, offer }: Props) {
  const isHydrated = useHydrated()
  const [workspaceName, setWorkspaceName] = useState('')
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const form = useFocusInvalid(error)
  const asksEmail = offer.email === null

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const problem = missing({ offer, workspaceName, email, name, password })
    setError(problem)
    if (problem) return
    setBusy(true)
    try {
      const joined = await callApi(acceptInviteContract, {
        token,
        password,
        ...(asksEmail ? { email } : {}),
        ...(offer.hasAccount ? {} : { name }),
        ...(offer.isSetUp ? { workspaceName } : {}),
      })
      const outcome = await signIn(joined.email, password)
      window.location.assign(outcome.status === 'signed-in' ? '/statements' : '/sign-in')
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }

  const message = error instanceof ApiProblem && error.errors.length === 0 ? error.message : null
  return (
    <>
      <h1>{offer.isSetUp ? 'Set up this desk' : `Join ${offer.workspaceName}`}</h1>
      <p className="after">
        {offer.isSetUp
          ? 'You are its first administrator. Name the desk and make your account; you invite the others next.'
          : `You are invited as ${ROLE_LABELS[offer.role].toLowerCase()}. ${ROLE_MEANINGS[offer.role]}`}
      </p>
      <form ref={form} method="post" onSubmit={event => void handleSubmit(event)} noValidate>
        {message ? (
          <p className="notice" role="alert">
            {message}
          </p>
        ) : null}
        {offer.isSetUp ? (
          <Field
            label="Name of the desk"
            error={errorAt(error, 'workspaceName')}
            hint="Readers see it on what you publish."
          >
            {control => (
              <input
                {...control}
                className="field"
                autoComplete="organization"
                value={workspaceName}
                onChange={event => setWorkspaceName(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label="Email" error={errorAt(error, 'email')} hint={asksEmail ? 'You sign in with it.' : undefined}>
          {control => (
            <input
              {...control}
              className="field"
              type="email"
              name="email"
              autoComplete="username"
              readOnly={!asksEmail}
              value={offer.email ?? email}
              onChange={event => setEmail(event.target.value)}
            />
          )}
        </Field>
        {offer.hasAccount ? null : (
          <Field label="Your name" error={errorAt(error, 'name')} hint="Your colleagues see it.">
            {control => (
              <input
                {...control}
                className="field"
                autoComplete="name"
                value={name}
                onChange={event => setName(event.target.value)}
              />
            )}
          </Field>
        )}
        <PasswordField
          label={offer.hasAccount ? 'Your password' : 'New password'}
          value={password}
          onChange={setPassword}
          autoComplete={offer.hasAccount ? 'current-password' : 'new-password'}
          hint={
            offer.hasAccount ? 'You have an account already. Its password shows that it is you.' : NEW_PASSWORD_HINT
          }
          error={errorAt(error, 'password')}
        />
        <button className="btn btn-main" type="submit" aria-busy={isBusy} disabled={!isHydrated || isBusy}>
          {isBusy ? 'Joining…' : offer.isSetUp ? 'Set up the desk' : 'Join the desk'}
        </button>
      </form>
    </>
  )
}

type Filled = { offer: InviteOfferDto; workspaceName: string; email: string; name: string; password: string }

/** What is still to be filled in. The contract leaves these open, since it serves all three kinds of joining. */
function missing({ offer, workspaceName, email, name, password }: Filled): ApiProblem | null {
  const errors: { path: string; message: string }[] = []
  if (offer.isSetUp && workspaceName.trim() === '') errors.push({ path: 'workspaceName', message: 'Name the desk.' })
  if (offer.email === null && !email.includes('@')) errors.push({ path: 'email', message: 'Give your e-mail address.' })
  if (!offer.hasAccount && name.trim() === '') errors.push({ path: 'name', message: 'Write your name.' })
  if (offer.hasAccount && password === '')
    errors.push({ path: 'password', message: 'Give the password of your account.' })
  if (!offer.hasAccount && password.length < 12) {
    errors.push({ path: 'password', message: 'Use at least 12 characters. Several words are easiest to remember.' })
  }
  return errors.length === 0 ? null : new ApiProblem(422, 'invalid-input', 'This is not complete.', errors)
}
