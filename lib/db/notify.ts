import { log } from '@/lib/platform/log'
import { db } from './client'

/** The channel on which instances tell each other that a history has grown. Payload: JSON `[[streamId, seq], …]`. */
export const EVENTS_CHANNEL = 'assay_events'

/** Within this many milliseconds announcements travel as one: NOTIFY inside the writes themselves would serialise every commit. */
const COALESCE_MS = 25
const STREAMS_PER_PAYLOAD = 100

const waiting = new Map<string, number>()
let timer: NodeJS.Timeout | undefined

/** Tells every instance, soon, that a history has reached `seq`. A lost announcement only delays: watchers also poll. */
export function announce(streamId: string, seq: number): void {
  waiting.set(streamId, Math.max(seq, waiting.get(streamId) ?? 0))
  if (timer) return
  timer = setTimeout(() => {
    timer = undefined
    flush().catch(error => log.warn({ err: error }, 'events were not announced; watchers will poll them'))
  }, COALESCE_MS)
}

async function flush(): Promise<void> {
  const entries = [...waiting]
  waiting.clear()
  for (let i = 0; i < entries.length; i += STREAMS_PER_PAYLOAD) {
    const payload = JSON.stringify(entries.slice(i, i + STREAMS_PER_PAYLOAD))
    await db().$executeRaw`SELECT pg_notify(${EVENTS_CHANNEL}, ${payload})`
  }
}
