import { spreadEvenly } from '@/lib/domain/spread-evenly'

/** ADD fills up what is assigned; REPLACE deals anew, except to those who have cast. */
export const ASSIGNMENT_MODES = ['ADD', 'REPLACE'] as const
export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number]

/** A claim as reviewers are asked to rate it. All lists hold member ids. */
export interface AskedClaim {
  readonly id: string
  /** Who is asked now, trainees too. */
  readonly asked: readonly string[]
  /** Whose verdict stands in the open round and counts. */
  readonly cast: readonly string[]
  /** Whose verdict stands in it and does not. */
  readonly castTrainees: readonly string[]
  readonly recused: readonly string[]
}

export interface AskableMember {
  readonly id: string
  readonly isTrainee: boolean
  /** How many claims of the desk wait for them by name. */
  readonly load: number
}

export interface AssignmentWish {
  readonly memberIds: readonly string[]
  /** So many reviewers a claim, spread evenly, and one trainee besides; null for everyone. */
  readonly perClaim: number | null
  readonly mode: AssignmentMode
}

/** What a claim gets. */
export interface PlannedAssignment {
  readonly claimId: string
  /** Who is asked from now on, sorted. */
  readonly memberIds: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** How many reviewers it lacks of those that were wanted. */
  readonly missing: number
  /** Who was chosen and has stood back from it. */
  readonly recused: readonly string[]
}

/**
 * Who is asked to rate which claim when these members are. Who is asked already, or has cast, counts towards `perClaim`.
 * Trainees come on top and fill no place. The server assigns by this and the dialog shows it beforehand. `members` are all
 * of the desk; ids that are not among them are nobody.
 */
export function planAssignments(
  claims: readonly AskedClaim[],
  members: readonly AskableMember[],
  { memberIds, perClaim, mode }: AssignmentWish,
): PlannedAssignment[] {
  const kept = new Map(
    claims.map(claim => [claim.id, mode === 'ADD' ? claim.asked : claim.asked.filter(hasCast(claim))]),
  )
  const keptOf = ({ id }: AskedClaim) => kept.get(id) ?? []
  const freed = claims.flatMap(claim => claim.asked.filter(id => !keptOf(claim).includes(id)))
  const isTrainee = new Set(members.flatMap(member => (member.isTrainee ? [member.id] : [])))
  const chosen = members
    .filter(({ id }) => memberIds.includes(id))
    .map(member => ({ ...member, load: member.load - freed.filter(id => id === member.id).length }))
  const reviewers = spreadEvenly(
    claims.map(claim => ({
      id: claim.id,
      seated: [...new Set([...keptOf(claim).filter(id => !isTrainee.has(id)), ...claim.cast])],
      excluded: claim.recused,
    })),
    chosen.filter(member => !member.isTrainee),
    perClaim,
  )
  const trainees = spreadEvenly(
    claims.map(claim => ({
      id: claim.id,
      seated: [...new Set([...keptOf(claim).filter(id => isTrainee.has(id)), ...claim.castTrainees])],
      excluded: [...claim.recused, ...claim.cast],
    })),
    chosen.filter(member => member.isTrainee),
    perClaim === null ? null : 1,
  )
  return claims.map((claim, index) => {
    const added = [...(reviewers[index]?.added ?? []), ...(trainees[index]?.added ?? [])]
    const after = [...new Set([...keptOf(claim), ...added])].sort()
    return {
      claimId: claim.id,
      memberIds: after,
      added: added.filter(id => !claim.asked.includes(id)),
      removed: claim.asked.filter(id => !after.includes(id)),
      missing: reviewers[index]?.missing ?? 0,
      recused: memberIds.filter(id => claim.recused.includes(id)),
    }
  })
}

function hasCast({ cast, castTrainees }: AskedClaim): (memberId: string) => boolean {
  return id => cast.includes(id) || castTrainees.includes(id)
}

/** Why a claim lacks reviewers, in a sentence; null when it does not. `recused` are names. */
export function shortage(missing: number, recused: readonly string[]): string | null {
  if (missing === 0) return null
  const short = missing === 1 ? 'One reviewer short' : `${missing} reviewers short`
  if (recused.length === 0) return `${short}: too few were chosen.`
  const names = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(recused)
  return `${short}: ${names} stood back from it.`
}
