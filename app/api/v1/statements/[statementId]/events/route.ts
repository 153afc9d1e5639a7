import { route } from '@/lib/server/route'
import { listEvents } from '@/lib/use-cases/events/list-events'

/** The JSON page; what asks for `text/event-stream` is answered by the front door. */
export const GET = route(listEvents)
