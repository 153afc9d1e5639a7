import type { Actor } from '../../lib/domain/actor'

/** The people of the demo desk by the ids of demo.json. */
export type DemoPeople = ReadonlyMap<string, Actor>

/** Someone of demo.json. Throws for an id it does not have. */
export function personOf(people: DemoPeople, id: string): Actor {
  const person = people.get(id)
  if (!person) throw new Error(`demo.json names a person ${id} whom it does not describe`)
  return person
}
