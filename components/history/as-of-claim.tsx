import { CitationList } from '@/components/citations/citation-list'
import { LinkedText } from '@/components/citations/linked-text'
import { RatedSentence, RatingWord } from '@/components/ui/rating-word'
import { StatusShape } from '@/components/ui/status-shape'
import { CONFIDENCE_LABELS } from '@/components/verdicts/labels'
import type { ClaimThenDto } from '@/lib/contracts/history'
import { STATUS_LABELS } from '@/lib/domain/status'

type Props = { claim: ClaimThenDto; claims: readonly ClaimThenDto[] }

/** One claim as it stood: its words and passages, what its rounds had said, and the decision that stood. */
export function AsOfClaim({ claim, claims }: Props) {
  const into = claims.find(({ id }) => id === claim.mergedIntoId)
  return (
    <li className="as-of-claim">
      <p className="small">
        <StatusShape status={claim.status} /> {STATUS_LABELS[claim.status]}
        {claim.rating ? (
          <>
            {' · '}
            <RatingWord rating={claim.rating} />
          </>
        ) : null}
      </p>
      <h3 dir="auto">{claim.claimReviewed}</h3>
      {into ? (
        <p className="quiet">
          Merged into “<bdi>{into.claimReviewed}</bdi>”.
        </p>
      ) : null}
      {claim.quotes.map(({ start, exact, anchorState }) => (
        <blockquote key={`${start} ${exact}`} className="quiet" dir="auto">
          “{exact}”{anchorState === 'ANCHORED' ? null : ` (${UNANCHORED[anchorState]})`}
        </blockquote>
      ))}
      {claim.decision ? <DecisionThen claim={claim} decision={claim.decision} /> : null}
      {claim.rounds.map(round => (
        <RoundThen key={round.number} claim={claim} round={round} />
      ))}
    </li>
  )
}

const UNANCHORED = { CHANGED: 'changed in that text, nobody had looked yet', ORPHANED: 'gone from that text' }

const ACTS = {
  APPROVE: 'approved',
  OVERRIDE: 'overrode the reviewers',
  RESOLVE: 'resolved it',
  RETURN: 'returned it',
  DISMISS: 'dismissed it',
} as const

function DecisionThen({ claim, decision }: { claim: ClaimThenDto; decision: NonNullable<ClaimThenDto['decision']> }) {
  const { decider, action, explanation, reason } = decision
  const rating = claim.ratings.find(({ key }) => key === decision.rating)
  return (
    <div className="as-of-decision">
      <p>
        {decider.name} {ACTS[action]}
        {rating ? (
          <>
            {': '}
            <RatingWord rating={rating} />
          </>
        ) : null}
        .
      </p>
      {explanation ? (
        <p className="written" dir="auto">
          <LinkedText>{explanation}</LinkedText>
        </p>
      ) : null}
      {reason ? (
        <p className="written quiet" dir="auto">
          <LinkedText>{reason}</LinkedText>
        </p>
      ) : null}
    </div>
  )
}

function RoundThen({ claim, round }: { claim: ClaimThenDto; round: ClaimThenDto['rounds'][number] }) {
  const { number, state, ending, sentence, verdicts } = round
  if (state === 'OPEN') return <p className="quiet">Round {number} was open and sealed.</p>
  if (ending === 'ABANDONED' || !sentence) {
    return <p className="quiet">Round {number} had ended unopened; its verdicts stay sealed.</p>
  }
  return (
    <details className="as-of-round">
      <summary>
        Round {number}: <RatedSentence sentence={sentence} ratings={claim.ratings} />
      </summary>
      {verdicts.map(verdict => {
        const rating = claim.ratings.find(({ key }) => key === verdict.rating)
        return (
          <article key={verdict.id} className="verdict">
            <header>
              <h4>{verdict.reviewer.name}</h4>
              {rating ? <RatingWord rating={rating} /> : null}
              <span className="small">{CONFIDENCE_LABELS[verdict.confidence]} confidence</span>
            </header>
            {verdict.isTrainee ? <p className="small">Trainee: seen, not counted</p> : null}
            <p className="written" dir="auto">
              <LinkedText>{verdict.rationale}</LinkedText>
            </p>
            <CitationList citations={verdict.citations} />
          </article>
        )
      })}
    </details>
  )
}
