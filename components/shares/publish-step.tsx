'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { useGuideTick } from '@/components/queue/use-guide'
import { useAnnounce } from '@/components/ui/announcer'
import { StatusShape } from '@/components/ui/status-shape'
import { type ClaimSummaryDto, listClaimsContract } from '@/lib/contracts/claims'
import { type PublicationDto, publishContract } from '@/lib/contracts/publications'
import { counted } from '@/lib/domain/sentence-words'
import { STATUS_LABELS } from '@/lib/domain/status'

type Props = { statementId: string; newest: PublicationDto | undefined; decidedClaims: number; changedSince: boolean }

/** What readers would get of the statement as it stands, and the button that makes it so. */
export function PublishStep({ statementId, newest, decidedClaims, changedSince }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const tick = useGuideTick()
  const { data: claims = [] } = useQuery({
    queryKey: queryKeys.claims(statementId),
    queryFn: async ({ signal }) => (await callApi(listClaimsContract, { statementId }, { signal })).items,
  })
  const publish = useCommand(publishContract, {
    onDone: publication => {
      tick('published')
      announce(`Publication ${publication.number} is made. A link lets readers see it.`)
      void queries.invalidateQueries({ queryKey: queryKeys.statement(statementId) })
      void queries.invalidateQueries({ queryKey: queryKeys.statements })
    },
  })
  const decided = claims.filter(({ stage }) => stage === 'DECIDED')
  const open = claims.filter(({ stage }) => stage === 'OPEN').length
  if (decidedClaims === 0) {
    return (
      <p className="quiet">
        Nothing is decided yet. Once an editor has approved, resolved or dismissed a claim, it can be published.
      </p>
    )
  }
  return (
    <>
      <p>
        {newest && !changedSince
          ? `Publication ${newest.number} says all there is: nothing has changed since.`
          : `Readers would get the whole statement with ${counted(decidedClaims, 'decided claim')}.`}{' '}
        {open > 0 ? `The ${open === 1 ? 'other one stays' : `other ${open} stay`} out until decided.` : null}
      </p>
      <details className="publish-claims">
        <summary>Show {counted(decidedClaims, 'claim')}</summary>
        <ol>
          {decided.map(claim => (
            <PublishedClaimLine key={claim.id} claim={claim} />
          ))}
        </ol>
      </details>
      <ProblemNotice error={publish.problem} />
      {newest && !changedSince ? null : (
        <div className="row">
          <button
            type="button"
            className="btn btn-main"
            disabled={publish.isRunning}
            onClick={() => publish.run({ statementId })}
          >
            {publish.isRunning ? 'Publishing…' : newest ? `Publish again, as ${newest.number + 1}` : 'Publish'}
          </button>
          <span className="small">A publication never changes. Nobody sees it without a link.</span>
        </div>
      )}
    </>
  )
}

function PublishedClaimLine({ claim }: { claim: ClaimSummaryDto }) {
  return (
    <li>
      <StatusShape status={claim.status} />
      <span>
        {claim.claimReviewed}{' '}
        <span className="small">
          {STATUS_LABELS[claim.status]}
          {claim.rating ? (
            <>
              :{' '}
              <span className="rating" data-r={claim.rating.tone}>
                {claim.rating.label}
              </span>
            </>
          ) : null}
        </span>
      </span>
    </li>
  )
}
