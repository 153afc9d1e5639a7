import { listEventsContract } from '@/lib/contracts/events'
import { readEvents } from '@/lib/db/events-read'
import { atOneMoment } from '@/lib/db/one-moment'
import { defineQuery } from '../define'

/** A page of a statement's history, oldest first. */
export const listEvents = defineQuery({
  contract: listEventsContract,
  action: 'event.list',
  run: ({ db, actor, input }) => atOneMoment(db, tx => readEvents(tx, actor, input)),
})
