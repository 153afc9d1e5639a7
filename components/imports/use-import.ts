'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem, callApi } from '@/components/api/call'
import { useSubmissionKey } from '@/components/api/use-submission-key'
import { type ImportItemDto, importClaimsContract } from '@/lib/contracts/imports'
import { type ImportChoice, importedOf, inParts } from './import-choices'
import type { ImportedClaim } from './import-done'

type Taken = { item: ImportItemDto; choice: ImportChoice }
type Reactions = { onDone: (claims: readonly ImportedClaim[]) => void; onRefused: () => void }

/**
 * Makes claims of what was taken, in as few calls as the API allows, each all or nothing. What an earlier call of a try that
 * failed has made is not made again.
 */
export function useImport(statementId: string, versionNumber: number, { onDone, onRefused }: Reactions) {
  const submission = useSubmissionKey()
  const made = useRef(new Map<number, ImportedClaim>())
  const [sent, setSent] = useState<readonly number[]>([])
  const [progress, setProgress] = useState('Importing…')

  const mutation = useMutation({
    mutationFn: async (taken: readonly Taken[]) => {
      const left = taken.filter(({ item }) => !made.current.has(item.index))
      for (const part of inParts(left)) {
        setProgress(`Importing… ${made.current.size} of ${taken.length}`)
        setSent(part.map(({ item }) => item.index))
        const input = { statementId, versionNumber, items: part.map(({ item, choice }) => importedOf(item, choice)) }
        const reply = await callApi(importClaimsContract, input, { idempotencyKey: submission.keyFor(input) })
        part.forEach(({ item }, index) => {
          const claim = reply.items[index]
          if (claim) made.current.set(item.index, claim)
        })
      }
      return [...made.current.values()]
    },
    onSuccess: claims => {
      submission.forget()
      onDone(claims)
    },
    onError: onRefused,
  })
  const { error } = mutation
  return {
    run: (taken: readonly Taken[]) => mutation.mutate(taken),
    isRunning: mutation.isPending,
    progress,
    problem: error === null || error instanceof ApiProblem ? error : UNEXPECTED,
    /** Places in the file of what was sent last, in order. */
    sent,
  }
}

const UNEXPECTED = new ApiProblem(
  0,
  'internal',
  'Something went wrong on this page. Reload it; what you chose is kept.',
)
