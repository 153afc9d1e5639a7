'use client'

import Link from 'next/link'
import { Shape } from '@/components/ui/shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { brokenClause } from './anchor-words'
import './versions.css'

type Props = {
  statement: Pick<StatementDto, 'id' | 'currentVersion' | 'may'>
  claims: readonly ClaimSummaryDto[]
}

/** Above a text that changed under its claims: how many passages wait for a person, and the way there. Nothing while all stand. */
export function VersionBanner({ statement, claims }: Props) {
  const suspended = claims.filter(({ suspendedAt }) => suspendedAt !== null)
  const states = suspended.flatMap(({ targets }) => targets.map(({ anchorState }) => anchorState))
  const clause = brokenClause({
    changed: states.filter(state => state === 'CHANGED').length,
    orphaned: states.filter(state => state === 'ORPHANED').length,
  })
  const since = suspended.map(({ suspendedAt }) => suspendedAt ?? '').sort()[0]
  if (!clause || !since) return null
  const mayRepair = statement.may.addVersion.allowed
  return (
    <aside className="version-banner" aria-label="The text has changed">
      <div className="version-banner-box">
        <Shape name="changed" />
        <p>
          <b>Version {statement.currentVersion}:</b> {clause}, since {partialDateInWords(since.slice(0, 10))}.{' '}
          {mayRepair ? null : 'Their verdicts are suspended until an editor has looked at them.'}
        </p>
        <Link className={mayRepair ? 'btn' : undefined} href={`/statements/${statement.id}/repair`}>
          {mayRepair ? 'Repair' : 'See them'}
        </Link>
      </div>
    </aside>
  )
}
