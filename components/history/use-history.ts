'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { readHistoryContract, type STATEMENT_GROUPS } from '@/lib/contracts/history'

export type HistoryPage = z.output<typeof readHistoryContract.output>
export type StatementGroup = (typeof STATEMENT_GROUPS)[number]
export type HistoryChoice = { group: StatementGroup | null; memberId: string | null }
export type HistoryPlace = { statementId: string; claimId: string | null }

export const EVERYTHING: HistoryChoice = { group: null, memberId: null }

/** The history of a statement or of one of its claims, a page at a time, newest first. `first` is the unfiltered first page. */
export function useHistory(place: HistoryPlace, choice: HistoryChoice, isEnabled: boolean, first?: HistoryPage) {
  const { statementId, claimId } = place
  const { group, memberId } = choice
  const isAll = group === null && memberId === null
  return useInfiniteQuery({
    queryKey: [...queryKeys.history(statementId, claimId), 'lines', group, memberId],
    queryFn: ({ pageParam, signal }) => {
      const filter = { ...(claimId && { claimId }), ...(group && { group }), ...(memberId && { memberId }) }
      return callApi(
        readHistoryContract,
        { statementId, ...filter, ...(pageParam === null ? {} : { before: pageParam }) },
        { signal },
      )
    },
    initialPageParam: null as number | null, // a number from the second page on
    getNextPageParam: page => (page.hasMore ? page.items.at(-1)?.seq : undefined),
    initialData: isAll && first ? { pages: [first], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })
}
