'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { callApi } from '@/components/api/call'
import { readClaim } from '@/components/api/operations'
import { queryKeys } from '@/components/api/query-keys'
import { useGuideTick } from '@/components/queue/use-guide'
import { warmUpLater } from '@/components/ui/on-demand'
import { useDesk } from '@/components/workspace/desk-frame'
import type { ClaimDto, ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { ClaimHead } from './claim-head'
import './claim-panel.css'

const loadClaimView = () => import('./claim-view').then(part => part.ClaimView)
// By Next's own means, which also send its styles along where the server renders a selected claim.
const ClaimView = dynamic(() => import('./claim-view').then(part => part.ClaimView), { loading: Waiting })
warmUpLater(loadClaimView)

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
    // Its script comes along with it, so that neither waits for the other.
    queryFn: async ({ signal }) => {
      const [read] = await Promise.all([callApi(readClaim, { claimId }, { signal }), loadClaimView()])
      return read
    },
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
      {error ? (
        <div className="part claim-wait">
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
        </div>
      ) : (
        <Waiting />
      )}
    </article>
  )
}

function Waiting() {
  return (
    <div className="part claim-wait">
      <p className="vh">Reading the claim</p>
      <p className="skeleton" />
      <p className="skeleton" />
      <p className="skeleton" />
    </div>
  )
}
