'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ExportMenu } from '@/components/exports/export-menu'
import { onDemandDialog } from '@/components/ui/on-demand'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { shortAddress } from '@/lib/domain/web-address'
import { PlanMarks } from './plan-marks'
import { WorkTools } from './work-tools'

const EditStatementDialog = onDemandDialog(() =>
  import('./edit-statement-dialog').then(part => part.EditStatementDialog),
)

type Props = { statement: StatementDto; claims: readonly ClaimSummaryDto[] }

/** Who says it, where it appeared and when: what a reader must know before the first word. */
export function StatementHeader({ statement, claims }: Props) {
  const [isEditing, setEditing] = useState(false)
  return (
    <header className="title">
      <div className="small title-line has-export-menu">
        <span>
          <Link href={`/statements/${statement.id}/versions`}>Version {statement.currentVersion}</Link> ·{' '}
          {statement.wordCount.toLocaleString('en')} words ·{' '}
          <Link href={`/statements/${statement.id}/history`}>History</Link> ·{' '}
          <Link href={`/statements/${statement.id}/import`}>Import annotations</Link>
        </span>
        <span className="title-acts">
          <ExportMenu statement={statement} claims={claims.length} />
          {statement.may.edit.allowed ? (
            <button type="button" className="btn btn-plain btn-small" onClick={() => setEditing(true)}>
              Edit details…
            </button>
          ) : null}
        </span>
      </div>
      <h1 dir="auto">{statement.title}</h1>
      <p className="speaker" dir={statement.direction}>
        <b dir="auto">{statement.claimant}</b>
        {statement.claimantRole ? (
          <>
            <br />
            <span className="quiet" dir="auto">
              {statement.claimantRole}
            </span>
          </>
        ) : null}
      </p>
      <dl className="facts">
        <div>
          <dt>Appeared</dt>
          <dd>{statement.appearance ? <Address url={statement.appearance} /> : 'Not known'}</dd>
        </div>
        <div>
          <dt>Said</dt>
          <dd>{statement.saidOn ? partialDateInWords(statement.saidOn) : 'No date given'}</dd>
        </div>
        <div>
          <dt>Retrieved</dt>
          <dd>
            <time dateTime={statement.retrievedAt}>{partialDateInWords(statement.retrievedAt.slice(0, 10))}</time>
          </dd>
        </div>
      </dl>
      <div className="plan-line">
        <PlanMarks plan={statement} />
        <WorkTools statement={statement} />
      </div>
      {statement.context ? (
        <p className="context" dir="auto">
          {statement.context}
        </p>
      ) : null}
      {isEditing ? (
        <EditStatementDialog statement={statement} claims={claims} onClose={() => setEditing(false)} />
      ) : null}
    </header>
  )
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer nofollow" target="_blank">
      {shortAddress(url)}
    </a>
  )
}
