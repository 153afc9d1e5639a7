'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

const GAP = 12

/**
 * Lets the sheet begin right under the claim's sentence, which is part of what is decided on: scrolls the panel to its top
 * while the sheet is open, and back afterwards. The ref goes around the sheet.
 */
export function useSheetTop(): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const panel = holder.current?.closest('.panel-body')
    const sentence = panel?.querySelector('.sentence')
    if (!panel || !sentence) return
    const before = panel.scrollTop
    panel.scrollTop = 0
    const { bottom } = sentence.getBoundingClientRect()
    // A very long sentence must not leave the sheet without room.
    holder.current?.style.setProperty('--sheet-top', `${Math.min(bottom + GAP, window.innerHeight / 3)}px`)
    return () => {
      panel.scrollTop = before
    }
  }, [])
  return holder
}
