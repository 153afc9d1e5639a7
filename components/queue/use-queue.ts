'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { type QueueItemDto, readQueueContract } from '@/lib/contracts/assignments'

export type Queue = { items: QueueItemDto[]; total: number }

const EVERY_MS = 30_000

/**
 * What waits for the caller. Looked at again while the page stands; what arrives meanwhile is counted in `fresh` and
 * takes its place when `show` is called, so that nothing moves under the pointer.
 */
export function useQueue(of: 'verdicts' | 'decisions', initial: Queue | null) {
  const { data, error } = useQuery({
    queryKey: queryKeys.queue(of),
    queryFn: ({ signal }) => callApi(readQueueContract, { of }, { signal }),
    initialData: initial ?? undefined,
    enabled: initial !== null,
    refetchInterval: EVERY_MS,
  })
  const items = data?.items ?? []
  const [known, setKnown] = useState(() => new Set(items.map(idOf)))
  const shown = items.filter(item => known.has(idOf(item)))
  return {
    shown,
    total: data?.total ?? 0,
    fresh: items.length - shown.length,
    show: () => setKnown(new Set(items.map(idOf))),
    error,
  }
}

function idOf({ claim }: QueueItemDto): string {
  return claim.id
}
