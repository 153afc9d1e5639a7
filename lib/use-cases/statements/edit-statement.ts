import { editStatementContract } from '@/lib/contracts/statements'
import { countDecidedAsClaimant, findStatement, reviseStatement, type StatementDetails } from '@/lib/db/statements'
import { findStatementSummary } from '@/lib/db/statements-list'
import { AppError, notFound } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { refuseFutureDates } from '../refuse-future-dates'
import { attributeClaims } from './attribute-claims'
import { canonicalLanguage } from './language'
import { presentStatement } from './present-statement'

/**
 * Changes a statement's details as a new revision; its text never changes. Nothing changed writes nothing. Another
 * claimant is another wording of the open claims that name none of their own.
 */
export const editStatement = defineCommand({
  contract: editStatementContract,
  action: 'statement.edit',
  lock: 'statement',
  async load(tx, actor, { statementId }) {
    const statement = await findStatement(tx, actor.workspaceId, statementId)
    if (!statement) throw notFound('statement')
    return statement
  },
  facts: ({ createdById }) => ({ createdById }),
  async run({ tx, actor, input, resource: statement, at }) {
    const { statementId: id, version, ...changes } = input
    if (version !== statement.version) {
      throw new AppError('stale-version', 'Someone changed these details meanwhile. Look again, then save.', {
        current: await findStatementSummary(tx, actor, id),
      })
    }
    refuseFutureDates({ saidOn: changes.saidOn }, at)
    if (changes.language !== undefined) changes.language = canonicalLanguage(changes.language)
    const details = { ...statement.details, ...defined(changes) }
    if (JSON.stringify(details) === JSON.stringify(statement.details)) return { value: id, events: [] }
    const isReattributed = details.claimant !== statement.details.claimant
    if (isReattributed) await refuseWhenDecided(tx, actor.workspaceId, id)

    const number = version + 1
    const stamp = { workspaceId: actor.workspaceId, authorId: actor.memberId, at }
    const contentHash = await reviseStatement(tx, stamp, id, number, details)
    const event = { type: 'statement.edited', ids: { statement: id, revision: number }, contentHash }
    return { value: id, events: [event, ...(isReattributed ? await attributeClaims(tx, actor, id, at) : [])] }
  },
  present: (tx, actor, id) => presentStatement(tx, actor, id),
})

/** A decided claim without a claimant of its own was decided as this one's: that must not change silently. */
async function refuseWhenDecided(tx: Parameters<typeof countDecidedAsClaimant>[0], workspaceId: string, id: string) {
  const decided = await countDecidedAsClaimant(tx, workspaceId, id)
  if (decided === 0) return
  const claims = decided === 1 ? 'One claim has' : `${decided} claims have`
  throw new AppError(
    'conflict',
    `${claims} been decided as said by this person. Reopen first, then change who said it.`,
  )
}

function defined(changes: Partial<StatementDetails>): Partial<StatementDetails> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
