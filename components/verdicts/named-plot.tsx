'use client'

import { useId, useState } from 'react'
import { RatingWord } from '@/components/ui/rating-word'
import type { VerdictDto } from '@/lib/contracts/rounds'
import { type RatingScale, ratingsInOrder } from '@/lib/domain/scale'
import { DotPlot } from './dot-plot'

type Props = { scale: RatingScale; verdicts: readonly VerdictDto[] }

/** The verdicts as dots, and who stands where for whoever points at them, comes to them by key or touches them. */
export function NamedPlot({ scale, verdicts }: Props) {
  const [isShown, setShown] = useState(false)
  const id = useId()
  const given = ratingsInOrder(scale)
    .map(rating => ({ rating, names: verdicts.filter(one => one.rating === rating.key).map(one => one.reviewer.name) }))
    .filter(({ names }) => names.length > 0)
  const said = given.map(({ rating, names }) => `${names.length} ${rating.label}`).join(', ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing is a shortcut; the button inside does the same
    <div className="named-plot" onMouseEnter={() => setShown(true)} onMouseLeave={() => setShown(false)}>
      <button
        type="button"
        className="plot-button"
        aria-label={`${said || 'No verdict'}. Who said what`}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(true)}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || !isShown) return
          // Taken here, so that it does not also leave the claim.
          event.preventDefault()
          setShown(false)
        }}
      >
        <span aria-hidden="true">
          <DotPlot scale={scale} ratings={verdicts.map(({ rating }) => rating)} />
        </span>
      </button>
      <ul className="plot-names" id={id} hidden={!isShown}>
        {given.map(({ rating, names }) => (
          <li key={rating.key}>
            <RatingWord rating={rating} /> <bdi>{names.join(', ')}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
