'use client'

import Link from 'next/link'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useHydrated } from '@/components/account/use-hydrated'
import { ProblemNotice } from '@/components/api/problem-notice'
import { useAnnounce } from '@/components/ui/announcer'
import { RatedSentence } from '@/components/ui/rating-word'
import type { HistoryLineDto } from '@/lib/contracts/history'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { historyDays, localDay, utcDay } from './history-days'
import { EVERYTHING, type HistoryChoice, type useHistory } from './use-history'
import './history.css'

type Props = {
  history: ReturnType<typeof useHistory>
  choice: HistoryChoice
  onChoice: (choice: HistoryChoice) => void
  /** Where the lines of a whole statement lead; null within one claim, where all are about it. */
  claimHref: ((claimId: string) => string) | null
  /** What stands beside a day's name. */
  besideDay?: (day: string) => ReactNode
  /** Level of the days' headings. */
  level: 2 | 4
}

/** What happened, day by day, newest first. */
export function HistoryLog({ history, choice, onChoice, claimHref, besideDay, level }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = history
  const isHydrated = useHydrated()
  const lines = data?.pages.flatMap(page => page.items) ?? []
  const log = useGrowth(data?.pages.length ?? 0, !hasNextPage)
  const Heading = level === 2 ? 'h2' : 'h4'
  if (!data) {
    return error ? <ProblemNotice error={error} /> : <p className="skeleton" aria-busy="true" />
  }
  return (
    <div
      className="history-log"
      ref={log}
      tabIndex={-1}
      aria-busy={isPlaceholderData}
      data-stale={isPlaceholderData || undefined}
    >
      <ProblemNotice error={error} />
      {historyDays(lines, isHydrated ? localDay : utcDay).map(({ day, lines: ofDay }) => (
        <section key={day} aria-labelledby={`day-${level}-${day}`}>
          <div className="history-day">
            <Heading id={`day-${level}-${day}`}>{partialDateInWords(day)}</Heading>
            {besideDay?.(day)}
          </div>
          <ol className="log">
            {ofDay.map(line => (
              <Line key={line.seq} line={line} claimHref={claimHref} isHydrated={isHydrated} />
            ))}
          </ol>
        </section>
      ))}
      {lines.length === 0 && !isPlaceholderData ? <Nothing choice={choice} onChoice={onChoice} /> : null}
      {hasNextPage ? (
        <p className="more">
          <button
            type="button"
            className="btn"
            aria-disabled={isFetchingNextPage}
            onClick={() => {
              if (!isFetchingNextPage) void fetchNextPage()
            }}
          >
            {isFetchingNextPage ? 'One moment…' : 'Load more'}
          </button>
        </p>
      ) : null}
    </div>
  )
}

/** Says that more has come, and keeps the focus in the list where the button that brought it has gone. */
function useGrowth(pages: number, isWhole: boolean): RefObject<HTMLDivElement | null> {
  const log = useRef<HTMLDivElement>(null)
  const seen = useRef(pages)
  const announce = useAnnounce()
  useEffect(() => {
    if (seen.current > 0 && pages > seen.current) {
      announce(isWhole ? 'Earlier lines were added. That is all.' : 'Earlier lines were added.')
      if (document.activeElement === document.body) log.current?.focus({ preventScroll: true })
    }
    seen.current = pages
  }, [pages, isWhole, announce])
  return log
}

type LineProps = { line: HistoryLineDto; claimHref: Props['claimHref']; isHydrated: boolean }

function Line({ line, claimHref, isHydrated }: LineProps) {
  const { claim, at } = line
  return (
    <li>
      <span className="log-text">
        <RatedSentence sentence={line.line} ratings={line.ratings} />
        {claim && claimHref ? (
          <Link className="log-claim" href={claimHref(claim.id)} dir="auto">
            {claim.claimReviewed}
          </Link>
        ) : null}
      </span>
      <time className="small" dateTime={at} title={isHydrated ? new Date(at).toLocaleString('en-GB') : undefined}>
        {isHydrated
          ? new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
          : `${at.slice(11, 16)} UTC`}
      </time>
    </li>
  )
}

function Nothing({ choice, onChoice }: Pick<Props, 'choice' | 'onChoice'>) {
  const isFiltered = choice.group !== null || choice.memberId !== null
  return (
    <div className="empty">
      <p>{isFiltered ? 'Nothing of this kind has happened.' : 'Nothing has happened yet.'}</p>
      {isFiltered ? (
        <div className="acts">
          <button type="button" className="btn" onClick={() => onChoice(EVERYTHING)}>
            Show everything
          </button>
        </div>
      ) : null}
    </div>
  )
}
