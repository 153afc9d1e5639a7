'use client'

import { createContext, useContext, useState } from 'react'

/** Goes on to the next claim; resolves to what to say where there is none. */
type GoNext = () => Promise<string | null>

/** How the place in which a claim stands goes on to the next one; null where it does not. */
export const NextClaim = createContext<GoNext | null>(null)

/** Offers the next claim once one's verdict is in. */
export function NextClaimOffer() {
  const goNext = useContext(NextClaim)
  const [said, setSaid] = useState<string | null>(null)
  if (!goNext) return null
  return (
    <p className="row">
      <button type="button" className="btn btn-main" onClick={async () => setSaid(await goNext())}>
        Next claim for me <kbd>N</kbd>
      </button>
      {said ? <span className="small">{said}</span> : null}
    </p>
  )
}
