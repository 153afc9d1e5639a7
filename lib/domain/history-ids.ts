import type { Json } from '@/lib/domain/hash'
import { BrokenHistory, type HistoryEvent } from '@/lib/domain/history'

type Told = Pick<HistoryEvent, 'seq' | 'type' | 'claimId' | 'ids'>

/** What an event's `ids` hold under a name; undefined where they hold nothing. */
export function valueIn({ ids }: Pick<HistoryEvent, 'ids'>, name: string): Json | undefined {
  if (typeof ids !== 'object' || ids === null || Array.isArray(ids)) return undefined
  return (ids as { readonly [key: string]: Json | undefined })[name] // neither a list nor null, so an object
}

/** A number among an event's ids. Throws BrokenHistory where there is none. */
export function numberIn(event: Told, name: string): number {
  const value = valueIn(event, name)
  if (typeof value !== 'number') throw new BrokenHistory(event, `it does not say which ${name}`)
  return value
}

/** An id or a word among an event's ids. Throws BrokenHistory where there is none. */
export function textIn(event: Told, name: string): string {
  const value = valueIn(event, name)
  if (typeof value !== 'string') throw new BrokenHistory(event, `it does not say which ${name}`)
  return value
}

/** A list of ids among an event's ids. Throws BrokenHistory where there is none. */
export function textsIn(event: Told, name: string): string[] {
  const value = valueIn(event, name)
  if (!Array.isArray(value) || !value.every(one => typeof one === 'string')) {
    throw new BrokenHistory(event, `it does not say which ${name}`)
  }
  return value
}
