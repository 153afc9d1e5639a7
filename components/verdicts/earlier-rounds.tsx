import { RatedSentence } from '@/components/ui/rating-word'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { RoundDto } from '@/lib/contracts/rounds'
import { RoundReasons } from './closed-round'
import { countedVerdicts } from './counted-verdicts'
import { farDissents } from './far-dissents'
import { Ladder } from './ladder'
import { NamedPlot } from './named-plot'

/** The rounds before the current one, newest first: each says what came of it and unfolds to its verdicts. */
export function EarlierRounds({ claim, myId }: { claim: ClaimDto; myId: string }) {
  return claim.rounds
    .slice(0, -1)
    .reverse()
    .map(round => {
      const isAbandoned = round.ending === 'ABANDONED'
      return (
        <section key={round.number} className="part" aria-labelledby={`round-${round.number}-name`}>
          <h3 className="part-name" id={`round-${round.number}-name`}>
            Round {round.number}
          </h3>
          {isAbandoned && round.verdicts.length === 0 ? (
            <p className="quiet">{whyAbandoned(round)}</p>
          ) : (
            <details className="more earlier">
              <summary>
                {isAbandoned ? (
                  `${whyAbandoned(round)} Your verdict is kept for you.`
                ) : (
                  <RatedSentence sentence={round.sentence} ratings={claim.scale.ratings} />
                )}
              </summary>
              {isAbandoned ? null : (
                <>
                  <NamedPlot scale={claim.scale} verdicts={countedVerdicts(round)} />
                  <RoundReasons round={round} scale={claim.scale} />
                </>
              )}
              <Ladder scale={claim.scale} verdicts={round.verdicts} myId={myId} far={farDissents(claim, round)} />
            </details>
          )}
          {round.ending === 'RETURNED' ? <p className="hint">Returned, so it counts towards no maximum.</p> : null}
        </section>
      )
    })
}

function whyAbandoned(round: RoundDto): string {
  return `It ended when the claim changed. ${round.cast > 0 ? 'Its verdicts stay sealed for good.' : 'Nobody had cast yet.'}`
}
