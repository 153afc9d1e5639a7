import { findClaimsOf } from '@/lib/db/claim-record'
import { readCurrentText } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { readTargets } from '@/lib/db/targets'
import type { Actor } from '@/lib/domain/actor'
import { reviseClaim } from '../claims/revise-claim'

/**
 * Carries a statement's new claimant to its open claims that name none of their own, as a change of their wording:
 * whether a claim is true can hang on who makes it, so no verdict cast on the earlier claimant's counts for this one's.
 */
export async function attributeClaims(tx: Tx, actor: Actor, statementId: string, at: Date): Promise<EventDraft[]> {
  const claims = (await findClaimsOf(tx, actor, statementId, false)).filter(
    ({ stage, claimant }) => stage === 'OPEN' && claimant === null,
  )
  if (claims.length === 0) return []
  const ids = claims.map(({ id }) => id)
  const [text, targets] = [await readCurrentText(tx, actor, statementId), await readTargets(tx, actor, ids)]
  const events: EventDraft[] = []
  for (const claim of claims) {
    const { claimReviewed, claimant, saidOn } = claim
    const wording = { claimReviewed, claimant, saidOn, targets: targets.get(claim.id) ?? [] }
    events.push(...(await reviseClaim(tx, actor, claim, text, wording, at)))
  }
  return events
}
