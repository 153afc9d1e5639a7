'use client'

import { memo, useEffect, useRef, useState } from 'react'
import { claimItemId } from '@/components/claims/rail-item'
import { Shape } from '@/components/ui/shape'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { statusWords } from '@/lib/domain/status'

/** A span's line, in pixels from the top of the text. */
export type Marked = { claim: ClaimSummaryDto; targetId: string; isChanged: boolean; top: number }

type Handlers = {
  onOpen: (claimId: string, goesThere: boolean) => void
  onChoose: (claims: readonly ClaimSummaryDto[], top: number, isByKey: boolean) => void
}

type Props = Handlers & { marked: readonly Marked[]; selectedId: string | null }

const LINE = 29

/** One real button a span, at the line where it begins: what a keyboard and a screen reader hold on to. */
export function MarginMarkers({ marked, selectedId, onOpen, onChoose }: Props) {
  const latest = useRef({ onOpen, onChoose })
  useEffect(() => {
    latest.current = { onOpen, onChoose }
  })
  const [stable] = useState<Handlers>(() => ({
    onOpen: (...args) => latest.current.onOpen(...args),
    onChoose: (...args) => latest.current.onChoose(...args),
  }))
  return byLine(marked).map(line => (
    <MarkerLine
      key={line[0]?.targetId}
      line={line}
      selectedId={line.some(({ claim }) => claim.id === selectedId) ? selectedId : null}
      handlers={stable}
    />
  ))
}

type LineProps = { line: readonly Marked[]; selectedId: string | null; handlers: Handlers }

/** Drawn again only if something of it changed: scrolling brings new lines and leaves the others as they are. */
const MarkerLine = memo(function MarkerLine({ line, selectedId, handlers }: LineProps) {
  const shown = line.length > 2 ? line.slice(0, 1) : line
  const rest = line.slice(shown.length)
  return (
    <>
      {shown.map((mark, place) => (
        <button
          key={mark.targetId}
          type="button"
          className="marker"
          data-place={place}
          style={{ insetBlockStart: mark.top }}
          aria-label={`${markWords(mark)}: ${mark.claim.claimReviewed}`}
          title={markWords(mark)}
          aria-current={mark.claim.id === selectedId ? 'true' : undefined}
          aria-details={mark.claim.id === selectedId ? 'panel-body' : claimItemId(mark.claim.id)}
          // A click without a count was made with a key.
          onClick={event => handlers.onOpen(mark.claim.id, event.detail === 0)}
        >
          {mark.isChanged ? <Shape name="changed" /> : <StatusShape status={mark.claim.status} />}
        </button>
      ))}
      {rest.length > 0 ? (
        <button
          type="button"
          className="marker"
          data-place={1}
          style={{ insetBlockStart: line[0]?.top }}
          aria-label={`${rest.length} more claims at this line`}
          onClick={event =>
            handlers.onChoose(
              line.map(({ claim }) => claim),
              line[0]?.top ?? 0,
              event.detail === 0,
            )
          }
        >
          +{rest.length}
        </button>
      ) : null}
    </>
  )
}, isSameLine)

function isSameLine(one: LineProps, other: LineProps): boolean {
  return (
    one.selectedId === other.selectedId &&
    one.line.length === other.line.length &&
    one.line.every((mark, at) => mark === other.line[at])
  )
}

function markWords({ claim, isChanged }: Marked): string {
  return isChanged ? `Changed text, ${statusWords(claim)}` : statusWords(claim)
}

/** Marks whose spans begin on the same line or the next one share a place. */
function byLine(marked: readonly Marked[]): Marked[][] {
  const lines: Marked[][] = []
  for (const mark of [...marked].sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1)
    if (last?.[0] && mark.top - last[0].top < LINE - 4) last.push(mark)
    else lines.push([mark])
  }
  return lines
}
