import { publishContract } from '@/lib/contracts/publications'
import { insertPublication, printOf, readLastPrint, readPublication } from '@/lib/db/publications'
import { listStanding, readDecidedClaims, readMasthead, readRules, readText } from '@/lib/db/snapshot'
import { AppError } from '@/lib/platform/app-error'
import { defineCommand } from '../define'
import { buildSnapshot } from './build-snapshot'
import { shuffled } from './reviewer-names'

/** Takes an immutable snapshot of the statement's decided claims. The page is made from it afterwards, outside the lock. */
export const publish = defineCommand({
  contract: publishContract,
  action: 'publication.create',
  lock: 'statement',
  load: async (tx, { workspaceId }, { statementId }) => ({
    masthead: await readMasthead(tx, workspaceId, statementId),
    standing: await listStanding(tx, workspaceId, statementId),
    last: await readLastPrint(tx, workspaceId, statementId),
  }),
  async run({ tx, actor, input: { statementId }, resource: { masthead, standing, last }, at }) {
    if (standing.length === 0) {
      throw new AppError('conflict', 'No claim of this statement is decided. Approve at least one, then publish.')
    }
    if (last?.print === printOf(masthead, standing)) {
      throw new AppError(
        'conflict',
        `Nothing has changed since publication ${last.number}. Share that one, or decide another claim first.`,
      )
    }
    const number = (last?.number ?? 0) + 1
    const { workspaceId } = actor
    const { versionNumber } = masthead.statement
    const text = await readText(tx, workspaceId, statementId, versionNumber)
    const claims = await readDecidedClaims(tx, workspaceId, versionNumber, standing)
    const rules = await readRules(tx, workspaceId, claims)
    const snapshot = buildSnapshot({ ...masthead, text, claims, ...rules }, { number, at }, shuffled)
    const publication = await insertPublication(tx, actor, { statementId, number, snapshot, standing, at })
    const { id, snapshotHash, claimCount, contentHash } = publication
    return {
      value: id,
      events: [
        {
          type: 'statement.published',
          ids: { publicationId: id, number, claimCount, snapshotHash },
          contentHash,
        },
      ],
    }
  },
  present: (tx, actor, publicationId) => readPublication(tx, actor, publicationId),
})
