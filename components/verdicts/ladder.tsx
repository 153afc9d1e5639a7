import { RatingWord } from '@/components/ui/rating-word'
import type { VerdictDto } from '@/lib/contracts/claims'
import { type Rating, type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { VerdictCard } from './verdict-card'

type Props = { scale: RatingScale; verdicts: readonly VerdictDto[]; myId: string; isRevealed?: boolean }

/**
 * The scale runs down the side and each verdict stands on its rung, so that the distance between two opinions is a
 * distance on the page. Empty rungs stay; off the scale only what was given is listed, below.
 */
export function Ladder({ scale, verdicts, myId, isRevealed = false }: Props) {
  const ordered = ratingsInOrder(scale)
  const last = ordered.findLast(({ position }) => position !== null)
  const on = (rating: Rating) => verdicts.filter(verdict => verdict.rating === rating.key)
  return (
    <ol className={isRevealed ? 'ladder is-revealed' : 'ladder'} aria-label="Verdicts on the scale">
      {ordered
        .filter(rating => rating.position !== null || on(rating).length > 0)
        .map(rating => (
          <Rung key={rating.key} rating={rating} verdicts={on(rating)} isLast={rating === last} myId={myId} />
        ))}
    </ol>
  )
}

type RungProps = { rating: Rating; verdicts: readonly VerdictDto[]; isLast: boolean; myId: string }

function Rung({ rating, verdicts, isLast, myId }: RungProps) {
  const classes = ['rung', isLast ? 'rung-end' : '', rating.position === null ? 'rung-off' : '']
    .filter(Boolean)
    .join(' ')
  if (verdicts.length === 0) {
    return (
      <li className={classes}>
        <span className="rung-name">{rating.label}</span>
        <span className="rung-dot" />
        <span className="vh">none</span>
      </li>
    )
  }
  return (
    <li className={classes} data-r={rating.tone}>
      <span className="rung-name">
        <RatingWord rating={rating} />
      </span>
      <span className="rung-dot" />
      <div className="rung-body">
        {verdicts.map(verdict => (
          <VerdictCard key={verdict.id} verdict={verdict} isMine={verdict.reviewer.id === myId} />
        ))}
      </div>
    </li>
  )
}
