import type { ClaimDto, RoundDto } from '@/lib/contracts/claims'
import { Ladder } from './ladder'
import { RoundResult } from './round-result'

/** The rounds before the current one, newest first. */
export function EarlierRounds({ claim, myId }: { claim: ClaimDto; myId: string }) {
  return claim.rounds
    .slice(0, -1)
    .reverse()
    .map(round => (
      <section key={round.number} className="part" aria-labelledby={`round-${round.number}-name`}>
        <h3 className="part-name" id={`round-${round.number}-name`}>
          Round {round.number}
        </h3>
        {round.ending === 'ABANDONED' ? (
          <Abandoned round={round} />
        ) : (
          <>
            <RoundResult round={round} scale={claim.scale} />
            {round.ending === 'RETURNED' ? <p className="hint">Returned, so it counts towards no maximum.</p> : null}
          </>
        )}
        {round.verdicts.length > 0 ? (
          <details className="more">
            <summary>
              {round.ending === 'ABANDONED' ? 'Your verdict of' : 'Verdicts of'} round {round.number}
            </summary>
            <Ladder scale={claim.scale} verdicts={round.verdicts} myId={myId} />
          </details>
        ) : null}
      </section>
    ))
}

function Abandoned({ round }: { round: RoundDto }) {
  return (
    <p className="quiet">
      It ended when the claim changed. {round.cast > 0 ? 'Its verdicts stay sealed for good.' : 'Nobody had cast yet.'}
    </p>
  )
}
