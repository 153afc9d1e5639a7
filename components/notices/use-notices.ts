'use client'

import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { listNotices } from '@/components/api/operations'
import { queryKeys } from '@/components/api/query-keys'
import type { listNoticesContract } from '@/lib/contracts/notices'

export type NoticePage = z.infer<typeof listNoticesContract.output>

const EVERY_MS = 30_000

/**
 * The newest notices and how many are unread. Looked at again while the page stands, and at once when a statement's
 * stream says that something happened. Undefined until they have been read.
 */
export function useNotices(initial?: NoticePage) {
  return useQuery({
    queryKey: queryKeys.notices,
    queryFn: ({ signal }) => callApi(listNotices, {}, { signal }),
    initialData: initial,
    refetchInterval: EVERY_MS,
  })
}
