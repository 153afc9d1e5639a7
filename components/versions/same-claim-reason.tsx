'use client'

import { Field } from '@/components/ui/field'

type Props = { value: string; onChange: (value: string) => void; isTried: boolean }

/** Required where words that seem to say something else are said to be the same claim. */
export function SameClaimReason({ value, onChange, isTried }: Props) {
  return (
    <Field
      label="Why it is the same claim"
      error={isTried && !value.trim() ? 'Say why it is the same claim.' : undefined}
    >
      {control => (
        <textarea
          {...control}
          className="field"
          rows={2}
          maxLength={1_000}
          dir="auto"
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
