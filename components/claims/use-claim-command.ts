'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ApiProblem } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { Claim, type ClaimDto } from '@/lib/contracts/claims'
import type { Contract } from '@/lib/contracts/contract'

type ClaimContract = Contract<Contract['input'], typeof Claim>

type Reactions = { onDone?: (claim: ClaimDto) => void; onRefused?: (problem: ApiProblem) => void }

/**
 * Runs one operation on a claim. The claim it replies with takes its place on screen at once, and so does the present
 * state that comes with a refusal of something stale.
 */
export function useClaimCommand<C extends ClaimContract>(contract: C, { onDone, onRefused }: Reactions = {}) {
  const queries = useQueryClient()
  const put = (claim: ClaimDto) => {
    queries.setQueryData(queryKeys.claim(claim.id), claim)
    // Marks the statement, its list of claims and its history: all are read under its key.
    void queries.invalidateQueries({ queryKey: queryKeys.statement(claim.statementId) })
    // A verdict given is a notice answered.
    void queries.invalidateQueries({ queryKey: queryKeys.notices })
    void queries.invalidateQueries({ queryKey: queryKeys.queue('verdicts') })
    void queries.invalidateQueries({ queryKey: queryKeys.queue('decisions') })
  }
  return useCommand(contract, {
    onDone: claim => {
      put(claim)
      onDone?.(claim)
    },
    onRefused: problem => {
      const current = Claim.safeParse(problem.current)
      if (current.success) put(current.data)
      else if (problem.status === 409) void queries.invalidateQueries({ queryKey: ['claim'] })
      onRefused?.(problem)
    },
  })
}
