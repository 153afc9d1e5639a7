import type { AssignmentsDto } from '@/lib/contracts/assignments'
import { type AssignmentMode, type PlannedAssignment, planAssignments, shortage } from '@/lib/domain/plan-assignments'

/** What the dialog holds. */
export type AssignDraft = {
  memberIds: readonly string[]
  isEach: boolean
  /** As typed. */
  perClaim: string
  mode: AssignmentMode
  alsoNew: boolean
}

/** Where an assignment begins: as later claims are assigned already, or as many reviewers each as a quorum wants. */
export function draftFrom({ later, claims }: AssignmentsDto, quorum: number): AssignDraft {
  return {
    memberIds: later?.memberIds ?? [],
    isEach: later ? later.perClaim !== null : true,
    perClaim: String(later?.perClaim ?? quorum),
    mode: 'ADD',
    alsoNew: later !== null || claims.length === 0,
  }
}

/** How many reviewers a claim is to have: null for all who are chosen, undefined where that is not a number to work with. */
export function perClaimOf({ isEach, perClaim }: AssignDraft): number | null | undefined {
  if (!isEach) return null
  const wanted = Number(perClaim)
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= 50 ? wanted : undefined
}

export type Preview = {
  added: number
  removed: number
  /** By member id: how many claims wait for them now and afterwards. */
  loads: ReadonlyMap<string, { now: number; after: number }>
  short: { claimId: string; claimReviewed: string; why: string }[]
}

/** What saving would do, by the same function by which the server does it. */
export function previewOf(data: AssignmentsDto, draft: AssignDraft): Preview | null {
  const perClaim = perClaimOf(draft)
  if (perClaim === undefined) return null
  const planned = planAssignments(data.claims, data.members, { ...draft, perClaim })
  const names = new Map(data.members.map(({ id, name }) => [id, name]))
  const sentences = new Map(data.claims.map(({ id, claimReviewed }) => [id, claimReviewed]))
  return {
    added: planned.reduce((sum, { added }) => sum + added.length, 0),
    removed: planned.reduce((sum, { removed }) => sum + removed.length, 0),
    loads: new Map(
      data.members.map(({ id, load }) => [
        id,
        { now: load, after: load + occurrences(planned, 'added', id) - occurrences(planned, 'removed', id) },
      ]),
    ),
    short: planned.flatMap(({ claimId, missing, recused }) => {
      const why = shortage(
        missing,
        recused.map(id => names.get(id) ?? ''),
      )
      return why ? [{ claimId, claimReviewed: sentences.get(claimId) ?? '', why }] : []
    }),
  }
}

function occurrences(planned: readonly PlannedAssignment[], which: 'added' | 'removed', memberId: string): number {
  return planned.filter(claim => claim[which].includes(memberId)).length
}
