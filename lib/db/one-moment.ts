import type { Db, Tx } from './client'

/** Reads in several queries as if in one: what others commit meanwhile is not seen. For reads alone. */
export function atOneMoment<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(read, { isolationLevel: 'RepeatableRead', maxWait: 8_000, timeout: 15_000 })
}
