import { pointsTo } from '@/lib/domain/evidence'
import { findRating, type RatingKey, type RatingScale } from '@/lib/domain/scale'
import type { DecisionAction } from '@/lib/domain/vocabulary'

/** The one verdict that stands far from what was agreed. The explanation must answer it. */
export interface FarDissent {
  readonly rating: RatingKey
  /** The numbers of the evidence that it alone brings, as readers will see them. */
  readonly evidence: readonly number[]
}

interface Decided {
  readonly action: DecisionAction
  readonly rating?: RatingKey | null | undefined
  readonly explanation: string | null
}

/**
 * Whether an explanation answers a far dissent, as far as a rule can tell: it points to evidence that the dissent alone
 * brings, or it names the dissent's rating. "Mostly false" does not name False.
 */
export function answersDissent(explanation: string, { rating, evidence }: FarDissent, scale: RatingScale): boolean {
  if (evidence.some(number => pointsTo(explanation, number))) return true
  const label = findRating(scale, rating)?.label
  return label !== undefined && namesLabel(explanation, label, scale)
}

/** Of these far dissents, those that a decision leaves standing and its explanation does not answer. */
export function unansweredDissents<Dissent extends FarDissent>(
  dissents: readonly Dissent[],
  { action, rating, explanation }: Decided,
  scale: RatingScale,
): readonly Dissent[] {
  if (action !== 'APPROVE' && action !== 'OVERRIDE') return []
  return dissents
    .filter(dissent => action === 'APPROVE' || dissent.rating !== rating)
    .filter(dissent => !answersDissent(explanation ?? '', dissent, scale))
}

function namesLabel(explanation: string, label: string, { ratings }: RatingScale): boolean {
  const wanted = plainWords(label)
  // Longer labels that hold this one are taken out first.
  const rest = ratings
    .map(other => plainWords(other.label))
    .filter(other => other !== wanted && other.search(wordsOf(wanted)) >= 0)
    .reduce((text, other) => text.replace(wordsOf(other), ' '), plainWords(explanation))
  return rest.search(wordsOf(wanted)) >= 0
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Every place where the words stand as a whole, not as a part of longer ones. */
function wordsOf(words: string): RegExp {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu')
}
