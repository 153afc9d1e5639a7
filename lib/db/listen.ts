import { Client, type Notification } from 'pg'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { db } from './client'
import { EVENTS_CHANNEL } from './notify'

/** Every watched history's last number is also asked for this often (ms), so a lost announcement delays and never loses. */
const POLL_MS = 5_000
/** A connection that has silently died is found by a query it does not answer, at the latest after these (ms). */
const PROBE_MS = 20_000
const ANSWER_MS = 5_000
const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5_000

type Options = {
  /** Hears that a history has reached `seq`; perhaps more than once, perhaps out of order, soon or by the next poll. */
  onGrowth: (streamId: string, seq: number) => void
  /** The histories to poll. */
  watched: () => readonly string[]
  pollMs?: number
}

export type EventListener = {
  /** Resolves once announcements are heard; they may be lost again later, and then it is the poll that tells. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

/** Listens on one connection of its own, past any pooler, for histories that grow; connects again for as long as it takes. */
export function listenForGrowth({ onGrowth, watched, pollMs = POLL_MS }: Options): EventListener {
  let client: Client | undefined
  let isStopped = false
  let retryMs = FIRST_RETRY_MS
  let retry: NodeJS.Timeout | undefined
  let isPolling = false
  let announceReady: () => void
  const ready = new Promise<void>(resolve => {
    announceReady = resolve
  })

  async function connect(): Promise<void> {
    const mine = new Client({
      connectionString: env().DIRECT_URL || env().DATABASE_URL,
      application_name: 'assay-listen',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    })
    client = mine
    mine.on('notification', handleNotification)
    mine.on('error', () => lose(mine))
    mine.on('end', () => lose(mine))
    try {
      await mine.connect()
      await mine.query(`LISTEN ${EVENTS_CHANNEL}`)
    } catch (error) {
      log.warn({ err: error }, 'cannot listen for events; they arrive by polling')
      lose(mine)
      return
    }
    retryMs = FIRST_RETRY_MS
    announceReady()
    await poll() // What was announced while nobody listened.
  }

  function lose(lost: Client): void {
    if (lost !== client) return
    client = undefined
    lost.end().catch(() => {}) // It is gone already; `end` only frees what is left of it.
    if (isStopped) return
    retry = setTimeout(() => connect().catch(unexpected), retryMs * (0.5 + Math.random() / 2))
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
  }

  function handleNotification({ payload }: Notification): void {
    for (const [streamId, seq] of growthOf(payload)) onGrowth(streamId, seq)
  }

  async function poll(): Promise<void> {
    const ids = watched()
    if (isPolling || isStopped || ids.length === 0) return
    isPolling = true
    try {
      const rows = await db().eventStream.findMany({ where: { id: { in: [...ids] } }, select: { id: true, seq: true } })
      for (const { id, seq } of rows) onGrowth(id, seq)
    } catch (error) {
      log.warn({ err: error }, 'cannot poll for events; trying again')
    } finally {
      isPolling = false
    }
  }

  async function probe(): Promise<void> {
    const mine = client
    if (!mine) return
    try {
      await mine.query('SELECT 1')
    } catch {
      lose(mine)
    }
  }

  const polling = setInterval(() => poll().catch(unexpected), pollMs)
  const probing = setInterval(() => probe().catch(unexpected), PROBE_MS)
  connect().catch(unexpected)

  return {
    ready,
    async stop() {
      isStopped = true
      clearInterval(polling)
      clearInterval(probing)
      clearTimeout(retry)
      const mine = client
      client = undefined
      await mine?.end().catch(() => {}) // A connection that cannot be closed is closed.
    },
  }
}

/** `[[streamId, seq], …]` as notify.ts writes it; anything else on the channel is not ours and says nothing. */
function growthOf(payload: string | undefined): [string, number][] {
  try {
    const pairs: unknown = JSON.parse(payload ?? '')
    if (!Array.isArray(pairs)) return []
    return pairs.filter(
      (pair): pair is [string, number] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && Number.isSafeInteger(pair[1]),
    )
  } catch {
    return []
  }
}

function unexpected(error: unknown): void {
  log.error({ err: error }, 'the event listener stumbled')
}
