import type { ServerResponse } from 'node:http'
import type { Credential } from '@/lib/use-cases/events/still-standing'
import { END } from './event-encoding'
import type { Follower } from './event-hub'

/** A reader who lets this many bytes wait is dropped, and reads on from its Last-Event-ID when it comes back. */
const MAX_WAITING_BYTES = 256 * 1024

/** A response as the hub sees it. Bytes that its reader does not take in are not kept for long: then it is dropped. */
export function followerOn(response: ServerResponse, credential: Credential, after: number): Follower {
  return {
    credential,
    sent: after,
    send(bytes) {
      if (response.writableEnded || response.destroyed) return
      response.write(bytes)
      if (response.writableLength > MAX_WAITING_BYTES) response.destroy()
    },
    end() {
      response.end(END)
    },
    drop() {
      response.destroy()
    },
  }
}
