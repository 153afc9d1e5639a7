import { listSharesContract } from '@/lib/contracts/publications'
import { listSharesOf } from '@/lib/db/shares'
import { readMasthead } from '@/lib/db/snapshot'
import { defineQuery } from '../define'

/** The statement's links, without their addresses: those are not kept. */
export const listShares = defineQuery({
  contract: listSharesContract,
  action: 'share.list',
  async run({ db, actor, input: { statementId } }) {
    await readMasthead(db, actor.workspaceId, statementId)
    return { items: await listSharesOf(db, actor, statementId) }
  },
})
