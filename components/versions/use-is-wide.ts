'use client'

import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 60rem)'

/** Whether there is room for two texts beside each other. The server cannot know and says yes. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    notify => {
      const query = matchMedia(WIDE)
      query.addEventListener('change', notify)
      return () => query.removeEventListener('change', notify)
    },
    () => matchMedia(WIDE).matches,
    () => true,
  )
}
