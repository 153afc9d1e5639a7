'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { useAnnounce } from '@/components/ui/announcer'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type CommentDto, listCommentsContract } from '@/lib/contracts/discussion'
import { countOpen, shownOf } from './threads'

const NONE: readonly CommentDto[] = []

/**
 * A claim's discussion as one reads it. What others add meanwhile is counted in `fresh` and takes its place when `show`
 * is called; where nothing has been written yet there is nothing to move, so the first comments come by themselves.
 */
export function useComments({ id: claimId, commentCount, openThreads }: ClaimDto, myId: string) {
  const announce = useAnnounce()
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.comments(claimId),
    queryFn: async ({ signal }) => (await callApi(listCommentsContract, { claimId }, { signal })).items,
    ...(commentCount === 0 ? { placeholderData: [] } : {}),
  })
  const comments: readonly CommentDto[] = data ?? NONE
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set())
  if (known.size === 0 && comments.length > 0) setKnown(idsOf(comments))
  const { shown, fresh } = shownOf(comments, known, myId)
  useEffect(() => {
    if (fresh > 0) announce(newInWords(fresh))
  }, [fresh, announce])
  return {
    isRead: data !== undefined,
    shown,
    fresh,
    openThreads: data === undefined ? openThreads : countOpen(comments),
    show: () => setKnown(idsOf(comments)),
    /** Whether it is there but waits to be shown. */
    isWaiting: (commentId: string) =>
      comments.some(({ id }) => id === commentId) && !shown.some(({ id }) => id === commentId),
    error,
    refetch,
  }
}

/** “2 new comments”. */
export function newInWords(fresh: number): string {
  return fresh === 1 ? '1 new comment' : `${fresh} new comments`
}

function idsOf(comments: readonly CommentDto[]): ReadonlySet<string> {
  return new Set(comments.map(({ id }) => id))
}
