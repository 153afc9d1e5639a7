import { canonicalJson, type Json, sha256Hex } from '@/lib/domain/hash'

/** What an event's hash covers. It holds ids and hashes, never content, so it can be shown while content is sealed. */
export interface EventLink {
  /** The statement's or the workspace's id. */
  readonly streamId: string
  /** 1, 2, 3 … without gaps. */
  readonly seq: number
  /** Past tense, such as verdict.cast. */
  readonly type: string
  readonly claimId: string | null
  readonly ids: Json
  /** The member who acted; null for the system. */
  readonly actorId: string | null
  /** RFC 3339, UTC, milliseconds: as Date.prototype.toISOString prints it. */
  readonly at: string
  /** Of the salted content in the row the event announces; null where there is none. */
  readonly contentHash: string | null
  /** The previous event's hash; null for the first. */
  readonly prevHash: string | null
}

export type ChainedEvent = EventLink & { readonly hash: string }

/** Where a stream stands: its last event's number and hash; 0 and null before the first. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string | null
}

export interface BrokenLink {
  /** The number the broken event has or should have. */
  readonly seq: number
  readonly problem: 'MISSING' | 'FOREIGN' | 'UNLINKED' | 'ALTERED'
}

/** SHA-256 over the canonical JSON of the link. */
export function eventHash(link: EventLink): string {
  const { streamId, seq, type, claimId, ids, actorId, at, contentHash, prevHash } = link
  return sha256Hex(canonicalJson({ streamId, seq, type, claimId, ids, actorId, at, contentHash, prevHash }))
}

/**
 * The first broken link of one whole stream in seq order, or null when every event is in place, linked to the one
 * before and hashed to what it says. A chain alone cannot show that its end was cut off: give the stream's `head` too.
 * A long one can be verified in parts: `after` is where the part before ended.
 */
export function verifyChain(
  events: readonly ChainedEvent[],
  head?: ChainHead,
  after: ChainHead = { seq: 0, hash: null },
): BrokenLink | null {
  const streamId = events[0]?.streamId
  let last = after
  for (const event of events) {
    const seq = last.seq + 1
    if (event.streamId !== streamId) return { seq, problem: 'FOREIGN' }
    if (event.seq !== seq) return { seq, problem: 'MISSING' }
    if (event.prevHash !== last.hash) return { seq, problem: 'UNLINKED' }
    if (event.hash !== eventHash(event)) return { seq, problem: 'ALTERED' }
    last = event
  }
  if (!head) return null
  if (last.seq < head.seq) return { seq: last.seq + 1, problem: 'MISSING' }
  return last.seq === head.seq && last.hash === head.hash ? null : { seq: last.seq, problem: 'UNLINKED' }
}
