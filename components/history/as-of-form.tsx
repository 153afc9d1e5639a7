'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { endOfDay, localDay } from './history-days'

type Props = { at: string | null; onShow: (moment: string) => void }

/** Chooses a day: the statement is then shown as it stood at its end. */
export function AsOfForm({ at, onShow }: Props) {
  const [day, setDay] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  useEffect(() => {
    // The day is the reader's, whose zone the server does not know.
    if (at !== null && !Number.isNaN(Date.parse(at))) setDay(localDay(at))
  }, [at])

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const moment = endOfDay(day, Date.now())
    if (moment === null) return setProblem('Give a day, such as 2026-03-01.')
    if (day > localDay(Date.now())) return setProblem('That day is still to come. Choose today or an earlier one.')
    setProblem(null)
    onShow(moment)
  }

  return (
    <form className="as-of-form" onSubmit={handleSubmit} noValidate>
      <label htmlFor={id}>As it stood on</label>
      <input
        id={id}
        className="field"
        type="date"
        value={day}
        onChange={event => setDay(event.target.value)}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <button type="submit" className="btn">
        Show
      </button>
      {problem ? (
        <p className="field-error" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  )
}
