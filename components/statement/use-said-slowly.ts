'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/announcer'

/** So that a key held down is heard once, when it rests. */
const REST_MS = 150

/** Announces like `useAnnounce`, but only what is still so after a moment's rest; a later word takes an earlier one's place. */
export function useSaidSlowly(): (words: () => string) => void {
  const announce = useAnnounce()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    words => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => announce(words()), REST_MS)
    },
    [announce],
  )
}
