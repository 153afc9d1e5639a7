import { listReportsContract } from '@/lib/contracts/reports'
import { countOpenReports, listReportsOf } from '@/lib/db/reports-list'
import { isReportOpen } from '@/lib/domain/error-report'
import { defineQuery } from '../define'
import { cursorOf, placeOf } from '../moment-cursor'

/** What readers report as wrong, a page at a time: first what is still open. */
export const listReports = defineQuery({
  contract: listReportsContract,
  action: 'report.list',
  async run({ db, actor, input: { cursor, limit, ...filter } }) {
    const after = cursor === undefined ? undefined : { isOpen: cursor.startsWith('o'), ...placeOf(cursor.slice(1)) }
    const rows = await listReportsOf(db, actor, { ...filter, after, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    return {
      items,
      nextCursor: last
        ? `${isReportOpen(last.state) ? 'o' : 'c'}${cursorOf({ at: new Date(last.at), id: last.id })}`
        : null,
      open: await countOpenReports(db, actor),
    }
  },
})
