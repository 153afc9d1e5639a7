'use client'

import { type ReactNode, type Ref, useState } from 'react'
import { Field } from '@/components/ui/field'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: string | undefined
  ref?: Ref<HTMLInputElement>
}

/** What to expect of a new password, beside every field that sets one. */
export const NEW_PASSWORD_HINT = 'At least 12 characters. Several words are easiest to remember.'

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, value, onChange, autoComplete, hint, error, ref }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {control => (
        <div className="password">
          <input
            {...control}
            ref={ref}
            className="field"
            type={isShown ? 'text' : 'password'}
            name={autoComplete}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={event => onChange(event.target.value)}
          />
          <button
            type="button"
            className="btn btn-plain"
            aria-pressed={isShown}
            aria-label={`Show ${label.toLowerCase()}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  )
}
