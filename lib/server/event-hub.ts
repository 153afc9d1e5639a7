import { setTimeout as sleep } from 'node:timers/promises'
import { type EventListener, listenForGrowth } from '@/lib/db/listen'
import { log } from '@/lib/platform/log'
import { readSignals, type Stream } from '@/lib/use-cases/events/read-signals'
import { type Credential, stillStanding } from '@/lib/use-cases/events/still-standing'
import { type EncodedEvent, encodeEvent, encodeReset, HEARTBEAT } from './event-encoding'

/** How often (ms) a quiet stream gets a sign of life, and its readers' right to it is looked up. */
const HEARTBEAT_MS = 15_000
/** Events read at once. */
const BATCH = 500
/** How many of a stream's last events stay in memory. */
const RECENT = 1_000
/** A cursor further back than this is told to read everything anew instead. */
const REPLAY_AT_MOST = 1_000
/** How long (ms) a first reader waits for LISTEN; without it, the poll tells of events. */
const LISTEN_PATIENCE_MS = 1_000

/** One connection that follows a stream. */
export type Follower = {
  readonly credential: Credential
  /** The number of the last event sent, or the cursor the client came with. */
  sent: number
  /** Queues bytes. Must not throw. */
  send(bytes: Buffer): void
  /** Says that it is over, and closes. */
  end(): void
  /** Closes at once; the client connects again and goes on from where it was. */
  drop(): void
}

type Feed = {
  readonly stream: Stream
  /** The highest number heard of. */
  announced: number
  /** The last number read; null before the first reader has joined. */
  head: number | null
  /** The last events up to `head`, without a gap. */
  recent: EncodedEvent[]
  readonly followers: Set<Follower>
  /** Followers and those about to be. */
  interested: number
  isPumping: boolean
}

export type WatchedStream = {
  /** Sends what lies between the follower's cursor and now, then everything that comes. `seq` was read after watching began. */
  join(follower: Follower, seq: number): Promise<void>
  /** Ends the interest that `watch` began. */
  leave(follower?: Follower): void
}

export type EventHub = {
  /**
   * Begins to hear of the growth of a stream that the caller has found on the reader's desk. Watch first, then read where
   * it stands, then join: nothing falls between.
   */
  watch(stream: Stream): Promise<WatchedStream>
  stop(): Promise<void>
}

export type HubOptions = { heartbeatMs?: number; pollMs?: number }

/**
 * Tells followers of a statement's events, each of them every seq in order without a gap. One read and one look-up of
 * rights serve all who follow a stream; no event is sent to anyone whose right was not looked up for it.
 */
export function createEventHub({ heartbeatMs = HEARTBEAT_MS, pollMs }: HubOptions = {}): EventHub {
  const feeds = new Map<string, Feed>()
  let listener: EventListener | undefined

  function grow(streamId: string, seq: number): void {
    const feed = feeds.get(streamId)
    if (!feed) return
    feed.announced = Math.max(feed.announced, seq)
    pump(feed).catch(error => log.warn({ err: error, streamId }, 'events wait to be delivered; trying again'))
  }

  async function watch(stream: Stream): Promise<WatchedStream> {
    const feed: Feed = feeds.get(stream.id) ?? {
      stream,
      announced: 0,
      head: null,
      recent: [],
      followers: new Set(),
      interested: 0,
      isPumping: false,
    }
    feeds.set(stream.id, feed)
    feed.interested++
    listener ??= listenForGrowth({ onGrowth: grow, watched: () => [...feeds.keys()], pollMs })
    await Promise.race([listener.ready, sleep(LISTEN_PATIENCE_MS, undefined, { ref: false })])

    let isOver = false
    return {
      async join(follower, seq) {
        feed.head ??= seq
        await replay(feed, follower, seq)
        if (isOver) return
        feed.followers.add(follower)
        grow(stream.id, seq)
      },
      leave(follower) {
        if (follower) feed.followers.delete(follower)
        if (isOver) return
        isOver = true
        feed.interested--
        if (feed.interested === 0) feeds.delete(stream.id)
      },
    }
  }

  const beating = setInterval(() => {
    for (const feed of feeds.values()) beat(feed).catch(error => log.error({ err: error }, 'a heartbeat failed'))
  }, heartbeatMs)

  return {
    watch,
    async stop() {
      clearInterval(beating)
      await listener?.stop()
    },
  }
}

