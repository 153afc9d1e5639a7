'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Field } from '@/components/ui/field'
import { DemoAccounts } from './demo-accounts'
import { PasswordField } from './password-field'
import { signIn } from './session'
import { useHydrated } from './use-hydrated'

type Demo = { password: string; accounts: readonly { name: string; email: string }[] }

type Props = {
  /** A path of this desk. */
  returnTo: string
  demo: Demo | null
}

/** Email and password, and on the demo one button a person. */
export function SignInForm({ returnTo, demo }: Props) {
  const isHydrated = useHydrated()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [isHelpShown, setHelpShown] = useState(false)
  const emailInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)

  const enter = async (asEmail: string, withPassword: string, busy: string) => {
    setBusyWith(busy)
    setRefusal(null)
    const outcome = await signIn(asEmail, withPassword)
    // A whole new page, so that nothing read by someone else before stays in memory.
    if (outcome.status === 'signed-in') return window.location.assign(returnTo)
    setBusyWith(null)
    setRefusal(outcome.message)
    if (busy === 'form' && outcome.status === 'wrong') passwordInput.current?.select()
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (busyWith) return
    if (email.trim() === '') return emailInput.current?.focus()
    if (password === '') return passwordInput.current?.focus()
    void enter(email, password, 'form')
  }

  return (
    <>
      <h1>Sign in</h1>
      <form method="post" onSubmit={handleSubmit} noValidate>
        {refusal ? (
          <p className="notice" role="alert">
            {refusal}
          </p>
        ) : null}
        <Field label="Email">
          {control => (
            <input
              {...control}
              ref={emailInput}
              className="field"
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={event => setEmail(event.target.value)}
            />
          )}
        </Field>
        <PasswordField
          ref={passwordInput}
          label="Password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <button
          className="btn btn-main"
          type="submit"
          aria-busy={busyWith === 'form'}
          disabled={!isHydrated || busyWith !== null}
        >
          {busyWith === 'form' ? 'Signing in…' : 'Sign in'}
        </button>
        <div className="forgotten">
          <button
            type="button"
            className="link"
            aria-expanded={isHelpShown}
            aria-controls="forgotten"
            onClick={() => setHelpShown(!isHelpShown)}
          >
            Forgot your password?
          </button>
          <p id="forgotten" className="quiet" hidden={!isHelpShown}>
            Ask an administrator of your desk. Under Desk settings, Members, they make a link with which you set a new
            one.
          </p>
        </div>
      </form>
      {demo ? (
        <DemoAccounts
          accounts={demo.accounts}
          busyWith={busyWith}
          isReady={isHydrated}
          onChoose={account => void enter(account, demo.password, account)}
        />
      ) : null}
    </>
  )
}
