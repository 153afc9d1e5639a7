import { listCorrectionsContract } from '@/lib/contracts/corrections'
import { listCorrectionsOf } from '@/lib/db/corrections'
import { readMasthead } from '@/lib/db/snapshot'
import { defineQuery } from '../define'

/** The statement's corrections, newest first. */
export const listCorrections = defineQuery({
  contract: listCorrectionsContract,
  action: 'correction.list',
  async run({ db, actor, input: { statementId } }) {
    await readMasthead(db, actor.workspaceId, statementId)
    return { items: await listCorrectionsOf(db, actor, { statementId }) }
  },
})
