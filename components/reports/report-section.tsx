'use client'

import { useState } from 'react'
import { FreshChip } from '@/components/ui/fresh-chip'
import { isReportOpen } from '@/lib/domain/error-report'
import { ReportItem } from './report-item'
import { type ReportPage, useReports } from './use-reports'
import './reports.css'

/** What readers say is wrong with what is published, for those who answer them. */
export function ReportSection({ initial }: { initial: ReportPage }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useReports(initial)
  const items = data.pages.flatMap(page => page.items)
  const open = data.pages[0]?.open ?? 0
  const [known, setKnown] = useState(() => new Set(initial.items.map(({ id }) => id)))
  const fresh = items.filter(({ id, state }) => isReportOpen(state) && !known.has(id) && state === 'RECEIVED').length
  const shown = items.filter(({ id, state }) => known.has(id) || state !== 'RECEIVED')
  const waiting = shown.filter(({ state }) => isReportOpen(state))
  const answered = shown.filter(({ state }) => !isReportOpen(state))
  return (
    <section id="reports" aria-labelledby="reports-name">
      <div className="sec">
        <h2 id="reports-name">Reader reports</h2>
        <span className="quiet">{open > 0 ? open : null}</span>
        <FreshChip count={fresh} onShow={() => setKnown(new Set([...known, ...items.map(({ id }) => id)]))} />
      </div>
      {error ? <p className="notice">{error.message}</p> : null}
      {waiting.length > 0 ? (
        <ul className="reports">
          {waiting.map(report => (
            <ReportItem key={report.id} report={report} />
          ))}
        </ul>
      ) : fresh === 0 ? (
        <div className="empty">
          <h3>No open reports</h3>
          <p>When a reader reports an error on a shared page, it waits here for your answer.</p>
        </div>
      ) : null}
      {answered.length > 0 ? (
        <details className="more">
          <summary>Answered reports</summary>
          <ul className="reports">
            {answered.map(report => (
              <ReportItem key={report.id} report={report} />
            ))}
          </ul>
        </details>
      ) : null}
      {hasNextPage ? (
        <button
          type="button"
          className="btn more"
          disabled={isFetchingNextPage}
          onClick={async () => {
            const { data: next } = await fetchNextPage()
            const ids = next?.pages.at(-1)?.items.map(({ id }) => id) ?? []
            setKnown(before => new Set([...before, ...ids]))
          }}
        >
          {isFetchingNextPage ? 'One moment…' : 'Older reports'}
        </button>
      ) : null}
    </section>
  )
}
