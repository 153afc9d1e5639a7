'use client'

import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { STATUS_LABELS } from '@/lib/domain/status'
import { type ClaimFilter, countByStatus, isShown, needsMe, STATUS_ORDER } from './claim-filter'
import { ClaimList } from './claim-list'
import './claim-rail.css'

type Props = {
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  filter: ClaimFilter
  onFilter: (filter: ClaimFilter) => void
  /** `goesThere`: it was chosen by keyboard, so the focus goes to the claim as well. */
  onSelect: (claimId: string, goesThere: boolean) => void
  hrefOf: (claimId: string) => string
}

/** The claims in text order, grouped by paragraph, with what stands where. The list is the text's table of contents. */
export function ClaimRail({ claims, selectedId, filter, onFilter, onSelect, hrefOf }: Props) {
  const counts = countByStatus(claims)
  const decided = (counts.get('APPROVED') ?? 0) + (counts.get('DISMISSED') ?? 0)
  const agreed = counts.get('AGREED') ?? 0
  const waiting = claims.length - decided - agreed
  const mine = claims.filter(needsMe).length
  const shown = claims.filter(claim => isShown(claim, filter))

  return (
    <>
      <div className="rail-head">
        <p className="rail-count">
          <b>
            {counts.get('APPROVED') ?? 0} of {claims.length}
          </b>{' '}
          <span className="quiet">approved</span>
        </p>
        <div
          className="progress"
          role="img"
          aria-label={`${decided} decided, ${agreed} agreed, ${waiting} open, split or returned`}
        >
          <i className="p-approved" style={{ flex: decided }} />
          <i className="p-agreed" style={{ flex: agreed }} />
          <i className="p-open" style={{ flex: waiting || (claims.length === 0 ? 1 : 0) }} />
        </div>
        <fieldset className="chips">
          <legend className="vh">Show</legend>
          <Chip filter="ALL" current={filter} onFilter={onFilter}>
            All {claims.length}
          </Chip>
          <Chip filter="NEEDS_ME" current={filter} onFilter={onFilter}>
            Needs you {mine}
          </Chip>
        </fieldset>
        <fieldset className="chips chips-status">
          <legend className="vh">Show by status</legend>
          {STATUS_ORDER.filter(status => counts.has(status)).map(status => (
            <Chip
              key={status}
              filter={status}
              current={filter}
              onFilter={onFilter}
              label={`${STATUS_LABELS[status]}, ${counts.get(status)}`}
            >
              <StatusShape status={status} />
              {counts.get(status)}
            </Chip>
          ))}
        </fieldset>
      </div>
      {shown.length > 0 ? (
        <ClaimList claims={shown} selectedId={selectedId} onSelect={onSelect} hrefOf={hrefOf} />
      ) : (
        <EmptyRail hasClaims={claims.length > 0} filter={filter} onFilter={onFilter} />
      )}
    </>
  )
}

type ChipProps = {
  filter: ClaimFilter
  current: ClaimFilter
  onFilter: (filter: ClaimFilter) => void
  label?: string
  children: React.ReactNode
}

function Chip({ filter, current, onFilter, label, children }: ChipProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={filter === current}
      aria-label={label}
      title={label}
      onClick={() => onFilter(filter === current ? 'ALL' : filter)}
    >
      {children}
    </button>
  )
}

function EmptyRail({
  hasClaims,
  filter,
  onFilter,
}: {
  hasClaims: boolean
  filter: ClaimFilter
  onFilter: (filter: ClaimFilter) => void
}) {
  if (!hasClaims) {
    return (
      <div className="rail-empty">
        <p>
          <b>No claims yet.</b> Select a passage in the statement and press <kbd>H</kbd>.
        </p>
      </div>
    )
  }
  return (
    <div className="rail-empty">
      <p>{filter === 'NEEDS_ME' ? 'Nothing here needs you now.' : 'No claim stands here now.'}</p>
      <button type="button" className="btn" onClick={() => onFilter('ALL')}>
        <Shape name="list" /> Show all
      </button>
    </div>
  )
}
