'use client'

import { useSyncExternalStore } from 'react'

/** False on the server and until the page can answer: a form sent before that would put a password into the address. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
