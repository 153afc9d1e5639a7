'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useRef } from 'react'

/**
 * The selected claim. The address always names it, so that a reload or a link keeps the place; `back` and `forward` walk
 * through the spans that were looked at, without leaving the page.
 */
export function useSelectedClaim() {
  const params = useSearchParams()
  const selectedId = params.get('claim')
  const trail = useRef<{ ids: string[]; at: number }>({ ids: selectedId ? [selectedId] : [], at: selectedId ? 0 : -1 })

  const show = useCallback((claimId: string | null) => {
    const address = new URL(window.location.href)
    if (claimId) address.searchParams.set('claim', claimId)
    else address.searchParams.delete('claim')
    // A notice's link names a comment as well; it is of the claim that was selected before.
    address.searchParams.delete('comment')
    window.history.replaceState(null, '', address)
  }, [])

  const select = useCallback(
    (claimId: string | null) => {
      if (claimId) {
        const { ids, at } = trail.current
        if (ids[at] !== claimId) trail.current = { ids: [...ids.slice(0, at + 1), claimId], at: at + 1 }
      }
      show(claimId)
    },
    [show],
  )

  const step = useCallback(
    (by: 1 | -1) => {
      const { ids, at } = trail.current
      const claimId = ids[at + by]
      if (!claimId) return
      trail.current = { ids, at: at + by }
      show(claimId)
    },
    [show],
  )

  return { selectedId, select, step }
}

/** The address of a claim in this statement. */
export function claimHref(statementId: string, claimId: string): string {
  return `/statements/${statementId}?claim=${claimId}`
}
