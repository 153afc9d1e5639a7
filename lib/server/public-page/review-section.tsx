import type { PublishedReviewDto, SnapshotDto } from '@/lib/contracts/snapshot'
import { plain } from '@/lib/domain/hidden-characters'
import { counted } from '@/lib/domain/sentence-words'
import { DateText } from './date-text'
import { RatedWord } from './rating-word'
import { Slot } from './slot'
import { Isolated, Text } from './text'

/** Checks of earlier publications that this one leaves out because they are looked at again: what was said, and since when. */
export function ReviewSection({ snapshot: { underReview, statement } }: { snapshot: SnapshotDto }) {
  if (underReview.length === 0) return null
  return (
    <section className="wide" id="under-review">
      <h2>Under review</h2>
      <p>
        {underReview.length === 1 ? 'This was checked before and is' : 'These were checked before and are'} being looked
        at again. Until that is decided, do not rely on what was said.
      </p>
      <ul className="entries">
        {underReview.map((review, index) => (
          <li key={review.id} id={reviewId(index)}>
            <p>
              <b>
                Under review since <DateText of={review.since} />
              </b>
              . Publication {review.publication} said: <WasRated review={review} />.
            </p>
            <h3 dir="auto">
              <Text of={review.claimReviewed} />
            </h3>
            <blockquote dir={statement.direction}>
              {review.targets.map(({ id, exact }) => (
                <p key={id} lang={statement.language}>
                  “<Text of={exact.trim()} />”
                </p>
              ))}
            </blockquote>
            <Slot name="review" of={review.id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same in short, in the margin of the passage. */
export function ReviewAside({ review, place }: { review: PublishedReviewDto; place: number }) {
  return (
    <aside className="check pending" lang="en" dir="ltr" aria-label={`Under review: ${plain(review.claimReviewed)}`}>
      <p>
        <b>
          Under review since <DateText of={review.since} />
        </b>
      </p>
      <p>
        “<Isolated of={review.targets[0]?.exact.trim() ?? ''} />” Publication {review.publication} said:{' '}
        <WasRated review={review} />. <a href={`#${reviewId(place)}`}>What is under review</a>
      </p>
    </aside>
  )
}

/** Below the statement's facts, so that nobody takes what is left out for something nobody looked at. */
export function ReviewLine({ snapshot: { underReview } }: { snapshot: SnapshotDto }) {
  if (underReview.length === 0) return null
  const count = underReview.length
  return (
    <p className="caveat-more">
      <a href="#under-review">{counted(count, 'earlier check')}</a> {count === 1 ? 'is' : 'are'} under review again and
      left out until decided.
    </p>
  )
}

function WasRated({ review: { action, rating } }: { review: PublishedReviewDto }) {
  if (rating !== null) return <RatedWord rating={rating} />
  return action === 'DISMISS' ? 'no checkable claim' : 'no rating'
}

function reviewId(index: number): string {
  return `review-${index + 1}`
}