/** Brings a follower to where the feed stands. What comes between that and its joining the pump finds: it looks for who is behind. */
async function replay(feed: Feed, follower: Follower, seq: number): Promise<void> {
  if (follower.sent > seq || seq - follower.sent > REPLAY_AT_MOST) {
    follower.send(encodeReset(seq))
    follower.sent = seq
  }
  while (follower.sent < Math.max(feed.head ?? 0, seq)) {
    const events =
      recentAfter(feed, follower.sent) ?? (await readSignals(feed.stream, follower.sent, BATCH)).map(encodeEvent)
    if (events.length === 0) return
    sendAll(follower, events)
  }
}

/** Reads what was announced and delivers it; again, until nothing is left. One at a time for each feed. */
async function pump(feed: Feed): Promise<void> {
  if (feed.isPumping || feed.head === null) return
  feed.isPumping = true
  try {
    while (feed.announced > feed.head || [...feed.followers].some(({ sent }) => sent < (feed.head ?? 0))) {
      const fresh = (await readSignals(feed.stream, feed.head, BATCH)).map(encodeEvent)
      feed.recent = [...feed.recent, ...fresh].slice(-RECENT)
      feed.head = feed.recent.at(-1)?.seq ?? feed.head
      await deliver(feed)
      if (fresh.length === 0) return // Announced, yet not to be seen: the next poll asks again.
    }
  } finally {
    feed.isPumping = false
  }
}

/** Sends each follower what it lacks, if it may still have it. A follower who joins meanwhile already has it all. */
async function deliver(feed: Feed): Promise<void> {
  for (const follower of await standingOf(feed)) {
    const events = recentAfter(feed, follower.sent)
    if (events) sendAll(follower, events)
    else follower.drop()
  }
}

/** A sign of life. When rights cannot be looked up the stream stays open, silent: events wait until they can. */
async function beat(feed: Feed): Promise<void> {
  try {
    for (const follower of await standingOf(feed)) follower.send(HEARTBEAT)
  } catch (error) {
    log.warn({ err: error }, 'followers’ rights cannot be looked up; events wait')
    for (const follower of feed.followers) follower.send(HEARTBEAT)
  }
}

/** The followers whose session or token still stands at this moment. Ends the others. */
async function standingOf(feed: Feed): Promise<Follower[]> {
  const followers = [...feed.followers]
  const standing = await stillStanding(
    feed.stream.workspaceId,
    followers.map(({ credential }) => credential),
  )
  const [mayStay, mustGo] = [[] as Follower[], [] as Follower[]]
  for (const follower of followers) {
    const { sessionId, tokenId } = follower.credential
    ;(standing.has(sessionId ?? tokenId ?? '') ? mayStay : mustGo).push(follower)
  }
  for (const follower of mustGo) {
    feed.followers.delete(follower)
    follower.end()
  }
  return mayStay
}

/** The events after `seq` from memory; null where memory does not reach back that far. */
function recentAfter(feed: Feed, seq: number): EncodedEvent[] | null {
  const first = feed.recent[0]?.seq
  if (seq >= (feed.head ?? 0)) return []
  if (first === undefined || first > seq + 1) return null
  return feed.recent.slice(seq + 1 - first)
}

/** Sends what follows the last event sent. Events are contiguous, so one ahead of its turn is a bug and is not sent. */
function sendAll(follower: Follower, events: readonly EncodedEvent[]): void {
  for (const { seq, bytes } of events) {
    if (seq <= follower.sent) continue
    if (seq !== follower.sent + 1) throw new Error(`event ${seq} does not follow event ${follower.sent}`)
    follower.sent = seq
    follower.send(bytes)
  }
}
