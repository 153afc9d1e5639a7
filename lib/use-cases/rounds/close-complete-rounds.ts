import { db } from '@/lib/db/client'
import { completeRounds, type Where } from '@/lib/db/idle'
import { defineJob } from '../define'
import { closeIfComplete } from './close'

/**
 * Closes the open rounds that nobody keeps waiting any more because someone left the desk, or is a trainee by now. For one
 * desk, or for all. Returns how many there were.
 */
export async function closeCompleteRounds(where: Where = {}): Promise<number> {
  const rounds = await completeRounds(db(), where)
  for (const { claimId, ...place } of rounds) await closeComplete(claimId)(place)
  return rounds.length
}

function closeComplete(claimId: string) {
  return defineJob(({ tx, desk, at }) => closeIfComplete(tx, desk, claimId, at))
}
