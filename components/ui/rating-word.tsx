import { Fragment, type ReactNode } from 'react'
import type { SentenceDto } from '@/lib/contracts/people'
import type { RatingTone } from '@/lib/domain/scale'

type Worn = { label: string; tone: RatingTone }

/** A rating as a word in its colour, wearing the underline it has in the text. */
export function RatingWord({ rating }: { rating: Worn }) {
  return (
    <b className="rating" data-r={rating.tone}>
      {rating.label}
    </b>
  )
}

type SentenceProps = { sentence: SentenceDto; ratings: readonly (Worn & { key: string })[] }

/** A sentence whose rating words wear their marks. Its parts never move, so their place is their key. */
export function RatedSentence({ sentence, ratings }: SentenceProps) {
  return sentence.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={place}>{dressed(part, ratings)}</Fragment>
  ))
}

function dressed(part: SentenceDto[number], ratings: SentenceProps['ratings']): ReactNode {
  const rating = part.rating === undefined ? undefined : ratings.find(({ key }) => key === part.rating)
  return rating ? <RatingWord rating={{ ...rating, label: part.text }} /> : part.text
}
