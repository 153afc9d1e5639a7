'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { lastWord } from './last-word'

const Announce = createContext(lastWord(() => {}))

/** Says what happened to those who cannot see it happen. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const [announce] = useState(() => lastWord(text => setSaid(before => ({ text, turn: before.turn + 1 }))))
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
  return useContext(Announce).now
}

/** Like `useAnnounce`, but spoken only where nothing else is said for a moment; the words are asked for then. */
export function useAnnounceAtRest(): (words: () => string) => void {
  const { atRest, drop } = useContext(Announce)
  useEffect(() => drop, [drop])
  return atRest
}
