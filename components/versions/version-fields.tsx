'use client'

import { errorAt } from '@/components/api/field-errors'
import { Field } from '@/components/ui/field'
import { completeAddress } from '@/lib/domain/web-address'
import type { VersionDetails } from './version-draft'

type Props = {
  details: VersionDetails
  onChange: (details: VersionDetails) => void
  error: unknown
}

/** Why there is a new text, and from where and when it was retrieved. */
export function VersionFields({ details, onChange, error }: Props) {
  return (
    <>
      <Field
        label="Why is there a new text?"
        isOptional
        hint="Such as “The ministry corrected paragraph 3 on 4 May.” Readers see it above the text."
        error={errorAt(error, 'note')}
      >
        {control => (
          <textarea
            {...control}
            className="field"
            rows={3}
            maxLength={1_000}
            dir="auto"
            value={details.note}
            onChange={event => onChange({ ...details, note: event.target.value })}
          />
        )}
      </Field>
      <Field label="Retrieved from" isOptional error={errorAt(error, 'retrievedFrom')}>
        {control => (
          <input
            {...control}
            className="field"
            inputMode="url"
            placeholder="https://"
            autoComplete="off"
            value={details.retrievedFrom}
            onChange={event => onChange({ ...details, retrievedFrom: event.target.value })}
            onBlur={() => {
              const retrievedFrom = completeAddress(details.retrievedFrom)
              if (retrievedFrom !== details.retrievedFrom) onChange({ ...details, retrievedFrom })
            }}
          />
        )}
      </Field>
      <Field label="Retrieved on" isOptional hint="Empty: today." error={errorAt(error, 'retrievedAt')}>
        {control => (
          <input
            {...control}
            className="field"
            type="date"
            value={details.retrievedOn}
            onChange={event => onChange({ ...details, retrievedOn: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
