'use client'

import type { useNextClaim } from './use-next-claim'

/** Leads to the claim that one best takes next, and says where there is none. */
export function NextClaimButton({ next: { go, said, isAsking } }: { next: ReturnType<typeof useNextClaim> }) {
  return (
    <span className="next-claim">
      {said ? <span className="small">{said}</span> : null}
      <button type="button" className="btn btn-main" aria-disabled={isAsking} onClick={() => void go()}>
        Next claim for me <kbd>N</kbd>
      </button>
    </span>
  )
}
