import { RatingWord } from '@/components/ui/rating-word'
import type { VerdictDto } from '@/lib/contracts/rounds'
import { type Rating, type RatingKey, type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { VerdictCard } from './verdict-card'

type Props = {
  scale: RatingScale
  verdicts: readonly VerdictDto[]
  myId: string
  /** Ratings that stand far from what was agreed. */
  far?: readonly RatingKey[]
  isRevealed?: boolean
  /** `columns` lays the scale from side to side where there is room, as a second look at what stands elsewhere. */
  layout?: 'rungs' | 'columns'
}

/**
 * The scale runs down the side and each verdict stands on its rung, so that the distance between two opinions is a
 * distance on the page. Empty rungs stay; off the scale only what was given is listed, below.
 */
export function Ladder({ scale, verdicts, myId, far = [], isRevealed = false, layout = 'rungs' }: Props) {
  const ordered = ratingsInOrder(scale)
  const last = ordered.findLast(({ position }) => position !== null)
  const on = (rating: Rating) => verdicts.filter(verdict => verdict.rating === rating.key)
  const classes = ['ladder', isRevealed ? 'is-revealed' : '', layout === 'columns' ? 'ladder-columns' : '']
  return (
    <ol className={classes.filter(Boolean).join(' ')} aria-label="Verdicts on the scale">
      {ordered
        .filter(rating => rating.position !== null || on(rating).length > 0)
        .map(rating => (
          <Rung
            key={rating.key}
            rating={rating}
            verdicts={on(rating)}
            isLast={rating === last}
            isFar={far.includes(rating.key)}
            isCopy={layout === 'columns'}
            myId={myId}
          />
        ))}
    </ol>
  )
}

type RungProps = {
  rating: Rating
  verdicts: readonly VerdictDto[]
  isLast: boolean
  isFar: boolean
  isCopy: boolean
  myId: string
}

function Rung({ rating, verdicts, isLast, isFar, isCopy, myId }: RungProps) {
  const classes = ['rung', isLast ? 'rung-end' : '', rating.position === null ? 'rung-off' : '']
    .filter(Boolean)
    .join(' ')
  if (verdicts.length === 0) {
    return (
      <li className={`${classes} rung-empty`}>
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
          <VerdictCard
            key={verdict.id}
            verdict={verdict}
            isMine={verdict.reviewer.id === myId}
            isFar={isFar}
            isCopy={isCopy}
          />
        ))}
      </div>
    </li>
  )
}
