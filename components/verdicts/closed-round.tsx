'use client'

import { useState } from 'react'
import type { RoundDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import type { RatingScale } from '@/lib/domain/scale'
import { Ladder } from './ladder'
import { RoundResult } from './round-result'

type Props = { round: RoundDto; scale: RatingScale; me: PersonDto; isRevealed: boolean }

/** What came of the round: the consensus in one sentence, the clause that decided it, and every verdict on its rung. */
export function ClosedRound({ round, scale, me, isRevealed }: Props) {
  return (
    <>
      <RoundResult round={round} scale={scale} />
      {round.clause ? <p className="hint">{round.clause}</p> : null}
      <Ladder scale={scale} verdicts={round.verdicts} myId={me.id} isRevealed={isRevealed} />
    </>
  )
}

/** Whether the round was open when this was first shown, so that its verdicts unfold before the reader's eyes. */
export function useWasOpen(state: RoundDto['state']): boolean {
  const [wasOpen, setWasOpen] = useState(state === 'OPEN')
  if (state === 'OPEN' && !wasOpen) setWasOpen(true)
  return wasOpen
}
