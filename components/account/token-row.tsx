'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { RelativeTime } from '@/components/ui/relative-time'
import { type ApiTokenDto, revokeTokenContract } from '@/lib/contracts/workspace'

/** One token: what it is for, when it was last used, and its end. */
export function TokenRow({ token }: { token: ApiTokenDto }) {
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => callApi(revokeTokenContract, { tokenId: token.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.tokens }),
  })
  return (
    <li>
      <div className="who">
        {token.name} <span className="small">{token.hint}…</span>
        <p className="small">
          made <RelativeTime at={token.createdAt} />
          {' · '}
          {token.lastUsedAt ? (
            <>
              last used <RelativeTime at={token.lastUsedAt} />
            </>
          ) : (
            'never used'
          )}
          {' · '}
          <Ending token={token} />
        </p>
      </div>
      {token.state === 'ACTIVE' ? (
        <div className="acts">
          <button
            type="button"
            className="btn btn-plain"
            disabled={revoke.isPending}
            aria-label={`Revoke the token ${token.name}`}
            onClick={() => revoke.mutate()}
          >
            Revoke
          </button>
        </div>
      ) : null}
      <ProblemNotice error={revoke.error} />
    </li>
  )
}

function Ending({ token: { state, expiresAt } }: { token: ApiTokenDto }) {
  if (state === 'REVOKED') return 'revoked'
  if (!expiresAt) return 'ends when revoked'
  return (
    <>
      {state === 'EXPIRED' ? 'ended ' : 'ends '}
      <RelativeTime at={expiresAt} />
    </>
  )
}
