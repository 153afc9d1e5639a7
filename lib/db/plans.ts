import type { Actor } from '@/lib/domain/actor'
import { contentHash, type Json } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'

/** How the desk means to work on a statement. */
export type Plan = {
  leadId: string | null
  /** YYYY-MM-DD. */
  dueOn: string | null
  embargoUntil: Date | null
  /** Who rates claims that are highlighted later; empty where each is assigned by itself. */
  reviewerIds: readonly string[]
  /** So many of them a claim, spread evenly; null for all of them. */
  reviewersPerClaim: number | null
}

/** A statement's plan in force. Before the first one its number is 0 and nobody has made it. */
export type PlanInForce = Plan & { number: number; authorId: string | null }

const NO_PLAN: PlanInForce = {
  number: 0,
  authorId: null,
  leadId: null,
  dueOn: null,
  embargoUntil: null,
  reviewerIds: [],
  reviewersPerClaim: null,
}

/** The plan in force for a statement of the actor's desk. */
export async function readPlan(tx: Tx, { workspaceId }: Actor, statementId: string): Promise<PlanInForce> {
  const row = await tx.statementPlan.findFirst({
    where: { workspaceId, statementId },
    orderBy: { number: 'desc' },
    select: {
      number: true,
      authorId: true,
      leadId: true,
      dueOn: true,
      embargoUntil: true,
      reviewerIds: true,
      reviewersPerClaim: true,
    },
  })
  return row ?? NO_PLAN
}

/** Until when nothing of the statement may be published or shared, in RFC 3339; null once that has passed by the database's clock. */
export async function readEmbargo(tx: Tx, workspaceId: string, statementId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ until: Date }[]>`
    SELECT embargo_until AS until FROM statement
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${statementId}::uuid AND embargo_until > clock_timestamp()`
  return row?.until.toISOString() ?? null
}

/** What a plan's content hash covers: the row's own columns. */
export function planBody(row: Plan & { statementId: string; number: number }): Json {
  const { statementId, number, leadId, dueOn, embargoUntil, reviewerIds, reviewersPerClaim } = row
  const until = embargoUntil?.toISOString() ?? null
  return { statementId, number, leadId, dueOn, embargoUntil: until, reviewerIds, reviewersPerClaim }
}

/**
 * Writes a statement's next plan, with its copy on the statement, and returns the content hash that its event announces.
 * The caller holds the statement's lock.
 */
export async function insertPlan(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  statementId: string,
  { number: last, leadId, dueOn, embargoUntil, reviewerIds, reviewersPerClaim }: PlanInForce,
  at: Date,
): Promise<{ number: number; contentHash: string }> {
  const number = last + 1
  const plan = { leadId, dueOn, embargoUntil, reviewerIds: [...reviewerIds], reviewersPerClaim }
  const salt = newSalt()
  const hash = contentHash(salt, 'plan', planBody({ ...plan, statementId, number }))
  await tx.statementPlan.create({
    data: { ...plan, workspaceId, statementId, number, authorId, at, salt, contentHash: hash },
  })
  await tx.statement.update({
    where: { workspaceId_id: { workspaceId, id: statementId } },
    data: { leadId, dueOn, embargoUntil, planVersion: number },
  })
  return { number, contentHash: hash }
}
