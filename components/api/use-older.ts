'use client'

import { useState } from 'react'

type Page<Item> = { items: readonly Item[]; nextCursor: string | null }

/**
 * What comes after a list's first page, a page at a time as it is asked for. A page that could not be read leaves what is
 * there, and can be asked for again.
 */
export function useOlder<Item>(
  start: string | null,
  readPage: (cursor: string) => Promise<Page<Item>>,
  onRead?: (items: readonly Item[]) => void,
) {
  const [older, setOlder] = useState<readonly Item[]>([])
  const [cursor, setCursor] = useState(start)
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const readOlder = async () => {
    if (cursor === null) return
    setReading(true)
    setError(null)
    try {
      const next = await readPage(cursor)
      setOlder(before => [...before, ...next.items])
      setCursor(next.nextCursor)
      onRead?.(next.items)
    } catch (refusal) {
      setError(refusal)
    }
    setReading(false)
  }
  return { older, hasOlder: cursor !== null, isReading, error, readOlder }
}
