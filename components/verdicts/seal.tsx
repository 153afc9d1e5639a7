'use client'

import { useState } from 'react'
import { CommandDialog } from '@/components/api/command-dialog'
import { useClaimCommand } from '@/components/claims/use-claim-command'
import { useAnnounce } from '@/components/ui/announcer'
import { Disc } from '@/components/ui/disc'
import { RatedSentence } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { PersonDto } from '@/lib/contracts/people'
import type { RoundDto } from '@/lib/contracts/rounds'
import { closeRoundContract } from '@/lib/contracts/verdicts'
import { seatsIn } from '@/lib/domain/round'
import { consensusSentence, textOf } from '@/lib/domain/sentence'
import { counted } from '@/lib/domain/sentence-words'
import { type Seat, seatsOf } from './seats'

type Props = { claim: ClaimDto; round: RoundDto; me: PersonDto & { isTrainee?: boolean }; isEditor: boolean }

/** What everyone may know of an open round: who has cast, and how many are missing. */
export function Seal({ claim, round, me, isEditor }: Props) {
  const seats = seatsOf(claim, me)
  const plain = textOf(consensusSentence({ status: 'AWAITING', missing: round.missing }, claim.scale))
  const isOutOfReach = textOf(round.sentence) !== plain
  return (
    <div className="seal">
      <ul className="seats">
        {seats.map((seat, place) => (
          <SeatItem key={`${seat.person?.id ?? place} ${seat.isTrainee}`} seat={seat} />
        ))}
      </ul>
      <p>
        {round.cast} of {seatsIn(round)} verdicts {round.cast === 1 ? 'is' : 'are'} in. They open together when the
        round closes.
        {round.missing === 1 && claim.needsMyVerdict && !me.isTrainee ? (
          ' Yours is the last: casting it closes the round.'
        ) : isOutOfReach || !round.change ? null : (
          <>
            {' '}
            <RatedSentence sentence={round.change} ratings={claim.scale.ratings} />
          </>
        )}
      </p>
      {isOutOfReach ? (
        <p className="note">
          <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />{' '}
          {round.change ? <RatedSentence sentence={round.change} ratings={claim.scale.ratings} /> : null}
        </p>
      ) : null}
      {isEditor ? (
        <CloseRound
          claim={claim}
          round={round}
          waitingFor={seats.filter(({ hasCast, isTrainee }) => !hasCast && !isTrainee)}
        />
      ) : null}
    </div>
  )
}

function SeatItem({ seat: { person, hasCast, isMe, isTrainee } }: { seat: Seat }) {
  return (
    <li>
      {person ? (
        <Disc name={person.name} isEmpty={!hasCast} />
      ) : (
        <span className="disc disc-empty" aria-hidden="true" />
      )}
      <span>
        {isMe ? 'You' : (person?.name ?? 'Free seat')}
        <span className="small">
          {hasCast ? 'Cast' : 'Not yet'}
          {isTrainee ? '; trainee, not counted' : ''}
        </span>
      </span>
    </li>
  )
}

type CloseProps = { claim: ClaimDto; round: RoundDto; waitingFor: readonly Seat[] }

/** The editor's way to close a round at quorum although not everyone asked has come. */
function CloseRound({ claim, round, waitingFor }: CloseProps) {
  const [isAsking, setAsking] = useState(false)
  const announce = useAnnounce()
  const close = useClaimCommand(closeRoundContract, {
    onDone: closed => announce(`Round ${round.number} has closed. ${textOf(closed.rounds.at(-1)?.sentence ?? [])}`),
  })
  const { allowed, reason } = claim.may.closeRound
  const names = waitingFor.flatMap(({ person, isMe }) => (person ? [isMe ? 'you' : person.name] : []))
  return (
    <div className="row">
      <button
        type="button"
        className="btn"
        aria-disabled={!allowed}
        aria-describedby={allowed ? undefined : 'close-round-reason'}
        onClick={() => {
          if (allowed) setAsking(true)
        }}
      >
        Close round…
      </button>
      {allowed ? null : (
        <span className="small" id="close-round-reason">
          {reason}
        </span>
      )}
      {isAsking ? (
        <CommandDialog
          title={`Close round ${round.number}?`}
          act="Close round"
          isRunning={close.isRunning}
          problem={close.problem}
          onSubmit={() => close.run({ claimId: claim.id, version: claim.version })}
          onClose={() => setAsking(false)}
        >
          <p>
            {counted(round.cast, 'verdict')} {round.cast === 1 ? 'opens' : 'open'} for everyone and can no longer be
            changed.{names.length > 0 ? ` Still missing: ${names.join(', ')}.` : ''}
          </p>
        </CommandDialog>
      ) : null}
    </div>
  )
}
