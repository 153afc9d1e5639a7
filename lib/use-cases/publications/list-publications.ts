import { listPublicationsContract } from '@/lib/contracts/publications'
import { readPublishedContacts } from '@/lib/db/contacts'
import { atOneMoment } from '@/lib/db/one-moment'
import { listPublicationsOf, printOf, readLastPrint } from '@/lib/db/publications'
import { listStanding, readMasthead } from '@/lib/db/snapshot'
import { dueDtos, readUnfinished, underReviewDtos } from '../corrections/read-unfinished'
import { defineQuery } from '../define'

/** The statement's publications, and what the next one would say: whether anything new, and what it has to correct. */
export const listPublications = defineQuery({
  contract: listPublicationsContract,
  action: 'publication.list',
  run: ({ db, actor, input: { statementId } }) =>
    atOneMoment(db, async tx => {
      const { workspaceId } = actor
      const masthead = await readMasthead(tx, workspaceId, statementId)
      const standing = await listStanding(tx, workspaceId, statementId)
      const contacts = await readPublishedContacts(
        tx,
        workspaceId,
        standing.map(({ claimId }) => claimId),
      )
      const last = await readLastPrint(tx, workspaceId, statementId)
      const unfinished = await readUnfinished(tx, workspaceId, statementId, standing)
      return {
        items: await listPublicationsOf(tx, actor, statementId),
        decidedClaims: standing.length,
        changedSince: unfinished.due.length > 0 || last?.print !== printOf(masthead, standing, contacts),
        dueCorrections: dueDtos(unfinished),
        underReview: underReviewDtos(unfinished),
        publishedClaims: [...unfinished.published],
      }
    }),
})
