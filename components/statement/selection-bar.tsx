'use client'

import { useAnnounce } from '@/components/ui/announcer'
import { placed } from './placed'
import type { Span } from './span'

/**
 * Where the bar stands: above the selection's first line, in pixels from the text's own corner; on narrow windows and under
 * a finger at the edge of the window that the selection is not at.
 */
export type BarPlace = { top: number; left: number; edge: 'top' | 'bottom' }

type Props = {
  span: Span
  place: BarPlace
  hasClaims: boolean
  onClaim: (span: Span) => void
  onAdd: (span: Span) => void
}

/** What can be done with the selected passage. Stands above it and never takes the selection away. */
export function SelectionBar({ span, place, hasClaims, onClaim, onAdd }: Props) {
  const announce = useAnnounce()
  const copy = async () => {
    await navigator.clipboard.writeText(span.exact)
    announce('Quote copied.')
  }
  return (
    <div
      className="sel-bar"
      role="toolbar"
      aria-label="Selected text"
      dir="ltr"
      style={placed(place)}
      data-edge={place.edge}
      // A press on the bar must not collapse the selection it is about.
      onPointerDown={event => event.preventDefault()}
    >
      <button type="button" className="btn btn-plain" onClick={() => onClaim(span)}>
        Claim <kbd>H</kbd>
      </button>
      {hasClaims ? (
        <button type="button" className="btn btn-plain" onClick={() => onAdd(span)}>
          Add to claim…
        </button>
      ) : null}
      <button type="button" className="btn btn-plain" onClick={() => void copy()}>
        Copy quote
      </button>
    </div>
  )
}
