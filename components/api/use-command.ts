'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Contract } from '@/lib/contracts/contract'
import { ApiProblem, callApi } from './call'
import type { Operation } from './operations'
import { useSubmissionKey } from './use-submission-key'

type Reactions<C extends Contract> = {
  onDone: (reply: z.output<C['output']>) => void
  onRefused?: (problem: ApiProblem) => void
}

type Command<C extends Contract> = {
  run: (input: z.input<C['input']>) => void
  isRunning: boolean
  problem: ApiProblem | null
  /** Takes the refusal away, as when the person goes on writing. */
  clear: () => void
}

/**
 * Runs one operation of the API for a form or a button. The same input sent again carries the same Idempotency-Key, so a
 * reply that got lost is not acted on twice; after a lost connection it is sent again when the browser is back online.
 */
export function useCommand<C extends Contract>(contract: C, reactions: Reactions<C>): Command<C>
export function useCommand<C extends Contract>(operation: Operation<C>, reactions: Reactions<C>): Command<C>
export function useCommand<C extends Contract>(
  contract: Operation<C>,
  { onDone, onRefused }: Reactions<C>,
): Command<C> {
  const submission = useSubmissionKey()
  const mutation = useMutation<z.output<C['output']>, Error, z.input<C['input']>>({
    mutationFn: input => callApi(contract, input, { idempotencyKey: submission.keyFor(input) }),
    onSuccess: reply => {
      submission.forget()
      onDone(reply)
    },
    onError: error => {
      if (error instanceof ApiProblem) onRefused?.(error)
    },
  })

  const { error, isPending, mutate, reset, variables } = mutation
  const isOffline = error instanceof ApiProblem && error.status === 0
  useEffect(() => {
    if (!isOffline || variables === undefined) return
    const again = () => mutate(variables)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isOffline, variables, mutate])

  return {
    run: (input: z.input<C['input']>) => {
      if (!isPending) mutate(input)
    },
    isRunning: isPending,
    problem: problemFrom(error),
    clear: reset,
  }
}

function problemFrom(error: Error | null): ApiProblem | null {
  if (error === null || error instanceof ApiProblem) return error
  return new ApiProblem(0, 'internal', 'Something went wrong on this page. Reload it; what you wrote is kept.')
}
