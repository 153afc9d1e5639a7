import type { Db } from './client'

/** Nothing that takes a turn takes longer (ms). */
const LONGEST_MS = 8 * 60_000

/**
 * Does the work unless another instance, or this one, is doing work of this name right now; says whether it did. The turn
 * is an advisory lock held by a transaction that does nothing else.
 */
export async function inTurn(db: Db, name: string, work: () => Promise<void>): Promise<boolean> {
  return await db.$transaction(
    async tx => {
      const [turn] = await tx.$queryRaw<{ isMine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${`assay:${name}`}, 0)) AS "isMine"`
      if (!turn?.isMine) return false
      await work()
      return true
    },
    { maxWait: 8_000, timeout: LONGEST_MS },
  )
}
