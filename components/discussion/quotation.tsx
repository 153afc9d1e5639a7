import { RatingWord } from '@/components/ui/rating-word'
import { STANCE_LABELS } from '@/components/verdicts/labels'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { CommentQuoteDto } from '@/lib/contracts/discussion'
import { findRating } from '@/lib/domain/scale'

type Props = { quote: CommentQuoteDto; claim: Pick<ClaimDto, 'scale' | 'rounds'> }

/** What a comment quotes, with who said it, leading back to where it stands. */
export function Quotation({ quote, claim }: Props) {
  const { reviewer, source, stance, text, verdictId } = quote
  const rating = findRating(claim.scale, quote.rating)
  const place = verdictPlace(verdictId)
  return (
    <blockquote className="quotation" {...(rating ? { 'data-r': rating.tone } : {})}>
      <p className="small">
        <a
          href={`#${place}`}
          onClick={event => {
            event.preventDefault()
            showPlace(place)
          }}
        >
          {reviewer.name}
        </a>
        {source && stance ? (
          <>
            {' cites '}
            <SourceName source={source} /> ({STANCE_LABELS[stance].toLowerCase()})
          </>
        ) : (
          <>: {rating ? <RatingWord rating={rating} /> : quote.rating}</>
        )}
        {claim.rounds.length > 1 ? `, round ${quote.round}` : null}
      </p>
      {text ? (
        <p className="quotation-text" dir="auto">
          {text}
        </p>
      ) : null}
    </blockquote>
  )
}

function SourceName({ source }: { source: NonNullable<CommentQuoteDto['source']> }) {
  const name = source.publisher ?? source.title
  if (!source.url) return <span title={source.title}>{name}</span>
  return (
    <a href={source.url} title={source.title} rel="noreferrer nofollow" target="_blank">
      {name}
    </a>
  )
}

/** The id of the element that shows a verdict. */
export function verdictPlace(verdictId: string): string {
  return `verdict-${verdictId}`
}

/** Leads to what is quoted, also where it stands in a round that is folded away. */
function showPlace(id: string): void {
  const place = document.getElementById(id)
  const folded = place?.closest('details')
  if (folded) folded.open = true
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
