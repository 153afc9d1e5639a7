'use client'

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ClaimDto } from '@/lib/contracts/claims'
import { type EventDto, listEventsContract } from '@/lib/contracts/events'
import { eventLine } from './event-line'
import './history.css'

type Props = {
  claim: ClaimDto
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  sectionRef: RefObject<HTMLElement | null>
}

const PAGE = 500
/** A claim with more is read through the API. */
const MOST_PAGES = 4

/** What happened to the claim, newest first. */
export function ClaimHistory({ claim, isOpen, onToggle, sectionRef }: Props) {
  const { id: claimId, statementId } = claim
  const { data: events, error } = useQuery({
    queryKey: queryKeys.history(statementId, claimId),
    queryFn: ({ signal }) => readHistory(statementId, claimId, signal),
    enabled: isOpen,
  })
  const isRead = events !== undefined
  useEffect(() => {
    // Who jumped here, which left the focus on the section, wants to see what has been read by now.
    const section = sectionRef.current
    if (isRead && section && document.activeElement === section) section.scrollIntoView({ block: 'start' })
  }, [isRead, sectionRef])
  return (
    <section className="part" data-part="history" ref={sectionRef} tabIndex={-1} aria-label="History">
      <h3 className="vh">History</h3>
      <details open={isOpen} onToggle={event => onToggle(event.currentTarget.open)}>
        <summary>History</summary>
        {events ? (
          <ol className="log">
            {events.toReversed().map(event => {
              const { actor, text } = eventLine(event, claim)
              return (
                <li key={event.seq}>
                  <span>
                    {actor ? <b>{actor}</b> : null} {text}
                  </span>
                  <span className="small">
                    <RelativeTime at={event.at} />
                  </span>
                </li>
              )
            })}
          </ol>
        ) : error ? (
          <p className="notice">{error.message}</p>
        ) : (
          <p className="skeleton" aria-busy="true" />
        )}
      </details>
    </section>
  )
}

async function readHistory(statementId: string, claimId: string, signal: AbortSignal): Promise<EventDto[]> {
  const events: EventDto[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const after = events.at(-1)?.seq ?? 0
    const { items } = await callApi(listEventsContract, { statementId, claimId, after, limit: PAGE }, { signal })
    events.push(...items)
    if (items.length < PAGE) break
  }
  return events
}
