import { AFRESH, type ClaimRecord, castersIn, changeClaim } from '@/lib/db/claim-record'
import { insertRevision, type StatementText, type Wording } from '@/lib/db/claim-revisions'
import type { Tx } from '@/lib/db/client'
import type { EventDraft } from '@/lib/db/events'
import { abandon, insertRound, rateRevision } from '@/lib/db/rounds'
import type { Actor } from '@/lib/domain/actor'
import { tellRoundOpened } from '../rounds/tell-round'

/**
 * Gives an open claim another wording. What reviewers rated must be what stands: if a verdict stands in the open round,
 * that round is abandoned unseen and the next one starts; if the round had closed, the next one starts and the earlier
 * ones no longer count; an open round in which no verdict stands goes on.
 */
export async function reviseClaim(
  tx: Tx,
  actor: Actor,
  record: ClaimRecord,
  text: StatementText,
  wording: Wording,
  at: Date,
): Promise<EventDraft[]> {
  const claimId = record.id
  const revision = record.revision + 1
  const { targets, importedFrom: _origin, ...words } = wording
  const hash = await insertRevision(tx, actor, claimId, revision, text, wording, at)
  // The passages were chosen in the current text, so nothing of the claim is suspended any more.
  const change = { ...words, revision, sortStart: targets[0]?.start ?? 0, suspendedAt: null }
  const edited: EventDraft = { type: 'claim.edited', claimId, ids: { revision }, contentHash: hash }

  const isUnseen = record.roundState === 'OPEN'
  const hasVerdicts = castersIn(record).length > 0
  if (isUnseen && !hasVerdicts) {
    await rateRevision(tx, actor, { claimId, round: record.round }, revision)
    await changeClaim(tx, actor, record, change)
    return [edited]
  }
  const abandoned = isUnseen ? await abandonRound(tx, actor, record, at) : []
  const round = { claimId, number: record.round + 1, reason: 'CLAIM_CHANGED', claimRevision: revision } as const
  await insertRound(tx, actor, round, at, false)
  await changeClaim(tx, actor, record, { ...change, ...AFRESH, round: round.number })
  await tellRoundOpened(tx, actor, record, at)
  return [edited, ...abandoned, roundOpened(claimId, round.number, round.reason)]
}

/** Ends the open round unseen. */
export async function abandonRound(tx: Tx, actor: Actor, record: ClaimRecord, at: Date): Promise<EventDraft[]> {
  const { id: claimId, round } = record
  await abandon(tx, actor, { claimId, round }, at)
  return [{ type: 'round.abandoned', claimId, ids: { round } }]
}

export function roundOpened(claimId: string, round: number, reason: string): EventDraft {
  return { type: 'round.opened', claimId, ids: { round, reason } }
}
