import { z } from 'zod'
import { defineContract } from './contract'
import { Person } from './people'
import { Id, Timestamp } from './scalars'

/** What the live stream says of an event. What it was about is read through the API, as far as it is open to the reader. */
export const EventSignal = z
  .object({ seq: z.int(), type: z.string(), claimId: Id.nullable() })
  .meta({ id: 'EventSignal' })
export type EventSignalDto = z.infer<typeof EventSignal>

/** One line of the history. */
export const Event = EventSignal.extend({ at: Timestamp, actor: Person.nullable(), hash: z.string() }).meta({
  id: 'Event',
})
export type EventDto = z.infer<typeof Event>

export const listEventsContract = defineContract(
  'listEvents',
  'GET /statements/{statementId}/events',
  'The history after `after`, oldest first. With `Accept: text/event-stream` it streams and goes on, from `Last-Event-ID`.',
  z.strictObject({
    statementId: Id,
    after: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
    claimId: Id.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  z.object({ items: z.array(Event), seq: z.int() }),
)
