import { LinkedText } from '@/components/citations/linked-text'
import { RatingWord } from '@/components/ui/rating-word'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { DecisionDto } from '@/lib/contracts/rounds'
import { partialDateInWords } from '@/lib/domain/partial-date'
import { findRating } from '@/lib/domain/scale'
import './decisions.css'

const PAST: Readonly<Record<DecisionDto['action'], string>> = {
  APPROVE: 'approved',
  OVERRIDE: 'decided against what the reviewers agreed,',
  RESOLVE: 'decided where the reviewers did not agree,',
  RETURN: 'returned',
  DISMISS: 'dismissed',
}

/** The decision that stands, or the return that the reviewers must answer, and the ones before, folded away. */
export function StandingDecision({ claim }: { claim: ClaimDto }) {
  const { decisions, stage, round } = claim
  const last = decisions.at(-1)
  if (!last) return null
  // Until its next round starts, a return is what stands.
  const isStanding =
    stage === 'DECIDED' || (last.action === 'RETURN' && round.state === 'CLOSED' && last.round === round.number)
  const earlier = isStanding ? decisions.slice(0, -1) : decisions
  return (
    <section className="part" aria-labelledby="decision-name">
      <h3 className="part-name" id="decision-name">
        Decision
      </h3>
      {isStanding ? <DecisionText decision={last} claim={claim} /> : null}
      {earlier.length > 0 ? (
        <details className="more">
          <summary>{earlier.length === 1 ? 'An earlier decision' : `${earlier.length} earlier decisions`}</summary>
          <ol className="decisions">
            {earlier.toReversed().map(decision => (
              <li key={decision.id}>
                <DecisionText decision={decision} claim={claim} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function DecisionText({ decision, claim }: { decision: DecisionDto; claim: ClaimDto }) {
  const { action, decider, at, explanation, reason, ratedAsOf } = decision
  if (action === 'RETURN') {
    return (
      <p className="note">
        {decider.name} returned it: “{reason}”
      </p>
    )
  }
  const rating = decision.rating === null ? undefined : findRating(claim.scale, decision.rating)
  return (
    <>
      <p>
        {rating ? <RatingWord rating={rating} /> : <b>{action === 'RESOLVE' ? 'No rating' : 'No checkable claim'}</b>}{' '}
        <span className="quiet">
          {PAST[action]} by {decider.name}, <RelativeTime at={at} />
        </span>
      </p>
      {reason ? (
        <p className="note" dir="auto">
          Reason: {reason}
        </p>
      ) : null}
      {explanation ? (
        <p className="prose written" dir="auto">
          <LinkedText>{explanation}</LinkedText>
        </p>
      ) : null}
      {ratedAsOf ? <p className="small">Rated as of {partialDateInWords(ratedAsOf)}</p> : null}
    </>
  )
}
