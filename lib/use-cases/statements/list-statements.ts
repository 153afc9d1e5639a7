import { listStatementsContract } from '@/lib/contracts/statements'
import { listStatementSummaries } from '@/lib/db/statements-list'
import { defineQuery } from '../define'
import { cursorOf, placeOf } from '../moment-cursor'

/** The desk's statements, newest first, a page at a time. */
export const listStatements = defineQuery({
  contract: listStatementsContract,
  action: 'statement.list',
  async run({ db, actor, input }) {
    const place = input.cursor === undefined ? null : placeOf(input.cursor)
    const after = place && { createdAt: place.at, id: place.id }
    const { show, limit, search = null } = input
    const { items, next, total } = await listStatementSummaries(db, actor, { search, show, after, limit })
    return { items, nextCursor: next && cursorOf({ at: next.createdAt, id: next.id }), total }
  },
})
