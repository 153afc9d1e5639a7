'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

const PREFIX = 'assay:draft:'

/**
 * Text in progress that outlives a failed save, a lost session and a reload: kept in this browser under `key` until
 * `discard`. Restored after the first paint, so that server and browser render the same. `isRestored` is true when an
 * earlier draft was found.
 */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState(initial)
  const [isRestored, setRestored] = useState(false)
  const latestKey = useRef(key)
  const start = useRef(initial)

  useEffect(() => {
    latestKey.current = key
    const stored = read<T>(key)
    setValue(stored ?? start.current)
    setRestored(stored !== null)
  }, [key])

  const change = useCallback((next: T | ((before: T) => T)) => {
    setValue(before => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next // T is data, never a function
      write(latestKey.current, after)
      return after
    })
  }, [])

  const discard = useCallback((then?: T) => {
    remove(latestKey.current)
    setRestored(false)
    if (then !== undefined) setValue(then)
  }, [])

  return { value, change, discard, isRestored }
}

// Storage can be full or forbidden; the text then lives as long as the page.
function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as T) // written by `write` below with the same T
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {}
}

function remove(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {}
}
