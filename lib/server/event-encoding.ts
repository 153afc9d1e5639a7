import type { EventSignalDto } from '@/lib/contracts/events'

/** One event as every client of its stream is sent it. */
export type EncodedEvent = { readonly seq: number; readonly bytes: Buffer }

/** The event as bytes of text/event-stream (WHATWG HTML 9.2), made once for all who follow. Its seq is the Last-Event-ID. */
export function encodeEvent({ seq, type, claimId }: EventSignalDto): EncodedEvent {
  return { seq, bytes: frame('change', { seq, type, claimId }, seq) }
}

/** "Read everything anew": the client's cursor is not one to go on from. The history's last number is its new cursor. */
export function encodeReset(seq: number): Buffer {
  return frame('reset', { seq }, seq)
}

/** The last event of a stream whose reader may no longer follow it. */
export const END = frame('end', { reason: 'signed-out' })

/** Keeps the connection alive; clients do not notice it. */
export const HEARTBEAT = Buffer.from(': beat\n\n')

/** Tells the client after how many milliseconds to connect again, should the connection end. */
export function encodeRetry(ms: number): Buffer {
  return Buffer.from(`retry: ${Math.round(ms)}\n\n`)
}

function frame(name: string, data: object, id?: number): Buffer {
  return Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}
