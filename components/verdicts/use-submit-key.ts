'use client'

import { useEffect, useRef } from 'react'
import { isSubmitKey } from '@/components/ui/submit-key'

/** Runs on Ctrl or ⌘ with Enter, also while typing; a dialog in front keeps it for itself, and so does who has handled it. */
export function useSubmitKey(run: () => void, isActive = true): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isActive) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSubmitKey(event) || event.defaultPrevented || document.querySelector('dialog:modal')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isActive])
}
