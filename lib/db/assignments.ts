import type { Actor } from '@/lib/domain/actor'
import type { AskableMember, AskedClaim } from '@/lib/domain/plan-assignments'
import { type ClaimRecord, castersIn } from './claim-record'
import { Prisma, type Tx } from './client'
import { isStanding } from './standing-verdicts'

/** Those of the ids that are not members of the actor's desk now. */
export async function strangersAmong(tx: Tx, actor: Actor, memberIds: readonly string[]): Promise<string[]> {
  const rows = await tx.member.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: [...memberIds] }, removedAt: null },
    select: { id: true },
  })
  const known = rows.map(({ id }) => id)
  return memberIds.filter(id => !known.includes(id))
}

/** Who is asked to rate a claim from now on: the whole list. */
export type AssignedTo = { claimId: string; memberIds: readonly string[] }

/**
 * Makes these members, and no others, the ones who are asked to rate each of the claims; those who were already keep
 * their date. Two statements, however many claims.
 */
export async function setAssigned(
  tx: Tx,
  { workspaceId }: Actor,
  claims: readonly AssignedTo[],
  by: { assignedById: string; at: Date },
): Promise<void> {
  if (claims.length === 0) return
  const wanted = JSON.stringify(
    claims.flatMap(({ claimId, memberIds }) => memberIds.map(member => ({ claimId, member }))),
  )
  const claimIds = claims.map(({ claimId }) => claimId)
  const pairs = Prisma.sql`jsonb_to_recordset(${wanted}::jsonb) AS w("claimId" uuid, member uuid)`
  await tx.$executeRaw`
    DELETE FROM assignment a WHERE a.workspace_id = ${workspaceId}::uuid AND a.claim_id = ANY(${claimIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM ${pairs} WHERE w."claimId" = a.claim_id AND w.member = a.member_id)`
  await tx.$executeRaw`
    INSERT INTO assignment (workspace_id, claim_id, member_id, assigned_by_id, assigned_at)
    SELECT ${workspaceId}::uuid, w."claimId", w.member, ${by.assignedById}::uuid, ${by.at} FROM ${pairs}
    ON CONFLICT DO NOTHING`
}

/**
 * True in SQL for an assignment (alias `a`) on which its claim (`c`) waits for its member (`m`) in the open round (`r`):
 * no verdict of theirs stands there that counts as theirs now, and they have not stood back.
 */
export const isOutstanding = Prisma.sql`(
  c.stage = 'OPEN' AND r.state = 'OPEN' AND m.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM recusal x WHERE x.claim_id = c.id AND x.member_id = a.member_id AND x.from_round <= c.round)
  AND NOT EXISTS (
    SELECT 1 FROM verdict v WHERE v.workspace_id = c.workspace_id AND v.claim_id = c.id AND v.round = c.round
      AND v.reviewer_id = a.member_id AND (NOT v.is_trainee OR m.is_trainee) AND ${isStanding}))`

/** Everyone who can be asked at the actor's desk, by name, with how many claims wait for them by name. */
export async function readAskable(tx: Tx, { workspaceId }: Actor): Promise<(AskableMember & { name: string })[]> {
  return await tx.$queryRaw<(AskableMember & { name: string })[]>`
    SELECT m.id::text, u.name, m.is_trainee AS "isTrainee", (
      SELECT count(*)::int FROM assignment a
      JOIN claim c ON c.workspace_id = a.workspace_id AND c.id = a.claim_id
      JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
      WHERE a.workspace_id = m.workspace_id AND a.member_id = m.id AND ${isOutstanding}) AS load
    FROM member m JOIN "user" u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.removed_at IS NULL
    ORDER BY u.name COLLATE "C", m.id`
}

/** A claim as those see it who assign reviewers: who is asked, who has come and who stood back, in its current round. */
export function askedClaim(record: ClaimRecord) {
  const casts = record.roundState === 'OPEN' ? castersIn(record) : []
  const wanted = record.roundState === 'OPEN' ? record.round : record.round + 1
  return {
    id: record.id,
    claimReviewed: record.claimReviewed,
    asked: record.assigned,
    cast: casts.flatMap(({ reviewerId, isTrainee }) => (isTrainee ? [] : [reviewerId])),
    castTrainees: casts.flatMap(({ reviewerId, isTrainee }) => (isTrainee ? [reviewerId] : [])),
    recused: record.recusals.filter(({ fromRound }) => fromRound <= wanted).map(({ memberId }) => memberId),
  } satisfies AskedClaim & { claimReviewed: string }
}
