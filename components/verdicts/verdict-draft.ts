import type { z } from 'zod'
import { type CitationDraft, citationInput, recast } from '@/components/citations/citation-draft'
import { check } from '@/lib/contracts/check'
import type { ClaimDto } from '@/lib/contracts/claims'
import type { VerdictDto } from '@/lib/contracts/rounds'
import { castVerdictContract } from '@/lib/contracts/verdicts'
import { citationProblems } from '@/lib/domain/citation'
import type { Problem } from '@/lib/domain/problem'
import { findRating, type RatingScale } from '@/lib/domain/scale'
import type { Confidence } from '@/lib/domain/vocabulary'

type VerdictInput = z.output<typeof castVerdictContract.input>

/** A verdict being written. */
export type VerdictDraft = {
  /** The round for which it was begun. */
  round: number
  rating: string | null
  rationale: string
  confidence: Confidence
  citations: CitationDraft[]
}

/** What the form starts from: one's verdict in this round, else one's last one, else nothing. */
export function draftFrom(claim: Pick<ClaimDto, 'round' | 'myVerdict' | 'myLastVerdict'>): VerdictDraft {
  const earlier: VerdictDto | null = claim.myVerdict ?? claim.myLastVerdict
  return {
    round: claim.round.number,
    rating: earlier?.rating ?? null,
    rationale: earlier?.rationale ?? '',
    confidence: earlier?.confidence ?? 'MEDIUM',
    citations: earlier?.citations.map(recast) ?? [],
  }
}

/** What is sent to cast the draft. */
export function verdictInput(claim: Pick<ClaimDto, 'id' | 'version'>, draft: VerdictDraft) {
  const { rating, rationale, confidence, citations } = draft
  return {
    claimId: claim.id,
    version: claim.version,
    rating: rating ?? '',
    confidence,
    rationale,
    citations: citations.map(citationInput),
  }
}

/**
 * The draft by the rules the server goes by: what to send, or what keeps it from being cast. Paths are those of the
 * input.
 */
export function checkVerdict(
  claim: Pick<ClaimDto, 'id' | 'version'>,
  draft: VerdictDraft,
  scale: RatingScale,
): { input: VerdictInput; problems: [] } | { input: null; problems: Problem[] } {
  const checked = check(castVerdictContract.input, verdictInput(claim, draft))
  const problems = draft.citations.flatMap(ownProblems)
  if (draft.rationale.trim() === '') {
    problems.unshift({ path: 'rationale', message: 'Say why: what does a reader need to repeat the check?' })
  }
  for (const problem of checked.isValid ? [] : checked.problems) {
    // What is said here, in words that fit the form, need not be said again.
    if (!problems.some(({ path }) => path === problem.path) && !isAboutPlace(problem.path)) problems.push(problem)
  }
  if (draft.rating === null) {
    if (draft.citations.length === 0 && scale.ratings.some(({ requiresCitation }) => requiresCitation)) {
      problems.push({ path: 'citations', message: 'Add at least one source, unless the rating you choose needs none.' })
    }
  } else if (findRating(scale, draft.rating)) {
    problems.push(...citationProblems(draft.rating, draft.citations.length, scale))
  }
  return checked.isValid && problems.length === 0 ? { input: checked.value, problems: [] } : { input: null, problems }

  /** The contract asks for one of two places under the name of the address, and `ownProblems` under the one that is shown. */
  function isAboutPlace(where: string): boolean {
    return draft.citations.some((citation, index) => where === `citations.${index}.source.url` && !hasPlace(citation))
  }
}

function ownProblems(citation: CitationDraft, index: number): Problem[] {
  const { hasAddress, source, stance } = citation
  const at = `citations.${index}`
  const problems: Problem[] = []
  if (!hasPlace(citation) && hasAddress) {
    problems.push({ path: `${at}.source.url`, message: 'Give the address, or say that it has none.' })
  } else if (!hasPlace(citation)) {
    problems.push({
      path: `${at}.source.reference`,
      message: 'Say where it can be found: archive, shelf mark, broadcast.',
    })
  }
  if (source.title.trim() === '') problems.push({ path: `${at}.source.title`, message: 'Give its title.' })
  if (stance === null) problems.push({ path: `${at}.stance`, message: 'Say what this source does to the claim.' })
  return problems
}

function hasPlace({ hasAddress, source }: CitationDraft): boolean {
  return (hasAddress ? source.url : source.reference).trim() !== ''
}
