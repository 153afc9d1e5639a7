import { createStatementContract } from '@/lib/contracts/statements'
import { openStream } from '@/lib/db/events'
import { insertStatement, type StatementDetails } from '@/lib/db/statements'
import { defineCommand } from '../define'
import { refuseFutureDates } from '../refuse-future-dates'
import { canonicalText, retrievalMoment } from './imported-text'
import { canonicalLanguage } from './language'
import { presentStatement } from './present-statement'

/** Brings a text in: the statement, its first version and its history. */
export const createStatement = defineCommand({
  contract: createStatementContract,
  action: 'statement.create',
  lock: 'none',
  load: async () => null,
  async run({ tx, actor, input, at }) {
    const { text: raw, retrievedAt: retrieved, ...details } = input
    const text = canonicalText(raw)
    const retrievedAt = retrievalMoment(retrieved, at)
    refuseFutureDates({ saidOn: details.saidOn }, at)

    const stored: StatementDetails = { ...details, language: canonicalLanguage(details.language) }
    const { id, contentHash } = await insertStatement(
      tx,
      { workspaceId: actor.workspaceId, authorId: actor.memberId, at },
      stored,
      { ...text, retrievedAt, retrievedFrom: details.appearance },
    )
    await openStream(tx, { id, workspaceId: actor.workspaceId }, 'STATEMENT')
    const event = { type: 'statement.created', ids: { statement: id, revision: 1, version: 1 }, contentHash }
    return { value: id, events: [event], stream: id }
  },
  present: (tx, actor, id) => presentStatement(tx, actor, id),
})
