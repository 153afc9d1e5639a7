'use client'

import { useQueryClient } from '@tanstack/react-query'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { Contract } from '@/lib/contracts/contract'
import { Comment, type CommentDto } from '@/lib/contracts/discussion'

type CommentContract = Contract<Contract['input'], typeof Comment>

type Reactions = { onDone?: (comment: CommentDto) => void }

/**
 * Runs one operation on a claim's discussion. The comment it replies with takes its place on screen at once, and so does
 * the present one that comes with a refusal of something stale.
 */
export function useDiscussionCommand<C extends CommentContract>(
  contract: C,
  { id, statementId }: Pick<ClaimDto, 'id' | 'statementId'>,
  { onDone }: Reactions = {},
) {
  const queries = useQueryClient()
  const put = (comment: CommentDto) => {
    queries.setQueryData<CommentDto[]>(queryKeys.comments(id), (before = []) =>
      before.some(one => one.id === comment.id)
        ? before.map(one => (one.id === comment.id ? comment : one))
        : [...before, comment],
    )
    // The claim counts its comments and threads; an answer may have taken its thread up again.
    void queries.invalidateQueries({ queryKey: queryKeys.claim(id) })
    void queries.invalidateQueries({ queryKey: queryKeys.history(statementId, id) })
  }
  return useCommand(contract, {
    onDone: comment => {
      put(comment)
      onDone?.(comment)
    },
    onRefused: problem => {
      const current = Comment.safeParse(problem.current)
      if (current.success) put(current.data)
      else if (problem.status === 409) void queries.invalidateQueries({ queryKey: queryKeys.claim(id) })
    },
  })
}
