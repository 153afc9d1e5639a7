import { readNextClaimContract } from '@/lib/contracts/assignments'
import { readSeq } from '@/lib/db/events-read'
import { atOneMoment } from '@/lib/db/one-moment'
import { readNextOf } from '@/lib/db/queue'
import { defineQuery } from '../define'

/** The claim that the actor best rates next. Nothing is reserved for them, so nobody is ever in anyone's way. */
export const readNextClaim = defineQuery({
  contract: readNextClaimContract,
  action: 'claim.list',
  run: ({ db, actor, input }) =>
    atOneMoment(db, async tx => {
      if (input.statementId) await readSeq(tx, actor, input.statementId) // Says so where there is no such statement.
      return { item: await readNextOf(tx, actor, input) }
    }),
})
