import { listDeskCorrectionsContract } from '@/lib/contracts/corrections'
import { countCorrections, listCorrectionsOf } from '@/lib/db/corrections'
import { defineQuery } from '../define'
import { cursorOf, placeOf } from '../moment-cursor'

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
    return { items, nextCursor: last ? cursorOf({ at: new Date(last.at), id: last.id }) : null, total, statements }
  },
})
