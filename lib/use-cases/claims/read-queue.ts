import { readQueueContract } from '@/lib/contracts/assignments'
import { atOneMoment } from '@/lib/db/one-moment'
import { readQueueOf } from '@/lib/db/queue'
import { defineQuery } from '../define'

const MOST_SHOWN = 200

/** What waits for the actor's verdict or decision on the whole desk, longest-waiting first. */
export const readQueue = defineQuery({
  contract: readQueueContract,
  action: 'claim.list',
  run: ({ db, actor, input }) => atOneMoment(db, tx => readQueueOf(tx, actor, input.of, MOST_SHOWN)),
})
