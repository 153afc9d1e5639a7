import type { PublishedClaimDto } from '@/lib/contracts/snapshot'
import { wordsWithoutRating } from '@/lib/domain/exported-claim'
import { findRating, type RatingScale } from '@/lib/domain/scale'
import type { SentencePart } from '@/lib/domain/sentence'
import { Text } from './text'

/** A rating as a word, wearing the colour and the underline it has in the text. */
export function RatingWord({ scale, rating }: { scale: RatingScale; rating: string }) {
  const found = findRating(scale, rating)
  return found ? (
    <span className="rating" data-r={found.tone}>
      <Text of={found.label} />
    </span>
  ) : (
    <Text of={rating} />
  )
}

/** A published rating in its clothes, without the scale that it is from. */
export function RatedWord({ rating: { label, tone } }: { rating: { label: string; tone: string } }) {
  return (
    <span className="rating" data-r={tone}>
      <Text of={label} />
    </span>
  )
}

/** A sentence of the rule with its rating words dressed. */
export function SentenceText({ scale, parts }: { scale: RatingScale; parts: readonly SentencePart[] }) {
  return parts.map(({ text, rating }) =>
    // No part of such a sentence says the same of the same rating twice.
    rating === undefined ? text : <RatingWord key={rating} scale={scale} rating={rating} />,
  )
}

/** What a claim's marks and check wear: its rating's identity, or none where there is no rating. */
export function toneOf({ rating }: PublishedClaimDto): string {
  return rating?.tone ?? 'dismissed'
}

/** The words that head a check. */
export function verdictWords({ action, rating }: PublishedClaimDto): string {
  return rating?.label ?? wordsWithoutRating(action)
}

/** What those words mean. */
export function verdictMeaning({ action, rating }: PublishedClaimDto): string {
  if (rating) return rating.definition
  return action === 'RESOLVE'
    ? 'The reviewers did not agree, and the desk found that no rating is supported.'
    : 'Nothing in this passage can be checked against evidence.'
}
