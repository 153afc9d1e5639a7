import { Claim, type ClaimDto } from '@/lib/contracts/claims'
import { readClaim } from '@/lib/db/claim-read'
import type { ClaimRecord } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import { AppError } from '@/lib/platform/app-error'

/** The reply of every command on a claim: the claim as the actor sees it now. */
export function presentClaim(tx: Tx, actor: Actor, claimId: string) {
  return readClaim(tx, actor, claimId)
}

/** A refusal of an act that was based on what no longer stands, with how the claim stands now. */
export async function staleClaim(tx: Tx, actor: Actor, claimId: string, sentence: string): Promise<AppError> {
  const current: ClaimDto = Claim.parse(await readClaim(tx, actor, claimId))
  return new AppError('stale-version', sentence, { current })
}

/** Throws stale-version unless the act was based on the claim as it stands. */
export async function checkVersion(tx: Tx, actor: Actor, record: ClaimRecord, seen: number): Promise<void> {
  if (seen === record.version) return
  throw await staleClaim(
    tx,
    actor,
    record.id,
    'This claim changed while you were reading. Look again, then repeat what you were about to do.',
  )
}
