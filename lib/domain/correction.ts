import { graphemeStart } from '@/lib/domain/graphemes'
import type { Problem } from '@/lib/domain/problem'
import type { CorrectionKind } from '@/lib/domain/vocabulary'

/** How long a correction's two texts may be, in UTF-16 code units. */
export const MAX_CORRECTION_LENGTH = 2_000

/** What a decision says of a claim, as readers see it. */
export type Said = {
  /** Null for a claim that was dismissed, or resolved without one. */
  readonly rating: { readonly key: string; readonly label: string } | null
  readonly isDismissed: boolean
}

/** What became of a claim that was published. */
export type Outcome =
  | ({ readonly state: 'DECIDED' } & Said)
  | { readonly state: 'WITHDRAWN' }
  | { readonly state: 'MERGED' }

/** Kinds that a dated note beside what is published may have: it changes no rating and no wording. */
export const NOTE_KINDS: readonly CorrectionKind[] = ['CLARIFICATION', 'UPDATE']

/** Kinds that a correction of the statement as a whole may have: checks are taken back one by one. */
const WHOLE_KINDS: readonly CorrectionKind[] = ['CLARIFICATION', 'UPDATE', 'CORRECTION']

/**
 * What a correction of a claim may be called, given what readers saw and what stands now. A check that is taken away, or
 * of which the claim turned out not to be checkable, is corrected or retracted; another rating is more than a clarification.
 */
export function fittingKinds(was: Said, is: Outcome): readonly CorrectionKind[] {
  if (is.state !== 'DECIDED' || isTakenAway(was, is)) return ['CORRECTION', 'RETRACTION']
  return hasChanged(was, is) ? ['UPDATE', 'CORRECTION'] : ['CLARIFICATION', 'UPDATE', 'CORRECTION']
}

function isTakenAway(was: Said, is: Said): boolean {
  return is.isDismissed && !was.isDismissed
}

/** A label that was worded anew is another word to readers, whatever its key. */
function hasChanged(was: Said, is: Said): boolean {
  return (
    was.rating?.key !== is.rating?.key || was.rating?.label !== is.rating?.label || was.isDismissed !== is.isDismissed
  )
}

/** A published claim of which readers have yet to be told what became of it. */
export type DueCorrection = {
  readonly claimId: string
  /** Its sentence as readers know it. */
  readonly claimReviewed: string
  /** Number of the last publication that showed it. */
  readonly publication: number
  readonly was: Said
  readonly is: Outcome
}

/** How things stand when corrections are given with a publication. */
export type CorrectionGround = {
  readonly due: readonly DueCorrection[]
  /** Sentences of the claims that are under review again, by id. */
  readonly underReview: ReadonlyMap<string, string>
  /** Sentences of all claims that were ever published, by id. */
  readonly published: ReadonlyMap<string, string>
}

type Given = { readonly claimId: string | null; readonly kind: CorrectionKind }

/** What is wrong with the corrections given with a publication: exactly one is wanted for each claim that is due. */
export function correctionProblems(given: readonly Given[], ground: CorrectionGround): Problem[] {
  const { due } = ground
  const wrong = given.flatMap((correction, index) => {
    const path = `corrections.${index}`
    if (given.findIndex(({ claimId }) => claimId === correction.claimId) < index) {
      const message = correction.claimId === null ? ONE_OF_THE_WHOLE : 'Give one correction for each claim.'
      return [{ path: `${path}.claimId`, message }]
    }
    if (correction.claimId === null) return wholeProblems(correction.kind, path, ground)
    const change = due.find(({ claimId }) => claimId === correction.claimId)
    if (!change) return [{ path: `${path}.claimId`, message: notDue(correction.claimId, ground) }]
    const kinds = fittingKinds(change.was, change.is)
    return kinds.includes(correction.kind) ? [] : [{ path: `${path}.kind`, message: misnamed(change, kinds) }]
  })
  const missing = due
    .filter(({ claimId }) => !given.some(correction => correction.claimId === claimId))
    .map(({ claimReviewed, publication }) => ({
      path: 'corrections',
      message: `Say what changed about ${quoted(claimReviewed)} since publication ${publication}.`,
    }))
  return [...missing, ...wrong]
}

const ONE_OF_THE_WHOLE = 'Give one correction for the statement as a whole.'

function wholeProblems(kind: CorrectionKind, path: string, { published }: CorrectionGround): Problem[] {
  if (published.size === 0) return [{ path: `${path}.claimId`, message: 'Nothing is published yet: correct it first.' }]
  if (WHOLE_KINDS.includes(kind)) return []
  return [{ path: `${path}.kind`, message: 'Checks are retracted one by one: withdraw their claims.' }]
}

function notDue(claimId: string, { underReview, published }: CorrectionGround): string {
  const reviewed = underReview.get(claimId)
  if (reviewed !== undefined) {
    return `${quoted(reviewed)} is under review again. Say what changed once it is decided.`
  }
  const shown = published.get(claimId)
  if (shown === undefined) return 'No publication shows this claim, so there is nothing to correct.'
  return `Nothing has changed about ${quoted(shown)} since it was published. Add a note to it instead.`
}

function misnamed({ claimReviewed, was, is }: DueCorrection, kinds: readonly CorrectionKind[]): string {
  const names = kinds.map(withArticle).join(' or ')
  if (is.state !== 'DECIDED') return `${quoted(claimReviewed)} is no longer published: call this ${names}.`
  if (isTakenAway(was, is)) return `${quoted(claimReviewed)} turned out not to be checkable: call this ${names}.`
  return hasChanged(was, is)
    ? `The rating of ${quoted(claimReviewed)} is another one now: call this ${names}.`
    : `${quoted(claimReviewed)} still has its rating: call this ${names}.`
}

/** "an update". */
function withArticle(kind: CorrectionKind): string {
  return `${kind === 'UPDATE' ? 'an' : 'a'} ${KIND_WORDS[kind].toLowerCase()}`
}

/** What readers and desks call each kind. */
export const KIND_WORDS: Readonly<Record<CorrectionKind, string>> = {
  CLARIFICATION: 'Clarification',
  UPDATE: 'Update',
  CORRECTION: 'Correction',
  RETRACTION: 'Retraction',
}

/** What each kind says, in one line. */
export const KIND_MEANINGS: Readonly<Record<CorrectionKind, string>> = {
  CLARIFICATION: 'It was right, and could be misunderstood.',
  UPDATE: 'It was right when it was published; something new is known.',
  CORRECTION: 'Something in it was wrong.',
  RETRACTION: 'It should not have been published. It is taken back.',
}

const LONGEST_QUOTE = 120

/** A claim's sentence inside one of ours, cut where it is long. */
function quoted(sentence: string): string {
  if (sentence.length <= LONGEST_QUOTE) return `“${sentence}”`
  return `“${sentence.slice(0, graphemeStart(sentence, LONGEST_QUOTE)).trimEnd()}…”`
}
