import type { Tx } from './client'

/** The database's clock now, not at the transaction's start: what dates everything a transaction writes. */
export async function clockOf(tx: Tx): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  if (!clock) throw new Error('the database told no time')
  return clock.at
}
