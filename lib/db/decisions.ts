import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/** What an editor decides, and on exactly what. */
export type DecisionContent = {
  round: number
  action: DecisionAction
  scaleVersion: number | null
  rating: string | null
  explanation: string | null
  reason: string | null
  ratedAsOf: string | null
  boundHash: string
}

/** Writes the claim's next decision; returns its id and the content hash that its event announces. */
export async function insertDecision(
  tx: Tx,
  actor: Actor,
  claimId: string,
  content: DecisionContent,
  at: Date,
): Promise<{ id: string; contentHash: string }> {
  const where = { workspaceId: actor.workspaceId, claimId }
  const last = await tx.decision.aggregate({ where, _max: { number: true } })
  const row = { ...content, claimId, number: (last._max.number ?? 0) + 1, deciderId: actor.memberId }
  const salt = newSalt()
  const hash = contentHash(salt, 'decision', row)
  const { id } = await tx.decision.create({
    data: { ...row, workspaceId: actor.workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, contentHash: hash }
}

/** Lifts the claim's standing decision; returns that decision's id and the content hash that the event announces. */
export async function insertReopening(
  tx: Tx,
  actor: Actor,
  claimId: string,
  reason: string,
  at: Date,
): Promise<{ id: string; decisionId: string; contentHash: string }> {
  const { id: decisionId } = await tx.decision.findFirstOrThrow({
    where: { workspaceId: actor.workspaceId, claimId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const row = { claimId, decisionId, authorId: actor.memberId, reason }
  const salt = newSalt()
  const hash = contentHash(salt, 'reopening', row)
  const { id } = await tx.reopening.create({
    data: { ...row, workspaceId: actor.workspaceId, at, salt, contentHash: hash },
    select: { id: true },
  })
  return { id, decisionId, contentHash: hash }
}
