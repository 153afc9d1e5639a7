import { insertClaims } from '@/lib/db/claim-insert'
import type { StatementText, Wording } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import type { Actor } from '@/lib/domain/actor'
import { assignByPlan } from '../rounds/assign-by-plan'
import { roundOpened } from './revise-claim'

/**
 * Writes new claims, which pin the desk's scale and policy, opens the first round of each and asks reviewers as the
 * statement's plan says: what every way of making claims does. Their ids are in the order given.
 */
export async function beginClaims(
  tx: Tx,
  actor: Actor,
  text: StatementText,
  wordings: readonly Wording[],
  at: Date,
): Promise<{ ids: string[]; events: EventDraft[] }> {
  const claims = await insertClaims(tx, actor, text, wordings, at)
  const begun = claims.flatMap(({ id, contentHash, policyVersion, scaleVersion }): EventDraft[] => [
    {
      type: 'claim.created',
      claimId: id,
      ids: { revision: 1, policy: policyVersion, scale: scaleVersion },
      contentHash,
    },
    roundOpened(id, 1, 'FIRST'),
  ])
  const ids = claims.map(({ id }) => id)
  const asked = await assignByPlan(tx, actor, { statementId: text.statementId, claimIds: ids }, at)
  return { ids, events: [...begun, ...asked] }
}
