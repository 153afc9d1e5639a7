import { listNoticesContract } from '@/lib/contracts/notices'
import { countUnread, listNoticesOf } from '@/lib/db/notices'
import { defineQuery } from '../define'
import { cursorOf, placeOf } from '../moment-cursor'

/** What the caller should know of, newest first, a page at a time. */
export const listNotices = defineQuery({
  contract: listNoticesContract,
  action: 'notice.list',
  async run({ db, actor, input }) {
    const after = input.cursor === undefined ? null : placeOf(input.cursor)
    const { items, next } = await listNoticesOf(db, actor, { after, limit: input.limit })
    return { items, nextCursor: next && cursorOf(next), unread: await countUnread(db, actor) }
  },
})
