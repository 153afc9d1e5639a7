'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'

export type ImportedClaim = { claimId: string; claimReviewed: string }

type Props = { statementId: string; claims: readonly ImportedClaim[]; onAgain: () => void }

/** What was made. */
export function ImportDone({ statementId, claims, onAgain }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="import-done" aria-labelledby="import-done">
      <h2 ref={heading} id="import-done" className="import-sum" tabIndex={-1}>
        {claims.length === 1 ? '1 claim is on the desk.' : `${claims.length} claims are on the desk.`}
      </h2>
      <p className="quiet">
        Each has its first sealed round, and keeps the address of the annotation that it came from.
      </p>
      <ol className="import-made">
        {claims.map(({ claimId, claimReviewed }) => (
          <li key={claimId}>
            <Link href={`/statements/${statementId}?claim=${claimId}`}>
              <bdi>{claimReviewed}</bdi>
            </Link>
          </li>
        ))}
      </ol>
      <div className="row">
        <Link className="btn btn-main" href={`/statements/${statementId}`}>
          To the statement
        </Link>
        <button type="button" className="btn" onClick={onAgain}>
          Import more
        </button>
      </div>
    </section>
  )
}
