'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { listReportsContract } from '@/lib/contracts/reports'

export type ReportPage = z.output<typeof listReportsContract.output>

const EVERY_MS = 60_000

/** What readers report, open ones first; further pages on demand. Looked at again while the page stands. */
export function useReports(initial: ReportPage) {
  return useInfiniteQuery({
    queryKey: queryKeys.reports,
    queryFn: ({ pageParam, signal }) =>
      callApi(listReportsContract, pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    initialData: { pages: [initial], pageParams: [null] },
    refetchInterval: EVERY_MS,
  })
}

/** Reads the reports again after one has changed; an answer moves it in the list. */
export function useReadAgain(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: queryKeys.reports })
}
