import type { PublishedClaimDto } from '@/lib/contracts/snapshot'
import { verdictMeaning } from './rating-word'

/** A paragraph as far as the margin depends on it. */
export type MarginParagraph = {
  text: string
  /** Numbers of the checks that follow it, in order. */
  checks: readonly number[]
  /** How many notes of what is under review stand beside it. */
  reviews: number
}

/** How far below its paragraph's last line a check may begin before it is no longer found beside it. */
const FARTHEST = 320
const LINE = 29
const PARAGRAPH_GAP = 17
const REVIEW = 150

/** So many letters fit on a line of the statement, of a card in the margin and of a card below its paragraph. */
const COLUMN = 68
const BESIDE = 46
const BELOW = 86

/**
 * The checks that stand below their paragraph on wide windows, since the margin beside it is taken: where many passages are
 * checked in a short text the cards would run ahead of it. Estimated in CSS pixels from the lengths of texts, as the page is
 * made before anyone knows its fonts; a card that is estimated wrong stands a little lower or gets a place of its own.
 */
export function checksBelow(
  paragraphs: readonly MarginParagraph[],
  claimOf: ReadonlyMap<number, PublishedClaimDto>,
): ReadonlySet<number> {
  const below = new Set<number>()
  let end = 0
  let taken = 0
  for (const { text, checks, reviews } of paragraphs) {
    end += linesOf(text, COLUMN) * LINE
    const beside = end - LINE
    for (const number of checks) {
      const claim = claimOf.get(number)
      if (!claim) continue
      const start = Math.max(beside, taken)
      if (start - beside > FARTHEST) {
        below.add(number)
        end += heightOf(claim, BELOW)
      } else {
        taken = start + heightOf(claim, BESIDE)
      }
    }
    if (reviews > 0) taken = Math.max(beside, taken) + reviews * REVIEW
    end += PARAGRAPH_GAP
  }
  return below
}

/** A card with its evidence and reviewers folded, and the space after it. */
function heightOf(claim: PublishedClaimDto, letters: number): number {
  const quotes = claim.targets.map(({ exact }) => linesOf(exact, letters) * 22 + 8)
  const reply = claim.contact.length > 0 ? 96 : 0
  const small = 20 * (linesOf(verdictMeaning(claim), letters) + linesOf(claim.claimReviewed, letters))
  const explained = 24 * linesOf(claim.explanation, letters * 0.9) + (claim.override ? 72 : 0)
  return 260 + small + sum(quotes) + explained + reply
}

function linesOf(text: string, letters: number): number {
  return sum(text.split('\n').map(line => Math.max(1, Math.ceil(widthOf(line) / letters))))
}

/** In letters; ideographs and the like are two wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
