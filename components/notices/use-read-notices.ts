'use client'

import { useQueryClient } from '@tanstack/react-query'
import { readNotices } from '@/components/api/operations'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import type { NoticePage } from './use-notices'

/** Marks one's notices as read: on screen at once, and for good once the desk has it. */
export function useReadNotices() {
  const queries = useQueryClient()
  const read = useCommand(readNotices, {
    onDone: ({ unread }) => {
      queries.setQueryData<NoticePage>(queryKeys.notices, before => before && { ...before, unread })
      void queries.invalidateQueries({ queryKey: queryKeys.notices })
    },
  })
  const mark = (isMeant: (id: string) => boolean, left: (unread: number) => number) =>
    queries.setQueryData<NoticePage>(
      queryKeys.notices,
      before =>
        before && {
          ...before,
          unread: left(before.unread),
          items: before.items.map(item => (isMeant(item.id) ? { ...item, isRead: true } : item)),
        },
    )
  return {
    problem: read.problem,
    readOne: (id: string) => {
      mark(
        one => one === id,
        unread => Math.max(0, unread - 1),
      )
      read.run({ ids: [id] })
    },
    /** Everything up to and with this one. */
    readAll: (newestId: string) => {
      mark(
        () => true,
        () => 0,
      )
      read.run({ upTo: newestId })
    },
  }
}
