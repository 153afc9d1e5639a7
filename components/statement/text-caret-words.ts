import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { countWords } from '@/lib/domain/count-words'
import { excerptOf } from '@/lib/domain/excerpt'
import { counted } from '@/lib/domain/sentence-words'
import { statusWords } from '@/lib/domain/status'

/** UTF-16 units of the statement, and of a claim's sentence, that are read out at most. */
const MOST_TEXT = 400
const MOST_CLAIM = 160
/** Claims named one by one. */
const MOST_CLAIMS = 3

type Named = Pick<ClaimSummaryDto, 'claimReviewed' | 'status'> & Parameters<typeof statusWords>[0]

/** "Sentence 12 of 214: … Part of 2 claims. Awaiting: …" Without a place while the sentences are still being counted. */
export function sentenceWords(
  sentence: string,
  place: { number: number; total: number } | null,
  claims: readonly Named[],
): string {
  const where = place ? `Sentence ${place.number} of ${place.total}: ` : ''
  return [`${where}${ended(excerptOf(sentence, MOST_TEXT))}`, partOfWords(claims)].filter(Boolean).join(' ')
}

/** "Part of one claim. Awaiting: …"; empty for none. */
export function partOfWords(claims: readonly Named[]): string {
  if (claims.length === 0) return ''
  const named = claims.slice(0, MOST_CLAIMS).map(claimWords)
  const more = claims.length > MOST_CLAIMS ? [`And ${claims.length - MOST_CLAIMS} more.`] : []
  return [`Part of ${counted(claims.length, 'claim')}.`, ...named, ...more].join(' ')
}

/** "Selected, 5 words: …"; of a long passage its beginning and its end. */
export function selectionWords(exact: string): string {
  const short = exact.length <= MOST_TEXT ? exact : `${excerptOf(exact, MOST_TEXT / 2)} ${exact.slice(-MOST_TEXT / 4)}`
  return `Selected, ${counted(countWords(exact), 'word')}: ${short}`
}

/** "Span 3 of 17: “…”. Awaiting: … It overlaps 2 other spans." */
export function spanWords(
  exact: string,
  place: { number: number; total: number },
  claim: Named,
  overlapping: number,
): string {
  const overlap = overlapping > 0 ? ` It overlaps ${counted(overlapping, 'other span')}.` : ''
  return `Span ${place.number} of ${place.total}: ${ended(`“${excerptOf(exact, MOST_TEXT)}”`)} ${claimWords(claim)}${overlap}`
}

function claimWords(claim: Named): string {
  return ended(`${statusWords(claim)}: ${excerptOf(claim.claimReviewed, MOST_CLAIM)}`)
}

/** With a stop at its end, so that a voice pauses. */
function ended(words: string): string {
  return /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"']*$/u.test(words) ? words : `${words}.`
}
