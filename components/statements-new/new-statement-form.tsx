'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useSubmissionKey } from '@/components/api/use-submission-key'
import { useDraft } from '@/components/ui/use-draft'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { useDesk } from '@/components/workspace/desk-frame'
import { createStatementContract } from '@/lib/contracts/statements'
import { DetailsFields } from './details-fields'
import {
  type CreateStatementInput,
  changedFields,
  EMPTY_DETAILS,
  inputOf,
  problemOf,
  problemWithout,
  type StatementDetails,
  tagOf,
} from './statement-draft'
import { TextField } from './text-field'
import './new-statement.css'

/** Brings a text onto the desk. What is typed is kept in this browser until it is. */
export function NewStatementForm() {
  const { me } = useDesk()
  const router = useRouter()
  const queries = useQueryClient()
  const submission = useSubmissionKey()
  // Two drafts, so that a long text is not written again with every letter of the title.
  const details = useDraft(`new-statement:${me.id}`, EMPTY_DETAILS)
  const text = useDraft(`new-statement-text:${me.id}`, '')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [tries, setTries] = useState(0)

  const { mutate, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: (input: CreateStatementInput) =>
      callApi(createStatementContract, input, { idempotencyKey: submission.keyFor(input) }),
    onSuccess: async created => {
      details.discard()
      text.discard()
      submission.forget()
      await queries.invalidateQueries({ queryKey: queryKeys.statements })
      router.push(`/statements/${created.id}`)
    },
    onError: refused => {
      if (!(refused instanceof ApiProblem) || refused.errors.length === 0) return
      setProblem(refused)
      setTries(count => count + 1)
    },
  })
  const form = useFocusInvalid(tries)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || isSuccess) return
    const input = inputOf(details.value, text.value)
    const found = problemOf(input)
    setProblem(found)
    setTries(tries + 1)
    if (!found) mutate(input)
  }
  const startOver = () => {
    details.discard(EMPTY_DETAILS)
    text.discard('')
    setProblem(null)
    reset()
  }
  const changeText = (next: string) => {
    text.change(next)
    setProblem(before => problemWithout(before, ['text']))
  }
  const changeDetails = (next: StatementDetails) => {
    const changed = changedFields(details.value, next)
    details.change(next)
    setProblem(before => problemWithout(before, changed))
  }

  return (
    <form ref={form} className="new-statement" method="post" onSubmit={handleSubmit} noValidate>
      {details.isRestored || text.isRestored ? (
        <p className="notice notice-plain">
          Your draft is back.{' '}
          <button type="button" className="btn btn-plain" onClick={startOver}>
            Start over
          </button>
        </p>
      ) : null}
      <div className="new-statement-columns">
        <TextField
          text={text.value}
          onChange={changeText}
          onFile={name => details.change(before => (before.title === '' ? { ...before, title: name } : before))}
          language={tagOf(details.value)}
          direction={details.value.direction}
          error={errorAt(problem, 'text')}
        />
        <div className="form">
          <DetailsFields details={details.value} onChange={changeDetails} error={problem} />
        </div>
      </div>
      {problem ? (
        <p className="field-error" role="alert">
          {problem.errors.length === 1 ? 'One field needs a change.' : `${problem.errors.length} fields need a change.`}
        </p>
      ) : error instanceof ApiProblem && error.errors.length > 0 ? null : (
        <ProblemNotice error={error} />
      )}
      <div className="row">
        <button type="submit" className="btn btn-main" disabled={isPending || isSuccess}>
          {isPending || isSuccess ? 'Adding…' : 'Add statement'}
        </button>
        <Link className="btn btn-plain" href="/statements">
          Cancel
        </Link>
        <span className="small push">Your draft is kept in this browser.</span>
      </div>
    </form>
  )
}
