import { readHistoryContract } from '@/lib/contracts/history'
import { readSeq } from '@/lib/db/events-read'
import { readHistoryRows } from '@/lib/db/history'
import { atOneMoment } from '@/lib/db/one-moment'
import { typesOfGroup } from '@/lib/domain/history-lines'
import { defineQuery } from '../define'
import { tellLines } from './tell-lines'

/** What happened to a statement or to one of its claims, newest first, in sentences. */
export const readHistory = defineQuery({
  contract: readHistoryContract,
  action: 'event.list',
  run: ({ db, actor, input }) =>
    atOneMoment(db, async tx => {
      const { group, limit, ...filter } = input
      await readSeq(tx, actor, input.statementId)
      const types = group && typesOfGroup(group)
      const rows = await readHistoryRows(tx, actor, { ...filter, types, limit: limit + 1 })
      return { items: await tellLines(tx, actor, rows.slice(0, limit)), hasMore: rows.length > limit }
    }),
})
