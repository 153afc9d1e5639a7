'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus to `target` when what is shown goes away with the focus in it. Elsewhere the focus is left alone. */
export function useReturnFocus(isShown: boolean, target: RefObject<HTMLElement | null>): void {
  const wasShown = useRef(isShown)
  useEffect(() => {
    if (wasShown.current && !isShown && document.activeElement === document.body) target.current?.focus()
    wasShown.current = isShown
  }, [isShown, target])
}
