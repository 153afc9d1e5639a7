'use client'

import { useRef } from 'react'

/**
 * Gives the Idempotency-Key of a submission: the same for the same content sent again after a lost reply, a new one as
 * soon as anything differs or `forget` says that the submission is done.
 */
export function useSubmissionKey() {
  const last = useRef<{ content: string; key: string } | null>(null)
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content)
      if (last.current?.content !== text) last.current = { content: text, key: newKey() }
      return last.current.key
    },
    forget() {
      last.current = null
    },
  }
}

/** 128 random bits, hex. crypto.randomUUID is missing on desks reached over plain http. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
