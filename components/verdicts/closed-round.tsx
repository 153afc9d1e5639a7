'use client'

import { useState } from 'react'
import { RatedSentence } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import type { RoundDto } from '@/lib/contracts/rounds'
import { farDissents } from './far-dissents'
import { Ladder } from './ladder'
import { RoundResult } from './round-result'
import { SideBySide } from './side-by-side'

type Props = { claim: ClaimDto; round: RoundDto; me: PersonDto; isRevealed: boolean }

/** What came of the round: the consensus in one sentence, the clause that decided it, what would change it, and every verdict on its rung. */
export function ClosedRound({ claim, round, me, isRevealed }: Props) {
  const [isComparing, setComparing] = useState(false)
  if (round.ending === 'ABANDONED') return <AbandonedRound claim={claim} round={round} me={me} />
  return (
    <>
      <RoundResult round={round} scale={claim.scale} />
      <RoundReasons round={round} scale={claim.scale} />
      <Ladder
        scale={claim.scale}
        verdicts={round.verdicts}
        myId={me.id}
        far={farDissents(claim, round)}
        isRevealed={isRevealed}
      />
      {round.verdicts.length > 1 ? (
        <button type="button" className="btn btn-plain compare" onClick={() => setComparing(true)}>
          Compare side by side
        </button>
      ) : null}
      {isComparing ? <SideBySide claim={claim} round={round} myId={me.id} onClose={() => setComparing(false)} /> : null}
    </>
  )
}

/** Which clause decided a closed round, and the least that would have made it come out otherwise. */
export function RoundReasons({ round, scale }: { round: RoundDto; scale: ClaimDto['scale'] }) {
  if (!round.clause && !round.change) return null
  return (
    <div className="hint round-reasons">
      {round.clause ? <p>{round.clause}</p> : null}
      {round.change ? (
        <p>
          <RatedSentence sentence={round.change} ratings={scale.ratings} />
        </p>
      ) : null}
    </div>
  )
}

/** A round that ended unopened, as when the claim was withdrawn: nothing of it is shown but one's own verdict. */
function AbandonedRound({ claim, round, me }: Omit<Props, 'isRevealed'>) {
  return (
    <>
      <p className="quiet">
        <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />
      </p>
      {round.verdicts.length > 0 ? <Ladder scale={claim.scale} verdicts={round.verdicts} myId={me.id} /> : null}
    </>
  )
}

/** Whether the round was open when this was first shown, so that its verdicts unfold before the reader's eyes. */
export function useWasOpen(state: RoundDto['state']): boolean {
  const [wasOpen, setWasOpen] = useState(state === 'OPEN')
  if (state === 'OPEN' && !wasOpen) setWasOpen(true)
  return wasOpen
}
