'use client'

import { useEffect, useId, useRef, useState } from 'react'

/**
 * A button that shows what it hides: open until it is pressed again, or something outside is pressed or focused, or
 * Escape, which gives the focus back to the button. Spread `root` on what holds both and `button` on the button, and
 * give what is shown the `id`. Nothing traps the focus, so Tab walks through.
 */
export function useDisclosure() {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeOnEscape, true)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeOnEscape, true)
    }
  }, [isOpen])

  return {
    id,
    isOpen,
    close: () => setOpen(false),
    root: { ref: root },
    button: {
      ref: button,
      'aria-expanded': isOpen,
      'aria-controls': id,
      onClick: () => setOpen(open => !open),
    },
    /** Puts the focus back on the button. */
    focusButton: () => button.current?.focus(),
  }
}
