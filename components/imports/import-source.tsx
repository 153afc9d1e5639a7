'use client'

import Link from 'next/link'
import { type ChangeEvent, type FormEvent, type ReactNode, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'

type Props = {
  text: string
  isRestored: boolean
  onText: (text: string) => void
  onStartOver: () => void
  onLook: () => void
  isLooking: boolean
  error: string | undefined
  problem: ReactNode
  cancelHref: string
}

/** The annotations as JSON: pasted, or from a file. */
export function ImportSource(props: Props) {
  const { text, isRestored, onText, onStartOver, onLook, isLooking, error, problem, cancelHref } = props
  const chooser = useRef<HTMLInputElement>(null)
  const form = useFocusInvalid(error)
  const handleChosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const { files } = event.target
    const [file] = files ?? []
    if (file) onText(await file.text())
    if (chooser.current) chooser.current.value = '' // The same file can be chosen again after it was changed.
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isLooking) onLook()
  }
  return (
    <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
      {isRestored && text !== '' ? (
        <p className="notice notice-plain">
          Your draft is back.{' '}
          <button type="button" className="btn btn-plain" onClick={onStartOver}>
            Start over
          </button>
        </p>
      ) : null}
      <Field
        label="The annotations, as JSON"
        error={error}
        hint="W3C Web Annotations (JSON-LD), as most tools export them and Assay does, or the JSON of the Hypothesis API. Each becomes a claim only if its words stand in the text and you take it."
      >
        {control => (
          <textarea
            {...control}
            className="field import-text"
            dir="ltr"
            spellCheck={false}
            value={text}
            onChange={event => onText(event.target.value)}
          />
        )}
      </Field>
      {problem}
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={isLooking}>
          {isLooking ? 'Looking…' : 'Look at the annotations'}
        </button>
        <button type="button" className="btn" onClick={() => chooser.current?.click()}>
          Choose a file
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,.jsonld,application/json,application/ld+json"
          aria-label="Annotation file"
          tabIndex={-1}
          hidden
          onChange={event => void handleChosen(event)}
        />
        <Link className="btn btn-plain" href={cancelHref}>
          Cancel
        </Link>
        <span className="small push">Nothing is stored yet.</span>
      </div>
    </form>
  )
}
