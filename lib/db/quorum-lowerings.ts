import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/**
 * Lowers a claim's quorum and keeps why, however often it happens; returns what the event carries. The claim's version
 * stays: nobody's reading or writing of the claim is out of date by it.
 */
export async function insertQuorumLowering(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  claimId: string,
  { quorum, reason }: { quorum: number; reason: string },
  at: Date,
): Promise<{ number: number; contentHash: string }> {
  const number = (await tx.quorumLowering.count({ where: { workspaceId, claimId } })) + 1
  const salt = newSalt()
  const hash = contentHash(salt, 'quorum-lowering', { claimId, number, quorum, reason, authorId })
  await tx.quorumLowering.create({
    data: { workspaceId, claimId, number, quorum, reason, authorId, at, salt, contentHash: hash },
  })
  await tx.claim.update({
    where: { workspaceId_id: { workspaceId, id: claimId } },
    data: { quorum, quorumReason: reason },
  })
  return { number, contentHash: hash }
}
