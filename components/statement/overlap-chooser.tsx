'use client'

import { useEffect, useRef } from 'react'
import { StatusShape } from '@/components/ui/status-shape'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { statusWords } from '@/lib/domain/status'
import { placed } from './placed'

type Props = {
  claims: readonly ClaimSummaryDto[]
  place: { top: number; left: number }
  onChoose: (claimId: string) => void
  onClose: () => void
}

/** Where several spans overlap, the person chooses. Arrow keys move, Enter opens, Esc closes. */
export function OverlapChooser({ claims, place, onChoose, onClose }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const cameFrom = document.activeElement
    // The editor takes the focus once more after the click that opened this.
    const frame = requestAnimationFrame(() => ref.current?.querySelector('button')?.focus({ preventScroll: true }))
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) close.current()
    }
    document.addEventListener('pointerdown', onPress)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('pointerdown', onPress)
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div
      ref={ref}
      className="chooser"
      role="dialog"
      aria-label={`${claims.length} claims here`}
      dir="ltr"
      style={placed(place)}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
          move(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <p className="small">{claims.length} claims stand here</p>
      <ul>
        {claims.map(claim => (
          <li key={claim.id}>
            <button type="button" onClick={() => onChoose(claim.id)}>
              <StatusShape status={claim.status} />
              <span>
                <span className="chooser-claim" dir="auto">
                  {claim.claimReviewed}
                </span>
                <span className="item-meta">{statusWords(claim)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function move(box: HTMLElement, by: 1 | -1): void {
  const buttons = [...box.querySelectorAll('button')]
  const at = buttons.findIndex(button => button.matches(':focus'))
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}
