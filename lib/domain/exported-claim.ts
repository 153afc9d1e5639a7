import type { CodePoints } from './code-points'
import type { SpanSelector } from './selectors'
import type { AnchorState, ClaimStatus, DecisionAction } from './vocabulary'

/** A claim as every export has it, whether of a desk or of a publication; nothing of a sealed round is in it. */
export interface ExportedClaim {
  readonly id: string
  /** The claim, in one checkable sentence. */
  readonly claimReviewed: string
  /** Who claims it: the statement's claimant unless the claim names another. */
  readonly claimant: string
  readonly saidOn: string | null
  /** Where the desk's work on it stands; SUSPENDED while a passage of it has changed or gone. Null for what was published. */
  readonly status: ClaimStatus | 'SUSPENDED' | null
  /** What is said of it: a rating, with its key, or words for its absence. Null where nothing is said yet, or no more. */
  readonly result: { readonly label: string; readonly key: string | null } | null
  readonly explanation: string | null
  readonly decidedAt: string | null
  /** The counted verdicts of the round that stands, once revealed. */
  readonly verdicts: readonly ExportedVerdict[]
  /** The sources of those verdicts, each once. */
  readonly sources: readonly ExportedSource[]
  readonly passages: readonly ExportedPassage[]
  readonly creator: ExportedAgent
  readonly createdAt: string | null
  readonly modifiedAt: string
}

export interface ExportedVerdict {
  readonly id: string
  readonly reviewer: ExportedAgent
  readonly rating: { readonly label: string; readonly key: string }
  readonly rationale: string
  readonly castAt: string
}

export interface ExportedSource {
  readonly title: string
  readonly url: string | null
}

/** A person goes by their id, so that two of one name stay two; a desk by its name alone. */
export type ExportedAgent =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'desk'; readonly name: string }

/** A passage in the version of the text in which its words were last accepted. */
export interface ExportedPassage {
  readonly id: string
  /** How the current text has it. Where that is not ANCHORED, what follows is of an earlier version. */
  readonly state: AnchorState
  readonly versionNumber: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** In code points. */
  readonly start: number
  readonly end: number
  /** Number of the paragraph of the current text in which it begins; null where it does not stand there, or none was counted. */
  readonly paragraph: number | null
}

type Stored = SpanSelector & Pick<ExportedPassage, 'id' | 'state' | 'versionNumber'>

/** A passage with its offsets in code points. `points` are of the very version that it stands in. */
export function exportedPassage(
  { id, state, versionNumber, exact, prefix, suffix, start, end }: Stored,
  points: CodePoints,
): ExportedPassage {
  return {
    id,
    state,
    versionNumber,
    exact,
    prefix,
    suffix,
    start: points.before(start),
    end: points.before(end),
    paragraph: null,
  }
}

/** The words for a decision, where it gives no rating. */
export function wordsWithoutRating(action: DecisionAction): string {
  return action === 'RESOLVE' ? 'No rating' : 'No checkable claim here'
}

/** Sources without their repeats: by address, else by title. */
export function distinctSources(sources: readonly ExportedSource[]): ExportedSource[] {
  return [...new Map(sources.map(({ title, url }) => [url ?? `title:${title}`, { title, url }])).values()]
}
