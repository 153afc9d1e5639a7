import type { Tx } from '@/lib/db/client'
import { listContactsOf } from '@/lib/db/contacts'
import type { Actor } from '@/lib/domain/actor'

/** The reply of every command on a contact: as members see it now. */
export async function presentContact(tx: Tx, actor: Actor, id: string) {
  const [contact] = await listContactsOf(tx, actor, { id })
  if (!contact) throw new Error(`contact ${id} was not written`)
  return contact
}
