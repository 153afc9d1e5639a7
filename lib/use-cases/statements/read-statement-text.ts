import { readStatementTextContract } from '@/lib/contracts/statements'
import { findVersionText } from '@/lib/db/statements'
import { notFound } from '@/lib/platform/app-error'
import { defineQuery } from '../define'

/** The canonical text of one version, which every offset counts in. */
export const readStatementText = defineQuery({
  contract: readStatementTextContract,
  action: 'statement.read',
  async run({ db, actor, input }) {
    const version = await findVersionText(db, actor.workspaceId, input.statementId, input.number)
    if (!version) throw notFound('text')
    return version
  },
})
