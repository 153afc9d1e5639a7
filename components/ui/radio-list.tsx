'use client'

import { useId } from 'react'

type Props<T extends string> = {
  legend: string
  options: readonly T[]
  labels: Readonly<Record<T, string>>
  /** What each means, beside its name. */
  meanings?: Readonly<Record<T, string>>
  value: T | null
  onChange: (value: T) => void
  error: string | undefined
}

/** One of a few, one under the other. */
export function RadioList<T extends string>(props: Props<T>) {
  const { legend, options, labels, meanings, value, onChange, error } = props
  const id = useId()
  return (
    <fieldset className="radio-list" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">{legend}</legend>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {options.map(option => (
        <label key={option}>
          <input
            type="radio"
            name={id}
            checked={option === value}
            aria-invalid={error ? true : undefined}
            onChange={() => onChange(option)}
          />
          {meanings ? (
            <span>
              <b>{labels[option]}</b> <span className="small">{meanings[option]}</span>
            </span>
          ) : (
            labels[option]
          )}
        </label>
      ))}
    </fieldset>
  )
}
