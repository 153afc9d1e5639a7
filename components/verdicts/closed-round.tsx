'use client'

import { useState } from 'react'
import { RatedSentence } from '@/components/ui/rating-word'
import type { RoundDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import type { RatingScale } from '@/lib/domain/scale'
import { Ladder } from './ladder'
import { RoundResult } from './round-result'

type Props = { round: RoundDto; scale: RatingScale; me: PersonDto; isRevealed: boolean }

/** What came of the round: the consensus in one sentence, the clause that decided it, and every verdict on its rung. */
export function ClosedRound({ round, scale, me, isRevealed }: Props) {
  if (round.ending === 'ABANDONED') return <AbandonedRound round={round} scale={scale} me={me} />
  return (
    <>
      <RoundResult round={round} scale={scale} />
      {round.clause ? <p className="hint">{round.clause}</p> : null}
      <Ladder scale={scale} verdicts={round.verdicts} myId={me.id} isRevealed={isRevealed} />
    </>
  )
}

/** A round that ended unopened, as when the claim was withdrawn: nothing of it is shown but one's own verdict. */
function AbandonedRound({ round, scale, me }: Omit<Props, 'isRevealed'>) {
  return (
    <>
      <p className="quiet">
        <RatedSentence sentence={round.sentence} ratings={scale.ratings} />
      </p>
      {round.verdicts.length > 0 ? <Ladder scale={scale} verdicts={round.verdicts} myId={me.id} /> : null}
    </>
  )
}

/** Whether the round was open when this was first shown, so that its verdicts unfold before the reader's eyes. */
export function useWasOpen(state: RoundDto['state']): boolean {
  const [wasOpen, setWasOpen] = useState(state === 'OPEN')
  if (state === 'OPEN' && !wasOpen) setWasOpen(true)
  return wasOpen
}
