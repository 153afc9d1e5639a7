import { createStatementContract } from '@/lib/contracts/statements'
import { openStream } from '@/lib/db/events'
import { insertStatement, type StatementDetails } from '@/lib/db/statements'
import { importText } from '@/lib/domain/canonical-text'
import { sha256Hex } from '@/lib/domain/hash'
import { defineCommand } from '../define'
import { invalidInput } from '../invalid-input'
import { refuseFutureDates } from '../refuse-future-dates'
import { canonicalLanguage } from './language'
import { presentStatement } from './present-statement'

/** Clocks differ a little. */
const AHEAD_MS = 5 * 60_000

/** Brings a text in: the statement, its first version and its history. */
export const createStatement = defineCommand({
  contract: createStatementContract,
  action: 'statement.create',
  lock: 'none',
  load: async () => null,
  async run({ tx, actor, input, at }) {
    const { text: raw, retrievedAt: retrieved, ...details } = input
    const imported = importText(raw)
    if (!imported.ok) throw invalidInput('text', imported.problem.message)
    const retrievedAt = retrieved ? new Date(retrieved) : at
    if (retrievedAt.getTime() > at.getTime() + AHEAD_MS)
      throw invalidInput('retrievedAt', 'This moment is still to come.')
    refuseFutureDates({ saidOn: details.saidOn }, at)

    const { text, document, wordCount } = imported
    const stored: StatementDetails = { ...details, language: canonicalLanguage(details.language) }
    const { id, contentHash } = await insertStatement(
      tx,
      { workspaceId: actor.workspaceId, authorId: actor.memberId, at },
      stored,
      { text, document, wordCount, sha256: sha256Hex(text), retrievedAt, retrievedFrom: details.appearance },
    )
    await openStream(tx, { id, workspaceId: actor.workspaceId }, 'STATEMENT')
    const event = { type: 'statement.created', ids: { statement: id, revision: 1, version: 1 }, contentHash }
    return { value: id, events: [event], stream: id }
  },
  present: (tx, actor, id) => presentStatement(tx, actor, id),
})
