import { recordContactContract } from '@/lib/contracts/contacts'
import { countClaimsOf, insertContact } from '@/lib/db/contacts'
import { requestProblems } from '@/lib/domain/contact'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { refuseProblems } from '../refuse-problems'
import { presentContact } from './present-contact'

/** Records that a claimant was asked. Says nothing of any verdict, so it can be done at any time. */
export const recordContact = defineCommand({
  contract: recordContactContract,
  action: 'contact.record',
  lock: 'statement',
  load: async (_tx, _actor, { claimIds }) => [...new Set(claimIds)],
  async run({ tx, actor, input, resource: claimIds, at }) {
    refuseProblems(requestProblems(input, at))
    if ((await countClaimsOf(tx, actor, input.statementId, claimIds)) < claimIds.length) {
      throw invalidInput('claimIds', 'One of these is no claim of this statement, or no longer stands.')
    }
    const { statementId, askedOn, channel, asked, deadlineOn, note } = input
    const contact = { statementId, claimIds, askedOn, channel, asked, deadlineOn, note }
    const { id, contentHash } = await insertContact(tx, actor, contact, at)
    return { value: id, events: [{ type: 'contact.asked', ids: { contactId: id, claimIds }, contentHash }] }
  },
  present: presentContact,
})
