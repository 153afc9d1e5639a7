'use client'

import { useId } from 'react'

type Props<T extends string> = {
  legend: string
  /** Said to assistive technology, not shown. */
  isLegendHidden?: boolean
  note?: string
  options: readonly T[]
  labels: Readonly<Record<T, string>>
  value: T | null
  onChange: (value: T) => void
  error?: string | undefined
}

/** One of a few words, side by side. */
export function Pick<T extends string>(props: Props<T>) {
  const { legend, isLegendHidden = false, note, options, labels, value, onChange, error } = props
  const id = useId()
  return (
    <fieldset
      className={isLegendHidden ? 'pick-group' : 'pick-group pick-line'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={isLegendHidden ? 'vh' : 'label'}>
        {legend}
        {note ? <span className="small"> {note}</span> : null}
      </legend>
      <div className="pick" data-invalid={error ? true : undefined}>
        {options.map(option => (
          <label key={option}>
            <input
              type="radio"
              name={id}
              checked={option === value}
              onChange={() => onChange(option)}
              aria-invalid={error ? true : undefined}
            />
            <span>{labels[option]}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
