import { strangersAmong } from '@/lib/db/assignments'
import { type ClaimRecord, castersIn } from '@/lib/db/claim-record'
import type { Tx } from '@/lib/db/client'
import { listEditorIds } from '@/lib/db/members'
import { insertNotices } from '@/lib/db/notices'
import type { Actor } from '@/lib/domain/actor'

/**
 * Tells whoever is asked to rate the claim, or had cast in its last round, that there is another one: none of them has cast
 * in it. `claim` is as it stood before.
 */
export async function tellRoundOpened(tx: Tx, actor: Actor, claim: ClaimRecord, at: Date): Promise<void> {
  const recused = claim.recusals.map(({ memberId }) => memberId)
  const cast = castersIn(claim).map(({ reviewerId }) => reviewerId)
  const wanted = [...new Set([...claim.assigned, ...cast])].filter(id => !recused.includes(id))
  const gone = await strangersAmong(tx, actor, wanted)
  const { workspaceId, memberId: actorId } = actor
  const { statementId, id: claimId } = claim
  await insertNotices(
    tx,
    { workspaceId, actorId, at },
    wanted
      .filter(id => !gone.includes(id))
      .map(memberId => ({ memberId, kind: 'ROUND_OPENED' as const, statementId, claimId })),
  )
}

/** Tells the editors that the reviewers did not agree within the rounds they have. Whose verdict came last is not said. */
export async function tellEscalated(
  tx: Tx,
  { workspaceId, memberId }: Actor,
  { statementId, id: claimId }: ClaimRecord,
  at: Date,
  byActor: boolean,
): Promise<void> {
  const editors = await listEditorIds(tx, workspaceId)
  await insertNotices(
    tx,
    { workspaceId, actorId: byActor ? memberId : null, at },
    editors.map(id => ({ memberId: id, kind: 'ESCALATED' as const, statementId, claimId })),
  )
}
