import { listClaimsContract } from '@/lib/contracts/claims'
import { findClaimsOf } from '@/lib/db/claim-record'
import { summarize } from '@/lib/db/claim-summary'
import { readSeq } from '@/lib/db/events-read'
import { atOneMoment } from '@/lib/db/one-moment'
import { defineQuery } from '../define'

/** A statement's claims in text order, as of the history's number that comes with them. */
export const listClaims = defineQuery({
  contract: listClaimsContract,
  action: 'claim.list',
  run: ({ db, actor, input }) =>
    atOneMoment(db, async tx => {
      const seq = await readSeq(tx, actor, input.statementId)
      const records = await findClaimsOf(tx, actor, input.statementId, input.ended === 'true')
      return { items: await summarize(tx, actor, records), seq }
    }),
})
