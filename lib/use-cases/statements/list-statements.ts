import { listStatementsContract } from '@/lib/contracts/statements'
import { listStatementSummaries } from '@/lib/db/statements-list'
import { defineQuery } from '../define'
import { cursorOf, placeOf } from '../moment-cursor'

/** The desk's statements, newest first or the earliest due first, a page at a time. */
export const listStatements = defineQuery({
  contract: listStatementsContract,
  action: 'statement.list',
  async run({ db, actor, input }) {
    const after = input.cursor === undefined ? null : placeOf(input.cursor)
    const { show, limit, search = null } = input
    const { items, next, total } = await listStatementSummaries(db, actor, { search, show, after, limit })
    return { items, nextCursor: next && cursorOf(next), total }
  },
})
