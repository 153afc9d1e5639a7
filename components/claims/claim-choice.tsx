'use client'

import { useId, useState } from 'react'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { statusWords } from '@/lib/domain/status'

type Props = {
  legend: string
  claims: readonly ClaimSummaryDto[]
  value: string | null
  onChange: (claimId: string) => void
  /** Said where there is none. */
  empty: string
}

const MANY = 8

/** One of the statement's claims, found by its words where there are many. */
export function ClaimChoice({ legend, claims, value, onChange, empty }: Props) {
  const name = useId()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const shown = claims.filter(claim => claim.id === value || claim.claimReviewed.toLocaleLowerCase().includes(wanted))
  if (claims.length === 0) return <p className="quiet">{empty}</p>
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      {claims.length > MANY ? (
        <input
          className="field"
          type="search"
          aria-label="Find a claim by its words"
          placeholder="Find by its words"
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      ) : null}
      <div className="claim-choice">
        {shown.map(claim => (
          <label key={claim.id}>
            <input type="radio" name={name} checked={claim.id === value} onChange={() => onChange(claim.id)} />
            <span>
              <bdi>{claim.claimReviewed}</bdi>
              <span className="small">
                <StatusShape status={claim.status} /> {statusWords(claim)}, paragraph {claim.targets[0]?.paragraph}
              </span>
            </span>
          </label>
        ))}
        {shown.length === 0 ? <p className="quiet">No claim has these words.</p> : null}
      </div>
    </fieldset>
  )
}
