'use client'

import Link from 'next/link'
import { type RefObject, useEffect, useState } from 'react'
import type { ClaimDto } from '@/lib/contracts/claims'
import { CLAIM_GROUPS, GroupChips } from './history-filters'
import { HistoryLog } from './history-log'
import { EVERYTHING, useHistory } from './use-history'
import './history.css'

type Props = {
  claim: ClaimDto
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  sectionRef: RefObject<HTMLElement | null>
}

/** What happened to the claim, newest first. */
export function ClaimHistory({ claim, isOpen, onToggle, sectionRef }: Props) {
  const { id: claimId, statementId } = claim
  const [choice, setChoice] = useState(EVERYTHING)
  const history = useHistory({ statementId, claimId }, choice, isOpen)
  const isRead = history.data !== undefined
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
        {isOpen ? (
          <>
            <GroupChips groups={CLAIM_GROUPS} choice={choice} onChoice={setChoice} />
            <HistoryLog history={history} choice={choice} onChoice={setChoice} claimHref={null} level={4} />
            <p className="more">
              <Link className="btn btn-plain" href={`/statements/${statementId}/history`}>
                History of the whole statement
              </Link>
            </p>
          </>
        ) : null}
      </details>
    </section>
  )
}
