import { type Db, db, type Tx } from './client'

const LONGEST_MS = 24 * 3_600_000

/** Reads everything as it stood at one moment, however long it takes, without holding anyone up. */
export function readUnhurried<T>(read: (tx: Tx) => Promise<T>, client: Db = db()): Promise<T> {
  return client.$transaction(
    async tx => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      return await read(tx)
    },
    { isolationLevel: 'RepeatableRead', maxWait: 60_000, timeout: LONGEST_MS },
  )
}
