'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TopBar } from '@/components/workspace/top-bar'
import { STATEMENT_GROUPS } from '@/lib/contracts/history'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { AsOfForm } from './as-of-form'
import { AsOfView } from './as-of-view'
import { endOfDay, localDay } from './history-days'
import { GroupChips, PersonSelect } from './history-filters'
import { HistoryLog } from './history-log'
import { EVERYTHING, type HistoryPage, useHistory } from './use-history'
import './history.css'

type Props = {
  statement: { id: string; title: string }
  first: HistoryPage
  /** The moment to show the statement at; null for its history. */
  at: string | null
}

/** All that happened to a statement, or the statement as it stood at one of its moments. */
export function HistoryScreen({ statement, first, at }: Props) {
  const router = useRouter()
  const href = `/statements/${statement.id}`
  const crumbs = [{ label: statement.title, href }, { label: 'History' }]
  const show = (moment: string) => router.push(`${href}/history?at=${encodeURIComponent(moment)}`)
  return (
    <>
      <TopBar crumbs={crumbs} />
      <main id="main" className="history" tabIndex={-1}>
        <header className="history-head">
          <h1>History</h1>
          <p className="quiet" dir="auto">
            {statement.title}
          </p>
        </header>
        <AsOfForm key={at} at={at} onShow={show} />
        {at === null ? (
          <StatementHistory statementId={statement.id} first={first} onShow={show} />
        ) : (
          <AsOfView statementId={statement.id} at={at} />
        )}
      </main>
    </>
  )
}

type HistoryProps = { statementId: string; first: HistoryPage; onShow: (moment: string) => void }

function StatementHistory({ statementId, first, onShow }: HistoryProps) {
  const [choice, setChoice] = useState(EVERYTHING)
  const history = useHistory({ statementId, claimId: null }, choice, true, first)
  return (
    <>
      <div className="history-filters">
        <GroupChips groups={STATEMENT_GROUPS} choice={choice} onChoice={setChoice} />
        <PersonSelect choice={choice} onChoice={setChoice} />
      </div>
      <HistoryLog
        history={history}
        choice={choice}
        onChoice={setChoice}
        claimHref={claimId => `/statements/${statementId}?claim=${claimId}`}
        besideDay={day => (
          <button
            type="button"
            className="btn btn-plain"
            onClick={() => onShow(endOfDay(day, Date.now()) ?? new Date().toISOString())}
          >
            {day === localDay(Date.now()) ? 'As it stands' : 'As it stood then'}
            <span className="vh"> at the end of {partialDateInWords(day)}</span>
          </button>
        )}
        level={2}
      />
    </>
  )
}
