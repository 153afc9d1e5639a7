'use client'

import Link from 'next/link'
import { NoticeSection } from '@/components/notices/notice-section'
import type { NoticePage } from '@/components/notices/use-notices'
import { ReportSection } from '@/components/reports/report-section'
import type { ReportPage } from '@/components/reports/use-reports'
import { useShortcut } from '@/components/ui/shortcuts'
import { RepairSection } from '@/components/versions/repair-section'
import { TopBar } from '@/components/workspace/top-bar'
import { NextClaimButton } from './next-claim-button'
import type { StatementPage } from './statement-list'
import { useNextClaim } from './use-next-claim'
import { type Queue, useQueue } from './use-queue'
import { WaitingSection } from './waiting-section'
import './queue.css'

type Props = {
  needs: Queue
  decisions: Queue | null
  /** Statements whose new text changed or lost words under a claim; null for those who do not look at them. */
  repairs: StatementPage | null
  reports: ReportPage | null
  notices: NoticePage
}

/** Everything that waits for one person: what to decide, for editors, and what to rate. */
export function InboxScreen({ needs: firstNeeds, decisions: firstDecisions, repairs, reports, notices }: Props) {
  const needs = useQueue('verdicts', firstNeeds)
  const decisions = useQueue('decisions', firstDecisions)
  const nextClaim = useNextClaim(decisions.shown[0])
  useShortcut('n', 'Next claim for me', () => void nextClaim.go())
  const toStatements = (
    <div className="acts">
      <Link className="btn" href="/statements">
        See all statements
      </Link>
    </div>
  )
  return (
    <>
      <TopBar crumbs={[{ label: 'Inbox' }]} />
      <main id="main" className="queue" tabIndex={-1}>
        <div className="queue-head">
          <h1>Inbox</h1>
          {needs.total + decisions.total > 0 ? <NextClaimButton next={nextClaim} /> : null}
        </div>
        {firstDecisions ? (
          <WaitingSection
            title="Waits for an editor"
            queue={decisions}
            empty={
              <div className="empty">
                <h3>Nothing to decide</h3>
                <p>
                  When a round closes on a claim that you did not create or rate, it waits here: agreed ones for your
                  approval, escalated ones for you to resolve.
                </p>
                {needs.total === 0 ? toStatements : null}
              </div>
            }
          />
        ) : null}
        {repairs ? <RepairSection initial={repairs} /> : null}
        {reports ? <ReportSection initial={reports} /> : null}
        <WaitingSection
          title="Needs your verdict"
          queue={needs}
          empty={
            <div className="empty">
              <h3>Nothing needs your verdict</h3>
              <p>When a round opens on a claim you may rate, or a split wants your voice, it waits here.</p>
              {firstDecisions ? null : toStatements}
            </div>
          }
        />
        <NoticeSection initial={notices} />
      </main>
    </>
  )
}
