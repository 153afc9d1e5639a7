import { type Rating, type RatingScale, ratingsInOrder } from '@/lib/domain/scale'

const MARGIN = 8
const STEP = 14
/** Off the scale stands apart from it. */
const GAP = 20
const RISE = 10
/** Room for three dots, one above the other; taller stacks make a taller plot up to this many dots, then overlap. */
const DOTS = { least: 3, most: 6 }

/** The verdicts on the scale, a dot each: how far apart they lie, at a glance. */
export function DotPlot({ scale, ratings }: { scale: RatingScale; ratings: readonly string[] }) {
  const ordered = ratingsInOrder(scale)
  const on = ordered.filter(({ position }) => position !== null)
  const given = (rating: Rating) => ratings.filter(key => key === rating.key).length
  const offDots = ordered
    .filter(({ position }) => position === null)
    .flatMap(rating => Array(given(rating)).fill(rating))
  const tallest = Math.max(DOTS.least, offDots.length, ...on.map(given))
  const rise = tallest > DOTS.most ? (RISE * (DOTS.most - 1)) / (tallest - 1) : RISE
  const height = Math.min(tallest, DOTS.most) * RISE + 4
  const base = height - 6
  const end = MARGIN + STEP * (on.length - 1)
  const width = end + MARGIN + (offDots.length > 0 ? GAP + 6 : 0)
  const said = ordered.filter(rating => given(rating) > 0).map(rating => `${given(rating)} ${rating.label}`)
  return (
    <svg
      className="plot"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={said.join(', ')}
    >
      <line x1={MARGIN} x2={end} y1={base} y2={base} />
      {on.map((rating, place) => {
        const x = MARGIN + STEP * place
        const count = given(rating)
        if (count === 0) return <circle key={rating.key} className="tick" cx={x} cy={base} r={1.75} />
        return Array.from({ length: count }, (_, level) => level).map(level => (
          <circle key={`${rating.key}-${level}`} data-r={rating.tone} cx={x} cy={base - rise * level} r={4} />
        ))
      })}
      {offDots.map((rating: Rating, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place in the stack
        <circle key={level} data-r={rating.tone} cx={end + GAP} cy={base - rise * level} r={4} />
      ))}
    </svg>
  )
}
