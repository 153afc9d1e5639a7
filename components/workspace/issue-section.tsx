'use client'

import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId } from 'react'
import { ApiProblem } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'

type Props<Row, Made> = {
  title: string
  /** Under the heading. */
  intro?: ReactNode
  /** Where the list is cached, how it is read again, and what the page came with. */
  queryKey: QueryKey
  read: (signal: AbortSignal) => Promise<readonly Row[]>
  first: readonly Row[]
  make: () => Promise<Made>
  onMade: () => void
  /** What is asked; given the error at a field by its path. */
  fields: (errorAt: (path: string) => string | undefined) => ReactNode
  act: string
  acting: string
  /** What was just made, shown this once. */
  made: (made: Made) => ReactNode
  /** One line of the list, with its key. */
  row: (row: Row) => ReactNode
  none: string
}

/** Where a secret is made that is shown only once, such as a token or an invitation: its form, then all there are. */
export function IssueSection<Row, Made>(props: Props<Row, Made>) {
  const { title, intro, queryKey, read, first, make, onMade, fields, act, acting, made, row, none } = props
  const id = useId()
  const queries = useQueryClient()
  const { data: rows } = useQuery({ queryKey, queryFn: ({ signal }) => read(signal), initialData: first })
  const making = useMutation({
    mutationFn: make,
    onSuccess: async () => {
      onMade()
      await queries.invalidateQueries({ queryKey })
    },
  })
  const { data, error, isPending } = making
  const form = useFocusInvalid(error)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) making.mutate()
  }
  const hasFieldError = error instanceof ApiProblem && error.errors.length > 0
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro}
      <form ref={form} className="form" method="post" onSubmit={handleSubmit} noValidate>
        {fields(path => errorAt(error, path))}
        {hasFieldError ? null : <ProblemNotice error={error} />}
        <div className="row">
          <button type="submit" className="btn" disabled={isPending}>
            {isPending ? acting : act}
          </button>
        </div>
      </form>
      {data === undefined ? null : made(data)}
      {rows.length > 0 ? <ul className="rows">{rows.map(row)}</ul> : <p className="quiet">{none}</p>}
    </section>
  )
}
