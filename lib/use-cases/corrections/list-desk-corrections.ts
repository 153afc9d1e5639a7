import { listDeskCorrectionsContract } from '@/lib/contracts/corrections'
import { Id, Timestamp } from '@/lib/contracts/scalars'
import { type CorrectionPlace, countCorrections, listCorrectionsOf } from '@/lib/db/corrections'
import { defineQuery } from '../define'
import { invalidInput } from '../invalid-input'

/** The desk's corrections, newest first, a page at a time. */
export const listDeskCorrections = defineQuery({
  contract: listDeskCorrectionsContract,
  action: 'correction.list',
  async run({ db, actor, input: { cursor, limit, ...filter } }) {
    const after = cursor === undefined ? undefined : placeOf(cursor)
    const [found, { total, statements }] = await Promise.all([
      listCorrectionsOf(db, actor, { ...filter, after, limit: limit + 1 }),
      countCorrections(db, actor, filter),
    ])
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? cursorOf(last) : null, total, statements }
  },
})

function cursorOf({ at, id }: { at: string; id: string }): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

function placeOf(cursor: string): CorrectionPlace {
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ')
  if (Timestamp.safeParse(moment).success && Id.safeParse(id).success) return { at: new Date(moment), id }
  throw invalidInput('cursor', 'This cursor is not one of ours. Start the list again.')
}
