import { db } from '@/lib/db/client'
import { clockOf } from '@/lib/db/clock'
import { revokeSession } from '@/lib/db/sessions'
import { inTransaction } from '@/lib/db/transaction'

/** Ends one browser session at once. */
export async function endSession(sessionId: string): Promise<void> {
  await inTransaction(db(), async tx => revokeSession(tx, sessionId, await clockOf(tx)))
}
