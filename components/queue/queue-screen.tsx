'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { Shape } from '@/components/ui/shape'
import { useShortcut } from '@/components/ui/shortcuts'
import { TopBar } from '@/components/workspace/top-bar'
import { hrefOf } from './claim-line'
import { FirstSteps } from './first-steps'
import { NextClaimButton } from './next-claim-button'
import type { StatementFilter } from './statement-filter'
import { StatementList, type StatementPage } from './statement-list'
import { useNextClaim } from './use-next-claim'
import { type Queue, useQueue } from './use-queue'
import { WaitingSection } from './waiting-section'
import './queue.css'

type Props = {
  needs: Queue
  /** Null for those who do not decide. */
  decisions: Queue | null
  statements: StatementPage
  filter: StatementFilter
  /** Whether the three steps stand on top, on the sample desk until they are put away, and what their cookie says. */
  guide: { isShown: boolean; cookie: string | undefined }
}

const SHOWN_HERE = 6

/** The desk's front page: what needs you, then everything that is here. */
export function QueueScreen({ needs: firstNeeds, decisions: firstDecisions, statements, filter, guide }: Props) {
  const needs = useQueue('verdicts', firstNeeds)
  const decisions = useQueue('decisions', firstDecisions)
  const searchInput = useRef<HTMLInputElement>(null)
  const focusSearch = () => searchInput.current?.focus()

  const [next] = [...decisions.shown, ...needs.shown]
  const nextClaim = useNextClaim(decisions.shown[0])
  useShortcut('n', 'Next claim for me', () => void nextClaim.go())
  useShortcut('/', 'Search statements', focusSearch)

  const isEmptyDesk = statements.total === 0 && filter.show === 'all' && filter.search === ''
  const isAnythingReady = decisions.total > 0
  const allInInbox = (
    <p className="more">
      <Link className="btn btn-plain" href="/inbox">
        See all in the inbox
      </Link>
    </p>
  )
  return (
    <>
      <TopBar
        tools={
          <button type="button" className="btn btn-icon" aria-label="Search" title="Search (/)" onClick={focusSearch}>
            <Shape name="search" />
          </button>
        }
      />
      <main id="main" className="queue" tabIndex={-1}>
        <div className="queue-head">
          <h1>Statements</h1>
          {isEmptyDesk ? null : (
            <div className="row">
              <NextClaimButton next={nextClaim} />
              <Link className="btn" href="/statements/new">
                Add statement
              </Link>
            </div>
          )}
        </div>
        {guide.isShown ? (
          <FirstSteps isEditor={firstDecisions !== null} firstHref={next ? hrefOf(next) : null} cookie={guide.cookie} />
        ) : null}
        {isAnythingReady ? (
          <WaitingSection title="Waits for an editor" queue={decisions} limit={SHOWN_HERE} rest={allInInbox} />
        ) : null}
        {isEmptyDesk || (isAnythingReady && needs.total === 0) ? null : (
          <WaitingSection
            title="Needs your verdict"
            queue={needs}
            limit={SHOWN_HERE}
            rest={allInInbox}
            note={
              <span className="key-note">
                Press <kbd>N</kbd> for the next
              </span>
            }
            empty={
              <div className="empty">
                <h3>Nothing needs you</h3>
                <p>When a round opens on a claim you may rate, or a split wants your voice, it waits here.</p>
              </div>
            }
          />
        )}
        <StatementList
          first={statements}
          firstFilter={filter}
          isEditor={firstDecisions !== null}
          searchInput={searchInput}
        />
      </main>
    </>
  )
}
