'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { useGuideTick } from '@/components/queue/use-guide'
import { useDesk } from '@/components/workspace/desk-frame'
import { type ClaimDto, type ClaimSummaryDto, readClaimContract } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { ClaimHead } from './claim-head'
import { ClaimView } from './claim-view'
import './claim-panel.css'

type Props = {
  claimId: string
  statement: StatementDto
  /** As the server rendered it, where it did. */
  initialClaim: ClaimDto | null
  /** The claims before and after it in text order. */
  place: { previous: string | null; next: string | null }
  onSelect: (claimId: string) => void
  onClose: () => void
}

/** The selected claim. What the list already knows of it stands at once; the rest follows without moving it. */
export function ClaimPanel({ claimId, statement, initialClaim, place, onSelect, onClose }: Props) {
  const { me } = useDesk()
  const queries = useQueryClient()
  const {
    data: claim,
    error,
    refetch,
  } = useQuery({
    queryKey: queryKeys.claim(claimId),
    queryFn: ({ signal }) => callApi(readClaimContract, { claimId }, { signal }),
    ...(initialClaim ? { initialData: initialClaim } : {}),
  })
  const tick = useGuideTick()
  const stage = claim?.stage
  useEffect(() => {
    if (stage) tick('opened')
    if (stage === 'DECIDED') tick('saw-decided')
  }, [stage, tick])
  if (claim) {
    return (
      <ClaimView
        claim={claim}
        statement={statement}
        me={me}
        place={place}
        onSelect={onSelect}
        onClose={onClose}
        takesFocus={initialClaim === null}
      />
    )
  }
  const summary = queries
    .getQueryData<readonly ClaimSummaryDto[]>(queryKeys.claims(statement.id))
    ?.find(({ id }) => id === claimId)
  return (
    <article className="claim" aria-busy={error === null}>
      {summary ? (
        <ClaimHead claim={summary} statement={statement} place={place} onSelect={onSelect} onClose={onClose} />
      ) : null}
      <div className="part claim-wait">
        {error ? (
          <>
            <p className="notice" role="alert">
              {error.message}
            </p>
            <div className="row">
              <button type="button" className="btn" onClick={() => void refetch()}>
                Try again
              </button>
              <button type="button" className="btn btn-plain" onClick={onClose}>
                Close
              </button>
            </div>
          </>
        ) : (
          <>
            <p className="vh">Reading the claim</p>
            <p className="skeleton" />
            <p className="skeleton" />
            <p className="skeleton" />
          </>
        )}
      </div>
    </article>
  )
}
