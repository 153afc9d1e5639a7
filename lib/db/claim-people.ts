import type { Actor } from '@/lib/domain/actor'
import type { Tx } from './client'

export type PersonView = { id: string; name: string }

/** Everyone who is or was a member of the actor's desk, by member id; what the departed did stays theirs. */
export type People = {
  of(memberId: string): PersonView
  /** The given members, in the order of their names: never in that of their acts. */
  byName(memberIds: readonly string[]): PersonView[]
  /** Ids of those whose verdicts would count now: members who are not trainees. */
  eligible: readonly string[]
}

export async function readPeople(tx: Tx, actor: Actor): Promise<People> {
  const rows = await tx.$queryRaw<{ id: string; name: string; isEligible: boolean }[]>`
    SELECT m.id::text, u.name, m.removed_at IS NULL AND NOT m.is_trainee AS "isEligible"
    FROM member m JOIN "user" u ON u.id = m.user_id
    WHERE m.workspace_id = ${actor.workspaceId}::uuid`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const of = (id: string) => {
    const name = names.get(id)
    if (name === undefined) throw new RangeError(`member ${id} is not of this desk`)
    return { id, name }
  }
  return {
    of,
    byName: ids => ids.map(of).toSorted(compareNames),
    eligible: rows.filter(({ isEligible }) => isEligible).map(({ id }) => id),
  }
}

/** The given members by name, with which of them are trainees. */
export function asSeated(people: People, memberIds: readonly string[], trainees: readonly string[]) {
  return people.byName(memberIds).map(person => ({ ...person, isTrainee: trainees.includes(person.id) }))
}

/** Verdicts by their reviewers' names: never in the order in which they were cast. */
export function byReviewer<V extends { reviewerId: string }>(people: People, verdicts: readonly V[]): V[] {
  const order = people.byName(verdicts.map(({ reviewerId }) => reviewerId)).map(({ id }) => id)
  return verdicts.toSorted((one, other) => order.indexOf(one.reviewerId) - order.indexOf(other.reviewerId))
}

/** By code unit, then by id, which says nothing but when someone joined. */
function compareNames(one: PersonView, other: PersonView): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1
  return one.id < other.id ? -1 : 1
}
