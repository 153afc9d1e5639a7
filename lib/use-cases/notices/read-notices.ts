import { readNoticesContract } from '@/lib/contracts/notices'
import { countUnread, findNotice, markRead } from '@/lib/db/notices'
import { defineCommand } from '../define'

/** Marks the caller's own notices as read. Others' are not there; those read before keep their moment. */
export const readNotices = defineCommand({
  contract: readNoticesContract,
  action: 'notice.read',
  lock: 'none',
  load: async (tx, actor, { upTo }) => (upTo === undefined ? null : await findNotice(tx, actor, upTo)),
  async run({ tx, actor, input, resource: newest, at }) {
    await markRead(tx, actor, newest ? { upTo: newest } : { ids: input.ids ?? [] }, at)
    return { value: null, events: [] }
  },
  present: async (tx, actor) => ({ unread: await countUnread(tx, actor) }),
})
