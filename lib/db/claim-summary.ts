import type { Actor } from '@/lib/domain/actor'
import { countedIn, missingIn } from '@/lib/domain/round'
import { type RatingScale, wornRating } from '@/lib/domain/scale'
import { claimStatus } from '@/lib/domain/status'
import { attendanceOf, type ClaimRecord, castersIn } from './claim-record'
import { scaleOf } from './claim-scale'
import type { Tx } from './client'
import { readTargets, type TargetView } from './targets'

/** A claim as lists show it. Says of a round only what everyone may know while it is sealed. */
export function summaryOf(record: ClaimRecord, scale: RatingScale, targets: TargetView[], actor: Actor) {
  const status = claimStatus(record)
  return {
    id: record.id,
    statementId: record.statementId,
    claimReviewed: record.claimReviewed,
    claimant: record.claimant,
    saidOn: record.saidOn,
    targets,
    stage: record.stage,
    status,
    // What was agreed and then returned is no one's verdict any more.
    rating: record.rating === null || status === 'RETURNED' ? null : wornRating(scale, record.rating),
    round: roundSummary(record, record.round, record.roundState),
    needsMyVerdict: record.needsMyVerdict,
    iHaveCast: castersIn(record).some(({ reviewerId }) => reviewerId === actor.memberId),
    mayDecide: record.mayDecide,
    needsEditor: record.needsEditor,
    mergedIntoId: record.mergedIntoId,
    suspendedAt: record.suspendedAt?.toISOString() ?? null,
    version: record.version,
  }
}
export type SummaryView = ReturnType<typeof summaryOf>

/** How many have cast in a round of the claim and, while it is open, how many verdicts are missing. */
export function roundSummary(record: ClaimRecord, number: number, state: ClaimRecord['roundState']) {
  const attendance = attendanceOf(record, number)
  return {
    number,
    state,
    cast: countedIn(attendance),
    missing: state === 'OPEN' ? missingIn(attendance) : 0,
    quorum: attendance.quorum,
  }
}

/** Claims of any of the desk's statements as lists show them, in the order given. A handful of queries, however many. */
export async function summarize(tx: Tx, actor: Actor, records: readonly ClaimRecord[]): Promise<SummaryView[]> {
  const scales = new Map<number, RatingScale>()
  for (const record of records) {
    if (!scales.has(record.scaleVersion)) scales.set(record.scaleVersion, await scaleOf(tx, actor, record))
  }
  const targets = await readTargets(
    tx,
    actor,
    records.map(({ id }) => id),
  )
  return records.flatMap(record => {
    const scale = scales.get(record.scaleVersion)
    return scale ? [summaryOf(record, scale, targets.get(record.id) ?? [], actor)] : []
  })
}
