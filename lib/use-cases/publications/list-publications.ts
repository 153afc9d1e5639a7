import { listPublicationsContract } from '@/lib/contracts/publications'
import { listPublicationsOf, printOf, readLastPrint } from '@/lib/db/publications'
import { listStanding, readMasthead } from '@/lib/db/snapshot'
import { defineQuery } from '../define'

/** The statement's publications, and whether another would say anything else than the newest. */
export const listPublications = defineQuery({
  contract: listPublicationsContract,
  action: 'publication.list',
  async run({ db, actor, input: { statementId } }) {
    const { workspaceId } = actor
    const masthead = await readMasthead(db, workspaceId, statementId)
    const [items, standing, last] = await Promise.all([
      listPublicationsOf(db, actor, statementId),
      listStanding(db, workspaceId, statementId),
      readLastPrint(db, workspaceId, statementId),
    ])
    return {
      items,
      decidedClaims: standing.length,
      changedSince: last?.print !== printOf(masthead, standing),
    }
  },
})
