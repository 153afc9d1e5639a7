import type { Actor } from '@/lib/domain/actor'
import type { Json } from '@/lib/domain/hash'
import type { HistoryEvent, HistoryRows, HistoryTarget, MappedTargetRow } from '@/lib/domain/history'
import { remap, type StoredTarget } from '@/lib/domain/remap'
import type { SpanSelector } from '@/lib/domain/selectors'
import type { AnchorState, TargetReviewAction } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { readPolicy } from './policies'
import { readScale } from './scales'
import type { StatementDetails } from './statements'

/**
 * A statement's events up to a moment with the rows that they announce: what `replayHistory` folds. It holds what sealed
 * rounds hold; who shows it minds the seal. Throws not-found for what is not a statement of the actor's desk.
 */
export async function readForReplay(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  until: Date,
): Promise<{ events: HistoryEvent[]; rows: HistoryRows }> {
  const stream = await tx.eventStream.findUnique({
    where: { workspaceId_id: { workspaceId, id: statementId } },
    select: { kind: true },
  })
  if (stream?.kind !== 'STATEMENT') throw notFound('statement')
  const events = await tx.event.findMany({
    where: { streamId: statementId, workspaceId, at: { lte: until } },
    orderBy: { seq: 'asc' },
    select: { seq: true, type: true, claimId: true, ids: true, actorId: true, at: true },
  })
  const ofStatement = { workspaceId, claim: { statementId } }
  const claims = await tx.claim.findMany({
    where: { workspaceId, statementId },
    select: { id: true, policyVersion: true, scaleVersion: true },
  })
  const wordings = await tx.claimRevision.findMany({
    where: ofStatement,
    select: { claimId: true, number: true, claimReviewed: true, claimant: true, saidOn: true },
  })
  const targets = await tx.target.findMany({
    where: { workspaceId, statementId },
    orderBy: [{ versionNumber: 'asc' }, { ord: 'asc' }],
    select: {
      id: true,
      claimId: true,
      claimRevision: true,
      versionNumber: true,
      ord: true,
      exact: true,
      prefix: true,
      suffix: true,
      start: true,
      end: true,
      anchorState: true,
      anchoredIn: true,
      review: { select: { action: true } },
    },
  })
  const verdicts = await tx.verdict.findMany({
    where: ofStatement,
    select: { id: true, revision: true, rating: true, isTrainee: true },
  })
  const decisions = await tx.decision.findMany({
    where: ofStatement,
    select: { id: true, number: true, rating: true },
  })
  const quorumReasons = await tx.quorumLowering.findMany({
    where: ofStatement,
    select: { claimId: true, number: true, reason: true },
  })
  const chosen = new Map<string, typeof targets>()
  for (const target of targets) {
    const key = `${target.claimId} ${target.claimRevision}`
    const all = chosen.get(key) ?? []
    // A later text has its own; what was chosen is what the first one says.
    if (all.length === 0 || all[0]?.versionNumber === target.versionNumber) chosen.set(key, [...all, target])
  }
  return {
    events: events.map(({ at, ids, ...event }) => ({ ...event, at: at.toISOString(), ids: ids as Json })), // the column holds what Json holds
    rows: {
      claims,
      wordings: wordings.map(row => ({ ...row, targets: chosen.get(`${row.claimId} ${row.number}`) ?? [] })),
      verdicts,
      decisions,
      quorumReasons,
      mappedTargets: await mappedRows(tx, workspaceId, statementId, targets),
      policies: await each(
        claims.map(claim => claim.policyVersion),
        version => readPolicy(tx, workspaceId, version),
      ),
      scales: await each(
        claims.map(claim => claim.scaleVersion),
        version => readScale(tx, workspaceId, version),
      ),
    },
  }
}

type TargetRow = StoredTarget & { review: { action: TargetReviewAction } | null }

/** What became of passages in newer texts. Where a person moved one since, the row no longer says where it had been: that is computed anew. */
async function mappedRows(
  tx: Tx,
  workspaceId: string,
  statementId: string,
  targets: readonly TargetRow[],
): Promise<MappedTargetRow[]> {
  const reviewed = new Set(targets.flatMap(({ claimId, review }) => (review ? [claimId] : [])))
  const before = remap(
    targets.filter(({ claimId }) => reviewed.has(claimId)),
    reviewed.size === 0 ? new Map() : await readTexts(tx, workspaceId, statementId),
  )
  return targets
    .filter(({ versionNumber }) => versionNumber > 1)
    .map(target => {
      const { id: targetId, claimId, claimRevision, versionNumber, ord, review } = target
      const place = { targetId, claimId, claimRevision, versionNumber, ord }
      const now = placed(target)
      return { ...place, mapped: review ? placed(before.get(targetId) ?? target) : now, reviewed: review ? now : null }
    })
}

function placed({ start, end, exact, anchorState }: SpanSelector & { anchorState: AnchorState }): HistoryTarget {
  return { start, end, exact, anchorState }
}

async function readTexts(tx: Tx, workspaceId: string, statementId: string): Promise<Map<number, string>> {
  const rows = await tx.statementVersion.findMany({
    where: { workspaceId, statementId },
    select: { number: true, text: true },
  })
  return new Map(rows.map(({ number, text }) => [number, text]))
}

async function each<T>(versions: readonly number[], read: (version: number) => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (const version of new Set(versions)) all.push(await read(version))
  return all
}

/** What a statement's details and text said at these numbers. */
export async function readStatementAt(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  { revision, version }: { revision: number; version: number },
) {
  const [row] = await tx.$queryRaw<{ details: StatementDetails; text: string; sha256: string }[]>`
    SELECT r.details, v.text, v.sha256
    FROM statement_revision r JOIN statement_version v ON v.workspace_id = r.workspace_id AND v.statement_id = r.statement_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.statement_id = ${statementId}::uuid
      AND r.number = ${revision} AND v.number = ${version}`
  if (!row) throw notFound('statement')
  const { title, claimant, claimantRole, appearance, saidOn, language, direction, context } = row.details
  return {
    id: statementId,
    title,
    claimant,
    claimantRole,
    appearance,
    saidOn,
    language,
    direction,
    context,
    versionNumber: version,
    sha256: row.sha256,
    text: row.text,
  }
}

/** The words of decisions, by id. */
export async function readDecisionWords(tx: Tx, { workspaceId }: Actor, ids: readonly string[]) {
  const rows = await tx.decision.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: {
      id: true,
      action: true,
      rating: true,
      explanation: true,
      reason: true,
      ratedAsOf: true,
      round: true,
      boundHash: true,
      deciderId: true,
      at: true,
    },
  })
  return new Map(rows.map(row => [row.id, row]))
}
