'use client'

import type { ReactNode } from 'react'
import { errorAt } from '@/components/api/field-errors'
import { Field } from '@/components/ui/field'
import { completeAddress } from '@/lib/domain/web-address'
import { LanguageFields } from './language-fields'
import type { StatementDetails } from './statement-draft'

type Props = {
  details: StatementDetails
  onChange: (details: StatementDetails) => void
  error: unknown
  /** In place of the hint at who says it. */
  claimantHint?: ReactNode
}

/** Who said it, where and when: what readers see above the statement. */
export function DetailsFields({ details, onChange, error, claimantHint }: Props) {
  const completeAppearance = () => {
    const appearance = completeAddress(details.appearance)
    if (appearance !== details.appearance) onChange({ ...details, appearance })
  }
  const line = (
    name: 'title' | 'claimant' | 'claimantRole' | 'appearance' | 'saidOn',
    label: string,
    extra: { hint?: ReactNode; isOptional?: boolean; type?: string; inputMode?: 'url'; placeholder?: string } = {},
  ) => (
    <Field label={label} hint={extra.hint} isOptional={extra.isOptional ?? false} error={errorAt(error, name)}>
      {control => (
        <input
          {...control}
          className="field"
          type={extra.type ?? 'text'}
          inputMode={extra.inputMode}
          placeholder={extra.placeholder}
          autoComplete="off"
          dir="auto"
          value={details[name]}
          onChange={event => onChange({ ...details, [name]: event.target.value })}
          onBlur={name === 'appearance' ? completeAppearance : undefined}
        />
      )}
    </Field>
  )
  return (
    <>
      {line('title', 'Title', { hint: 'As published, or what one would call it.' })}
      {line('claimant', 'Who says it', { hint: claimantHint ?? 'The person or body the statement speaks for.' })}
      {line('claimantRole', 'Their role', { isOptional: true, hint: 'In what capacity they speak.' })}
      {line('appearance', 'Where it appeared', { isOptional: true, inputMode: 'url', placeholder: 'https://' })}
      {line('saidOn', 'When it was said', {
        isOptional: true,
        hint: 'As precisely as known: 2022-01-05, 2022-01 or 2022.',
      })}
      <LanguageFields details={details} onChange={onChange} error={error} />
      <Field
        label="Context"
        isOptional
        hint="What readers need to know before the first word."
        error={errorAt(error, 'context')}
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={3}
            dir="auto"
            value={details.context}
            onChange={event => onChange({ ...details, context: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
