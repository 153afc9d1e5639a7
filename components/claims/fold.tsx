'use client'

import { type ReactNode, useState } from 'react'

type Props = {
  summary: ReactNode
  /** Opens it; once open it stays so until the person folds it. */
  isNeeded: boolean
  className?: string
  children: ReactNode
}

/** What is rarely needed, folded away. It never folds under the cursor. */
export function Fold({ summary, isNeeded, className, children }: Props) {
  const [isOpen, setOpen] = useState(isNeeded)
  const [wasNeeded, setWasNeeded] = useState(isNeeded)
  if (isNeeded !== wasNeeded) {
    setWasNeeded(isNeeded)
    if (isNeeded) setOpen(true)
  }
  return (
    <details className={className} open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
