import { Id, Timestamp } from '@/lib/contracts/scalars'
import { invalidInput } from './invalid-input'

/** Where a list in the order of its moments goes on. */
export type MomentPlace = { at: Date; id: string }

/** A place as clients carry it: opaque, and safe in an address. */
export function cursorOf({ at, id }: MomentPlace): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
}

/** The place that a cursor names. Throws invalid-input for one that is not ours. */
export function placeOf(cursor: string): MomentPlace {
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ')
  if (Timestamp.safeParse(moment).success && Id.safeParse(id).success) return { at: new Date(moment), id }
  throw invalidInput('cursor', 'This cursor is not one of ours. Start the list again.')
}
