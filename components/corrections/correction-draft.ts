import { ApiProblem } from '@/components/api/call'
import type { DueCorrectionDto } from '@/lib/contracts/publications'
import type { CorrectionKind } from '@/lib/domain/vocabulary'

/** A correction being written. */
export type CorrectionDraft = {
  kind: CorrectionKind | null
  whatChanged: string
  why: string
  /** Readers’ reports that it answers. Drafts from before there was the choice lack them. */
  reportIds?: readonly string[]
}

/** What to write at each field, by the API's names. */
export type CorrectionErrors = { kind?: string | undefined; whatChanged?: string | undefined; why?: string | undefined }

export type CorrectionInput = {
  claimId: string | null
  kind: CorrectionKind
  whatChanged: string
  why: string
  reportIds?: string[]
}

export const EMPTY_CORRECTION: CorrectionDraft = { kind: null, whatChanged: '', why: '' }

/** What a draft still lacks. A kind that no longer fits is none: the claim may have been decided otherwise meanwhile. */
export function lacksOf(
  { kind, whatChanged, why }: CorrectionDraft,
  kinds: readonly CorrectionKind[],
): CorrectionErrors {
  return {
    ...(kind !== null && kinds.includes(kind) ? {} : { kind: 'Choose what this is.' }),
    ...(whatChanged.trim() ? {} : { whatChanged: 'Write what changed.' }),
    ...(why.trim() ? {} : { why: 'Say why it changed.' }),
  }
}

/** Where the drafts of a publication are kept: by claim, and one for the statement as a whole. */
export const WHOLE = 'whole'
export type CorrectionDrafts = Readonly<Record<string, CorrectionDraft>>

/** One thing that the next publication says has changed. */
export type CorrectionTask = { id: string; claimId: string | null; kinds: readonly CorrectionKind[] }

/** What has to be said with the next publication, in the order in which it is sent. */
export function tasksOf(due: readonly DueCorrectionDto[], saysWhole: boolean): CorrectionTask[] {
  const claims = due.map(({ claim: { id }, kinds }) => ({ id, claimId: id, kinds }))
  const whole = { id: WHOLE, claimId: null, kinds: ['CLARIFICATION', 'UPDATE', 'CORRECTION'] as const }
  return saysWhole ? [...claims, whole] : claims
}

/** The drafts as the API takes them, or null while something is missing. */
export function correctionInputs(tasks: readonly CorrectionTask[], drafts: CorrectionDrafts): CorrectionInput[] | null {
  const inputs = tasks.flatMap(({ id, claimId, kinds }) => {
    const draft = drafts[id] ?? EMPTY_CORRECTION
    const { kind, whatChanged, why, reportIds = [] } = draft
    if (kind === null || Object.keys(lacksOf(draft, kinds)).length > 0) return []
    return [{ claimId, kind, whatChanged, why, ...(reportIds.length > 0 ? { reportIds: [...reportIds] } : {}) }]
  })
  return inputs.length === tasks.length ? inputs : null
}

/** What the server said of the correction at that place of the list. */
export function refusalsAt(problem: unknown, index: number): CorrectionErrors {
  if (!(problem instanceof ApiProblem)) return {}
  const at = (field: string) => problem.errors.find(({ path }) => path === `corrections.${index}.${field}`)?.message
  return { kind: at('kind') ?? at('claimId'), whatChanged: at('whatChanged'), why: at('why') }
}
