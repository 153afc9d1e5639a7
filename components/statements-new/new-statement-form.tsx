'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { errorAt } from '@/components/api/field-errors'
import { queryKeys } from '@/components/api/query-keys'
import { useSubmissionKey } from '@/components/api/submission-key'
import { useDraft } from '@/components/ui/use-draft'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { useDesk } from '@/components/workspace/desk-frame'
import { ProblemNotice } from '@/components/workspace/problem-notice'
import { createStatementContract } from '@/lib/contracts/statements'
import { DetailsFields } from './details-fields'
import { type CreateStatementInput, EMPTY_DETAILS, inputOf, problemOf, tagOf } from './statement-draft'
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
  })
  const refusal = problem ?? error
  const form = useFocusInvalid(refusal)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || isSuccess) return
    const input = inputOf(details.value, text.value)
    const found = problemOf(input)
    setProblem(found)
    if (!found) mutate(input)
  }
  const startOver = () => {
    details.discard(EMPTY_DETAILS)
    text.discard('')
    setProblem(null)
    reset()
  }
  const hasFieldErrors = refusal instanceof ApiProblem && refusal.errors.length > 0

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
          onChange={text.change}
          onFile={name => details.change(before => (before.title === '' ? { ...before, title: name } : before))}
          language={tagOf(details.value)}
          direction={details.value.direction}
          error={errorAt(refusal, 'text')}
        />
        <div className="form">
          <DetailsFields details={details.value} onChange={details.change} error={refusal} />
        </div>
      </div>
      {hasFieldErrors ? (
        <p className="field-error" role="alert">
          {refusal.errors.length === 1 ? 'One field needs a change.' : `${refusal.errors.length} fields need a change.`}
        </p>
      ) : (
        <ProblemNotice error={refusal} />
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
