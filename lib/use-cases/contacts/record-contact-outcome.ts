import { recordContactOutcomeContract } from '@/lib/contracts/contacts'
import { findContact, insertOutcome } from '@/lib/db/contacts'
import { outcomeProblems } from '@/lib/domain/contact'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refuseProblems } from '../refuse-problems'
import { presentContact } from './present-contact'

/** Records what came of asking a claimant. The last outcome stands, so a late reply takes the place of "no reply". */
export const recordContactOutcome = defineCommand({
  contract: recordContactOutcomeContract,
  action: 'contact.answer',
  lock: 'statement',
  load: (tx, actor, { contactId }) => findContact(tx, actor, contactId),
  async run({ tx, actor, input, resource: contact, at }) {
    if (contact.last?.result === 'RECORDED_IN_ERROR') {
      throw new AppError('conflict', 'This entry was taken back as recorded in error. Record the contact anew.')
    }
    const { result, on, reply, source } = input
    refuseProblems(outcomeProblems({ result, on, reply, hasSource: source !== null }, contact.askedOn, at))
    const { id: contactId } = contact
    const number = (contact.last?.number ?? 0) + 1
    const outcome = { requestId: contactId, number, result, on, reply, source }
    const { contentHash } = await insertOutcome(tx, actor, outcome, at)
    return {
      value: contactId,
      events: [{ type: 'contact.answered', ids: { contactId, number, result }, contentHash }],
    }
  },
  present: presentContact,
})
