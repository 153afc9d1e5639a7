import { RatingWord } from '@/components/ui/rating-word'
import type { ScaleDto } from '@/lib/contracts/scales'

/** A scale as readers know it: on the scale from the top, then what stands off it. */
export function ScaleView({ scale }: { scale: ScaleDto }) {
  const on = scale.ratings.filter(({ position }) => position !== null)
  const off = scale.ratings.filter(({ position }) => position === null)
  return (
    <>
      <Ratings ratings={on} />
      {off.length > 0 ? (
        <>
          <h3>Off the scale</h3>
          <Ratings ratings={off} />
        </>
      ) : null}
    </>
  )
}

function Ratings({ ratings }: Pick<ScaleDto, 'ratings'>) {
  return (
    <ul className="ratings">
      {ratings.map(rating => (
        <li key={rating.key}>
          <span>
            <RatingWord rating={rating} />
          </span>
          <span>{rating.definition}</span>
          <span className="small">{rating.requiresCitation ? 'Needs a source' : 'Needs no source'}</span>
        </li>
      ))}
    </ul>
  )
}
