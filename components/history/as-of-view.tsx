'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useHydrated } from '@/components/account/use-hydrated'
import { callApi } from '@/components/api/call'
import { ProblemNotice } from '@/components/api/problem-notice'
import { queryKeys } from '@/components/api/query-keys'
import { type AsOfDto, readAsOfContract } from '@/lib/contracts/history'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { shortAddress } from '@/lib/domain/web-address'
import { AsOfClaim } from './as-of-claim'
import { AsOfText } from './as-of-text'

type Props = { statementId: string; at: string }

/** The statement as it stood at a moment, to be read and no more. */
export function AsOfView({ statementId, at }: Props) {
  const isMoment = !Number.isNaN(Date.parse(at))
  const { data, error } = useQuery({
    queryKey: [...queryKeys.statement(statementId), 'as-of', at],
    queryFn: ({ signal }) => callApi(readAsOfContract, { statementId, at }, { signal }),
    // A moment that has passed does not change, save for rounds that open their verdicts by closing: not to that moment.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: isMoment,
  })
  const back = (
    <Link className="btn" href={`/statements/${statementId}/history`}>
      Back to the history
    </Link>
  )
  if (!data) {
    if (isMoment && !error) return <p className="skeleton" aria-busy="true" />
    return (
      <>
        {isMoment ? (
          <ProblemNotice error={error} isPlaced={() => true} />
        ) : (
          <p className="notice" role="alert">
            The address names no moment. Choose a day above.
          </p>
        )}
        <p className="more">{back}</p>
      </>
    )
  }
  return (
    <div className="as-of">
      <div className="notice as-of-notice" role="status">
        <p>
          <b>
            As it stood on <Moment at={data.at} />
          </b>
          . Nothing can be changed here. Rounds that were sealed then show no verdicts.
        </p>
        <p className="acts">
          {back}
          <Link className="btn btn-plain" href={`/statements/${statementId}`}>
            See it as it stands now
          </Link>
        </p>
      </div>
      <Details asOf={data} />
      <section aria-labelledby="as-of-claims">
        <h2 id="as-of-claims">{data.claims.length === 1 ? '1 claim' : `${data.claims.length} claims`}</h2>
        {data.claims.length === 0 ? <p className="quiet">Nothing had been highlighted by then.</p> : null}
        <ol className="as-of-claims">
          {data.claims.map(claim => (
            <AsOfClaim key={claim.id} claim={claim} claims={data.claims} />
          ))}
        </ol>
      </section>
      <AsOfText asOf={data} />
    </div>
  )
}

function Details({ asOf: { statement, publication } }: { asOf: AsOfDto }) {
  return (
    <header className="as-of-details">
      <h2 dir="auto">{statement.title}</h2>
      <p>
        <b dir="auto">{statement.claimant}</b>
        {statement.claimantRole ? (
          <span className="quiet" dir="auto">
            , {statement.claimantRole}
          </span>
        ) : null}
      </p>
      <dl className="facts">
        <div>
          <dt>Appeared</dt>
          <dd>
            {statement.appearance ? (
              <a href={statement.appearance} rel="noreferrer nofollow" target="_blank">
                {shortAddress(statement.appearance)}
              </a>
            ) : (
              'Not known'
            )}
          </dd>
        </div>
        <div>
          <dt>Said</dt>
          <dd>{statement.saidOn ? partialDateInWords(statement.saidOn) : 'No date given'}</dd>
        </div>
        <div>
          <dt>Published</dt>
          <dd>{publication ? `Publication ${publication.number}` : 'Not yet'}</dd>
        </div>
      </dl>
      {statement.context ? (
        <p className="context" dir="auto">
          {statement.context}
        </p>
      ) : null}
    </header>
  )
}

function Moment({ at }: { at: string }) {
  const isHydrated = useHydrated()
  const text = isHydrated
    ? new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    : `${at.slice(0, 16).replace('T', ' ')} UTC`
  return <time dateTime={at}>{text}</time>
}
