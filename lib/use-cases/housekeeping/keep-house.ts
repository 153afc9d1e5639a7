import { db } from '@/lib/db/client'
import { inTurn } from '@/lib/db/turns'
import { closeCompleteRounds } from '../rounds/close-complete-rounds'
import { returnIdleAssignments } from '../rounds/return-idle-assignments'

/** What every desk of this database needs done now and then, by one instance at a time; does nothing while another is at it. */
export async function keepHouse(): Promise<void> {
  await inTurn(db(), 'housekeeping', async () => {
    await returnIdleAssignments()
    await closeCompleteRounds()
  })
}
