import { type ReactNode, useId } from 'react'

type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type Props = {
  label: string
  /** Said to assistive technology, not shown. */
  isLabelHidden?: boolean
  hint?: ReactNode
  error?: string | undefined
  isOptional?: boolean
  children: (control: FieldControl) => ReactNode
}

/** One labelled control with its hint and its error, tied together for assistive technology. */
export function Field({ label, isLabelHidden = false, hint, error, isOptional = false, children }: Props) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field-group">
      <label className={isLabelHidden ? 'vh' : 'label'} htmlFor={id}>
        {label}
        {isOptional ? <span className="label-note"> optional</span> : null}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
