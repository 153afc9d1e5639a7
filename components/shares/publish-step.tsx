'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { useCommand } from '@/components/api/use-command'
import { ReviewedClaim } from '@/components/corrections/due-claim'
import { DueForms } from '@/components/corrections/due-forms'
import { useCorrections } from '@/components/corrections/use-corrections'
import { useGuideTick } from '@/components/queue/use-guide'
import { useAnnounce } from '@/components/ui/announcer'
import { RelativeTime } from '@/components/ui/relative-time'
import { StatusShape } from '@/components/ui/status-shape'
import { useFocusInvalid } from '@/components/ui/use-focus-invalid'
import { type ClaimSummaryDto, listClaimsContract } from '@/lib/contracts/claims'
import {
  type listPublicationsContract,
  type PublicationDto,
  publishContract,
  type UnderReviewDto,
} from '@/lib/contracts/publications'
import { counted } from '@/lib/domain/sentence-words'
import { statusWords } from '@/lib/domain/status'

type Props = {
  statementId: string
  newest: PublicationDto | undefined
  next: Omit<z.output<typeof listPublicationsContract.output>, 'items'>
}

/** What readers would get of the statement as it stands, what they are told of what changed, and the button that makes it so. */
export function PublishStep({ statementId, newest, next }: Props) {
  const { decidedClaims, changedSince, dueCorrections: due, underReview } = next
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
      corrections.discard()
      void queries.invalidateQueries({ queryKey: queryKeys.statement(statementId) })
      void queries.invalidateQueries({ queryKey: queryKeys.statements })
    },
    // What is due may have changed while it was written down.
    onRefused: () => void queries.invalidateQueries({ queryKey: queryKeys.publications(statementId) }),
  })
  const corrections = useCorrections(statementId, due, publish.problem)
  const form = useFocusInvalid(publish.problem ?? (corrections.missing || null))
  const decided = claims.filter(({ stage }) => stage === 'DECIDED')
  const open = claims.filter(({ stage }) => stage === 'OPEN').length
  // That everything is looked at again can be published once.
  const isOnlyReview = underReview.length > 0 && changedSince
  if (decidedClaims === 0 && due.length === 0 && !isOnlyReview) {
    return (
      <>
        <p className="quiet">
          {newest
            ? 'No claim is decided now. Once an editor has decided one, it can be published.'
            : 'Nothing is decided yet. Once an editor has approved, resolved or dismissed a claim, it can be published.'}
        </p>
        <Reviewed underReview={underReview} />
      </>
    )
  }
  const isNews = !newest || changedSince
  return (
    <form
      className="form"
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        const inputs = corrections.finish()
        if (inputs) publish.run({ statementId, corrections: inputs })
      }}
    >
      <p>
        {isNews
          ? `Readers would get the whole statement with ${decidedClaims > 0 ? counted(decidedClaims, 'decided claim') : 'no check, and what is under review'}.`
          : `Publication ${newest.number} says all there is: nothing has changed since.`}{' '}
        {open > 0 ? `The ${open === 1 ? 'other one stays' : `other ${open} stay`} out until decided.` : null}
      </p>
      {decidedClaims > 0 ? (
        <details className="publish-claims">
          <summary>Show {counted(decidedClaims, 'claim')}</summary>
          <ol>
            {decided.map(claim => (
              <PublishedClaimLine key={claim.id} claim={claim} />
            ))}
          </ol>
        </details>
      ) : null}
      <Reviewed underReview={underReview} />
      {newest && isNews ? <DueForms statementId={statementId} due={due} corrections={corrections} /> : null}
      <ProblemNotice error={publish.problem} isPlaced={path => /^corrections\.\d+\./.test(path)} />
      {isNews ? (
        <div className="row">
          <button type="submit" className="btn btn-main" disabled={publish.isRunning}>
            {publish.isRunning ? 'Publishing…' : labelOf(newest, corrections.tasks.length)}
          </button>
          <span className="small">A publication never changes. Nobody sees it without a link.</span>
        </div>
      ) : null}
    </form>
  )
}

function labelOf(newest: PublicationDto | undefined, corrections: number): string {
  if (!newest) return 'Publish'
  const as = `as ${newest.number + 1}`
  return corrections === 0 ? `Publish again, ${as}` : `Publish with ${counted(corrections, 'correction')}, ${as}`
}

/** Published claims that are looked at again: readers are told so, whether or not there is another publication. */
function Reviewed({ underReview }: { underReview: readonly UnderReviewDto[] }) {
  if (underReview.length === 0) return null
  const [are, them] = underReview.length === 1 ? ['is', 'it'] : ['are', 'them']
  return (
    <div className="reviewed">
      <p>
        <b>
          {counted(underReview.length, 'published check')} {are} under review again.
        </b>{' '}
        Every page that shows {them} says so. Another publication names {them} and leaves {them} out until decided.
      </p>
      <ul>
        {underReview.map(review => (
          <li key={review.claim.id} className="due">
            <ReviewedClaim review={review} />
            <p className="small">
              Reopened <RelativeTime at={review.since} />.
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function PublishedClaimLine({ claim }: { claim: ClaimSummaryDto }) {
  return (
    <li>
      <StatusShape status={claim.status} />
      <span>
        <bdi>{claim.claimReviewed}</bdi>{' '}
        <span className="small">
          {statusWords(claim)}
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
