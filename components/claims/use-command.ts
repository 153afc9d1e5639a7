'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { ApiProblem, callApi } from '@/components/api/call'
import type { Contract } from '@/lib/contracts/contract'

type Reactions<C extends Contract> = {
  onDone: (reply: z.output<C['output']>) => void
  onRefused?: (problem: ApiProblem) => void
}

/**
 * Runs one operation of the API for a form or a button. The same input sent again carries the same Idempotency-Key, so a
 * reply that got lost is not acted on twice; after a lost connection it is sent again when the browser is back online.
 */
export function useCommand<C extends Contract>(contract: C, { onDone, onRefused }: Reactions<C>) {
  const attempt = useRef<{ body: string; key: string } | null>(null)
  const mutation = useMutation<z.output<C['output']>, Error, z.input<C['input']>>({
    mutationFn: input => {
      const body = JSON.stringify(input)
      if (attempt.current?.body !== body) attempt.current = { body, key: newKey() }
      return callApi(contract, input, { idempotencyKey: attempt.current.key })
    },
    onSuccess: reply => {
      attempt.current = null
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
    /** Takes the refusal away, as when the person goes on writing. */
    clear: reset,
  }
}

function problemFrom(error: Error | null): ApiProblem | null {
  if (error === null || error instanceof ApiProblem) return error
  return new ApiProblem(0, 'internal', 'Something went wrong on this page. Reload it; what you wrote is kept.')
}

/** 128 random bits. Not crypto.randomUUID, which browsers withhold from desks served without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
