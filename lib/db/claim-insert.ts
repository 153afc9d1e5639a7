import type { Actor } from '@/lib/domain/actor'
import { insertRevisions, type StatementText, type Wording } from './claim-revisions'
import type { Tx } from './client'
import { insertRounds } from './rounds'

/** What events say of it. */
type NewClaim = { id: string; contentHash: string; policyVersion: number; scaleVersion: number }

/** Writes new claims, each with its first revision and its first open round; they pin the desk's scale and policy of now. In the order given, and in as many statements as one takes. */
export async function insertClaims(
  tx: Tx,
  actor: Actor,
  text: StatementText,
  wordings: readonly Wording[],
  at: Date,
): Promise<NewClaim[]> {
  const { workspaceId, memberId } = actor
  const pinned = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { scaleVersion: true, policyVersion: true },
  })
  const rows = wordings.map(({ claimReviewed, claimant, saidOn, targets }) => ({
    ...pinned,
    claimReviewed,
    claimant,
    saidOn,
    workspaceId,
    statementId: text.statementId,
    sortStart: targets[0]?.start ?? 0,
    createdById: memberId,
    createdAt: at,
  }))
  const claims = await tx.claim.createManyAndReturn({ data: rows, select: { id: true, claimReviewed: true } })
  const revisions = wordings.map((wording, index) => {
    const claim = claims[index]
    // PostgreSQL returns rows as they were given, which nothing promises.
    if (claim?.claimReviewed !== wording.claimReviewed) throw new Error('claims came back in another order')
    return { claimId: claim.id, number: 1, wording }
  })
  const hashes = await insertRevisions(tx, actor, revisions, text, at)
  const rounds = revisions.map(({ claimId }) => ({ claimId, number: 1, reason: 'FIRST', claimRevision: 1 }) as const)
  await insertRounds(tx, actor, rounds, at, false)
  return revisions.map(({ claimId }, index) => ({ id: claimId, contentHash: hashes[index] ?? '', ...pinned }))
}
