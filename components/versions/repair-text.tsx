'use client'

import { useEffect, useRef } from 'react'
import { placed } from '@/components/statement/placed'
import type { Span } from '@/components/statement/span'
import { useHighlights } from '@/components/statement/use-highlights'
import { useTextSelection } from '@/components/statement/use-text-selection'
import { useShortcut } from '@/components/ui/shortcuts'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import '@/components/statement/highlights.css'

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  claimId: string
  /** Where the passage was chosen to stand. */
  place: Span | null
  /** Where to begin looking: an offset in the current text. */
  near: number
  onPlace: (place: Span) => void
}

/** The current text, to select in it where a passage stands now. It snaps to whole characters like every selection. */
export function RepairText({ statement, claims, claimId, place, near, onPlace }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const { engine } = useHighlights(host, statement, claims, claimId, place)
  const { selected, read } = useTextSelection(engine, holder, statement.text)
  const choose = (span: Span) => {
    onPlace(span)
    document.getSelection()?.removeAllRanges()
  }
  useShortcut('h', 'It stands at the selected words', () => {
    const now = read()
    if (now) choose(now.span)
  })

  const start = place?.start ?? near
  useEffect(() => {
    const scroller = holder.current?.parentElement
    const line = engine?.rectAt(Math.min(start, statement.text.length - 1))
    if (!scroller || !line) return
    const box = scroller.getBoundingClientRect()
    if (line.top < box.top + 24 || line.bottom > box.bottom - 24) {
      scroller.scrollBy({ top: line.top - box.top - box.height / 3, behavior: 'instant' })
    }
  }, [engine, start, statement.text])

  return (
    <div className="repair-text">
      <div className="text-holder" ref={holder} dir={statement.direction}>
        <div ref={host} />
        {selected ? (
          <div
            className="sel-bar"
            role="toolbar"
            aria-label="Selected text"
            dir="ltr"
            style={placed(selected.place)}
            data-edge={selected.place.edge}
            onPointerDown={event => event.preventDefault()}
          >
            <button type="button" className="btn btn-plain" onClick={() => choose(selected.span)}>
              It stands here <kbd>H</kbd>
            </button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
