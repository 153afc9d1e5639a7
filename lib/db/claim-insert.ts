import type { Actor } from '@/lib/domain/actor'
import { insertRevision, type StatementText, type Wording } from './claim-revisions'
import type { Tx } from './client'
import { insertRound } from './rounds'

/** Writes a new claim with its first revision and its first open round; it pins the desk's scale and policy of now. */
export async function insertClaim(
  tx: Tx,
  actor: Actor,
  text: StatementText,
  wording: Wording,
  at: Date,
): Promise<{ id: string; contentHash: string; policyVersion: number; scaleVersion: number }> {
  const { workspaceId, memberId } = actor
  const { targets, ...words } = wording
  const { scaleVersion, policyVersion } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { scaleVersion: true, policyVersion: true },
  })
  const { id } = await tx.claim.create({
    data: {
      ...words,
      workspaceId,
      statementId: text.statementId,
      scaleVersion,
      policyVersion,
      sortStart: targets[0]?.start ?? 0,
      createdById: memberId,
      createdAt: at,
    },
    select: { id: true },
  })
  const hash = await insertRevision(tx, actor, id, 1, text, wording, at)
  await insertRound(tx, actor, { claimId: id, number: 1, reason: 'FIRST', claimRevision: 1 }, at, false)
  return { id, contentHash: hash, policyVersion, scaleVersion }
}
