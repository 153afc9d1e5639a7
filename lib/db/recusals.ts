import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/** Why members stood back from a claim, by member: for editors, never published. */
export async function readRecusalReasons(tx: Tx, actor: Actor, claimId: string): Promise<Map<string, string>> {
  const rows = await tx.recusal.findMany({
    where: { workspaceId: actor.workspaceId, claimId },
    select: { memberId: true, reason: true },
  })
  return new Map(rows.map(({ memberId, reason }) => [memberId, reason]))
}

type NewRecusal = { claimId: string; fromRound: number; reason: string }

/** Records that the actor stands back from a claim and is no longer asked; returns the content hash that the event announces. */
export async function insertRecusal(tx: Tx, actor: Actor, recusal: NewRecusal, at: Date): Promise<string> {
  const { workspaceId, memberId } = actor
  const salt = newSalt()
  const hash = contentHash(salt, 'recusal', { ...recusal, memberId })
  await tx.recusal.create({ data: { ...recusal, workspaceId, memberId, at, salt, contentHash: hash } })
  await tx.assignment.deleteMany({ where: { workspaceId, memberId, claimId: recusal.claimId } })
  return hash
}
