import type { Actor } from '@/lib/domain/actor'
import type { Json } from '@/lib/domain/hash'
import type { DecisionAction } from '@/lib/domain/vocabulary'
import { Prisma, type Tx } from './client'
import { hidesActor } from './events-read'

export type HistoryFilter = {
  statementId: string
  claimId?: string | undefined
  /** Only events of these types. */
  types?: readonly string[] | undefined
  /** Only acts of this member, as far as the reader may know whose they are. */
  memberId?: string | undefined
  before?: number | undefined
  limit: number
}

export type HistoryRow = {
  seq: number
  type: string
  claimId: string | null
  ids: Json
  /** Null where nobody acted, or the reader may not know who. */
  actorId: string | null
  at: Date
  hash: string
}

/** A page of a statement's history, newest first. What is sealed is left out before anything is filtered by it. */
export async function readHistoryRows(tx: Tx, actor: Actor, filter: HistoryFilter): Promise<HistoryRow[]> {
  const { statementId, claimId, types, memberId, before, limit } = filter
  return await tx.$queryRaw<HistoryRow[]>`
    SELECT * FROM (
      SELECT e.seq, e.type, e.claim_id::text AS "claimId", e.ids, e.at, e.hash,
        CASE WHEN ${hidesActor(actor)} THEN NULL ELSE e.actor_id::text END AS "actorId"
      FROM event e
      WHERE e.workspace_id = ${actor.workspaceId}::uuid AND e.stream_id = ${statementId}::uuid
        ${claimId === undefined ? Prisma.empty : Prisma.sql`AND e.claim_id = ${claimId}::uuid`}
        ${types === undefined ? Prisma.empty : Prisma.sql`AND e.type = ANY(${[...types]}::text[])`}
        ${before === undefined ? Prisma.empty : Prisma.sql`AND e.seq < ${before}`}
    ) told
    ${memberId === undefined ? Prisma.empty : Prisma.sql`WHERE "actorId" = ${memberId}`}
    ORDER BY seq DESC LIMIT ${limit}`
}

/** What decisions did, by id. */
export async function readDecisionFacts(tx: Tx, { workspaceId }: Actor, ids: readonly string[]) {
  const rows: { id: string; action: DecisionAction; rating: string | null; reason: string | null }[] =
    ids.length === 0
      ? []
      : await tx.decision.findMany({
          where: { workspaceId, id: { in: [...ids] } },
          select: { id: true, action: true, rating: true, reason: true },
        })
  return new Map(rows.map(row => [row.id, row]))
}

/** Why claims were reopened, by the reopening's id. */
export async function readReopeningReasons(tx: Tx, { workspaceId }: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await tx.reopening.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, reason: true },
  })
  return new Map(rows.map(({ id, reason }) => [id, reason]))
}

/** What was noted when targets were reviewed, by the target's id. */
export async function readReviewNotes(tx: Tx, { workspaceId }: Actor, targetIds: readonly string[]) {
  if (targetIds.length === 0) return new Map<string, string | null>()
  const rows = await tx.targetReview.findMany({
    where: { workspaceId, targetId: { in: [...targetIds] } },
    select: { targetId: true, note: true },
  })
  return new Map(rows.map(({ targetId, note }) => [targetId, note]))
}

/** Why claims' quorums were lowered, by claim and number. */
export async function readLoweringReasons(tx: Tx, { workspaceId }: Actor, claimIds: readonly string[]) {
  if (claimIds.length === 0) return new Map<string, string>()
  const rows = await tx.quorumLowering.findMany({
    where: { workspaceId, claimId: { in: [...claimIds] } },
    select: { claimId: true, number: true, reason: true },
  })
  return new Map(rows.map(({ claimId, number, reason }) => [`${claimId} ${number}`, reason]))
}

/** The rounds of these claims, oldest first, with whether a person closed them. */
export async function readRoundsOf(tx: Tx, { workspaceId }: Actor, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  return await tx.round.findMany({
    where: { workspaceId, claimId: { in: [...claimIds] } },
    orderBy: [{ claimId: 'asc' }, { number: 'asc' }],
    select: {
      claimId: true,
      number: true,
      state: true,
      reason: true,
      claimRevision: true,
      openedAt: true,
      closedAt: true,
      closedById: true,
      ending: true,
    },
  })
}
