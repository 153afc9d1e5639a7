import { Id, Timestamp } from '@/lib/contracts/scalars'
import { listStatementsContract } from '@/lib/contracts/statements'
import { listStatementSummaries, type StatementPlace } from '@/lib/db/statements-list'
import { defineQuery } from '../define'
import { invalidInput } from '../invalid-input'

/** The desk's statements, newest first, a page at a time. */
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

function cursorOf({ createdAt, id }: StatementPlace): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url')
}

function placeOf(cursor: string): StatementPlace {
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ')
  if (Timestamp.safeParse(moment).success && Id.safeParse(id).success) return { createdAt: new Date(moment), id }
  throw invalidInput('cursor', 'This cursor is not one of ours. Start the list again.')
}
