import { listContactsContract } from '@/lib/contracts/contacts'
import { listContactsOf } from '@/lib/db/contacts'
import { readMasthead } from '@/lib/db/snapshot'
import { defineQuery } from '../define'

/** When the statement's claimants were asked and what came of it. */
export const listContacts = defineQuery({
  contract: listContactsContract,
  action: 'contact.list',
  async run({ db, actor, input }) {
    await readMasthead(db, actor.workspaceId, input.statementId)
    return { items: await listContactsOf(db, actor, input) }
  },
})
