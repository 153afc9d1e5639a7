'use client'

import { createContext, useContext } from 'react'

const Reveal = createContext<((targetId: string) => void) | null>(null)

/** Gives what stands below it a way to bring a passage into view in the text. */
export const RevealPassage = Reveal.Provider

/** Brings a passage of the statement into view; null where no text stands beside the claim. */
export function useRevealPassage(): ((targetId: string) => void) | null {
  return useContext(Reveal)
}
