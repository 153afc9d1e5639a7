import { normalizeForAnchoring } from '@/lib/domain/anchor-normalization'
import type { Consensus } from '@/lib/domain/consensus'
import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'
import type { RatingKey } from '@/lib/domain/scale'
import type { Confidence, Stance } from '@/lib/domain/vocabulary'

/** Exactly what an editor decides on. Lists may come in any order. */
export interface DecisionBinding {
  /** The claim, in its one checkable sentence. */
  readonly sentence: string
  /** Who is said to claim it: as the claim itself says, else as its statement does. */
  readonly claimant: string
  /** The quoted text of each target, as it stands in the statement; offsets are left out, since they move. */
  readonly quotes: readonly string[]
  readonly policyVersion: number
  readonly scaleVersion: number
  /** The claim's round, as numbered on screen. */
  readonly round: number
  /** The counted ones, one a reviewer. */
  readonly verdicts: readonly BoundVerdict[]
  /** The members recused from the round. */
  readonly recusals: readonly string[]
  readonly result: Consensus
}

export interface BoundVerdict {
  readonly reviewerId: string
  readonly rating: RatingKey
  readonly confidence: Confidence
  readonly rationale: string
  readonly citations: readonly BoundCitation[]
}

export interface BoundCitation {
  /** The source's fingerprint, which covers its particulars. */
  readonly source: string
  readonly stance: Stance
  /** The passage, word for word. */
  readonly quote: string | null
  /** What the source reports, in the reviewer's own words. */
  readonly note: string | null
}

/**
 * SHA-256 over the RFC 8785 JSON of what a decision was made on, so that any change between looking and deciding shows.
 * Fields are named one by one: a hash must not move because a caller's object or a type here has gained a field.
 */
export function decisionHash(binding: DecisionBinding): string {
  const { sentence, claimant, policyVersion, scaleVersion, round } = binding
  return sha256Hex(
    canonicalJson({
      sentence,
      claimant,
      quotes: binding.quotes.map(normalizeForAnchoring).toSorted(),
      policyVersion,
      scaleVersion,
      round,
      verdicts: sortedByText(binding.verdicts.map(boundVerdict)),
      recusals: binding.recusals.toSorted(),
      result: boundResult(binding.result),
    }),
  )
}

function boundVerdict({ reviewerId, rating, confidence, rationale, citations }: BoundVerdict): Json {
  const bound = citations.map(({ source, stance, quote, note }): Json => ({ source, stance, quote, note }))
  return { reviewerId, rating, confidence, rationale, citations: sortedByText(bound) }
}

function boundResult(result: Consensus): Json {
  switch (result.status) {
    case 'AWAITING':
      return { status: result.status, missing: result.missing }
    case 'AGREED':
      return { status: result.status, rating: result.rating }
    case 'SPLIT':
    case 'ESCALATED':
      return { status: result.status, reason: result.reason }
  }
}

/** By canonical text in UTF-16 code units: no locale, and equal only where the values are. */
function sortedByText(values: readonly Json[]): Json[] {
  return values
    .map(value => ({ value, text: canonicalJson(value) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value)
}
