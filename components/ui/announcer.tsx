'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Announce = createContext<(message: string) => void>(() => {})

/** Says what happened to those who cannot see it happen, and shows the last word as a short notice to those who can. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setSaid(before => ({ text, turn: before.turn + 1 })), [])
  return (
    <Announce value={announce}>
      {children}
      {/* A trailing no-break space on every other turn makes the same words heard twice. */}
      <p className="vh" role="status" aria-live="polite" aria-atomic="true">
        {said.text + (said.turn % 2 ? '\u00a0' : '')}
      </p>
    </Announce>
  )
}

/** Returns a function that speaks one sentence to assistive technology. */
export function useAnnounce(): (message: string) => void {
  return useContext(Announce)
}
