'use client'

import { useEffect, useState } from 'react'

const KEY = 'assay:panel-width'
const MIN = 320
const MAX = 640
const STEP = 16

/** The panel's width in pixels, remembered in this browser; null for the default. */
export function usePanelWidth() {
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    const stored = Number(localStorage.getItem(KEY))
    if (stored >= MIN && stored <= MAX) setWidth(stored)
  }, [])
  const change = (next: number) => {
    const bounded = Math.round(Math.min(MAX, Math.max(MIN, next)))
    localStorage.setItem(KEY, String(bounded))
    setWidth(bounded)
  }
  return [width, change] as const
}

/** The panel's edge: drag it, or move it with the arrow keys. */
export function PanelGrip({ width, onChange }: { width: number; onChange: (width: number) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be a splitter; this is the ARIA window-splitter pattern
    <div
      className="grip"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Panel width"
      aria-valuenow={width}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={event => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
        onChange(isRtl ? event.clientX : window.innerWidth - event.clientX)
      }}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') onChange(width + STEP)
        else if (event.key === 'ArrowRight') onChange(width - STEP)
        else return
        event.preventDefault()
      }}
    />
  )
}
