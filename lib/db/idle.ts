import type { Actor } from '@/lib/domain/actor'
import { isOutstanding } from './assignments'
import { type Db, Prisma, type Tx } from './client'
import { standingCount } from './standing-verdicts'

/** A statement with something that the desk itself sees to. */
export type Place = { workspaceId: string; statementId: string }

/** One desk, or all of them. */
export type Where = { workspaceId?: string | undefined }

/** Over an assignment (`a`) with its member (`m`), its claim (`c`), that one's latest round (`r`) and its desk (`w`). */
const FROM = Prisma.sql`
  FROM assignment a
  JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
  JOIN claim c ON c.workspace_id = a.workspace_id AND c.id = a.claim_id
  JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
  JOIN workspace w ON w.id = a.workspace_id`

/**
 * True in SQL for an assignment that has waited for its member for longer than the desk lets it: since they were asked or,
 * if that was later, since the round was opened. Where the round is closed nothing waits, nor while the claim is suspended.
 */
function isIdle(now: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(w.idle_limit_days IS NOT NULL AND c.suspended_at IS NULL AND ${isOutstanding}
    AND GREATEST(a.assigned_at, r.opened_at) < ${now} - make_interval(days => w.idle_limit_days))`
}

/** Statements with idle assignments, by the database's clock. */
export async function statementsWithIdle(db: Db, { workspaceId }: Where): Promise<Place[]> {
  return await db.$queryRaw<Place[]>`
    SELECT DISTINCT c.workspace_id::text AS "workspaceId", c.statement_id::text AS "statementId" ${FROM}
    WHERE ${atDesk(workspaceId)} AND ${isIdle(Prisma.sql`clock_timestamp()`)}
    ORDER BY 1, 2`
}

export type IdleAssignment = {
  claimId: string
  memberId: string
  /** Who asked; null where they have left the desk. */
  assignedById: string | null
}

/** The idle assignments of a statement at this moment. The caller holds its lock. */
export async function findIdle(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  at: Date,
): Promise<IdleAssignment[]> {
  return await tx.$queryRaw<IdleAssignment[]>`
    SELECT a.claim_id::text AS "claimId", a.member_id::text AS "memberId", (
      SELECT b.id::text FROM member b
      WHERE b.workspace_id = a.workspace_id AND b.id = a.assigned_by_id AND b.removed_at IS NULL) AS "assignedById"
    ${FROM}
    WHERE a.workspace_id = ${workspaceId}::uuid AND c.statement_id = ${statementId}::uuid
      AND ${isIdle(Prisma.sql`${at}::timestamptz`)}
    ORDER BY c.sort_start, c.id, a.member_id`
}

/**
 * Claims whose open round nobody keeps waiting any more: a quorum has cast, and everyone asked who still counts. Casting
 * closes a round by itself; this finds those that someone's leaving has left complete.
 */
export async function completeRounds(db: Db, { workspaceId }: Where): Promise<(Place & { claimId: string })[]> {
  return await db.$queryRaw<(Place & { claimId: string })[]>`
    SELECT c.workspace_id::text AS "workspaceId", c.statement_id::text AS "statementId", c.id::text AS "claimId"
    FROM claim c
    JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
    JOIN policy_version p ON p.workspace_id = c.workspace_id AND p.version = c.policy_version
    JOIN workspace w ON w.id = c.workspace_id
    WHERE ${atDesk(workspaceId)} AND c.stage = 'OPEN' AND c.suspended_at IS NULL AND r.state = 'OPEN'
      AND ${standingCount} >= COALESCE(c.quorum, p.quorum)
      AND NOT EXISTS (
        SELECT 1 FROM assignment a JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
        WHERE a.claim_id = c.id AND NOT m.is_trainee AND ${isOutstanding})
    ORDER BY 1, 2, c.sort_start, c.id`
}

function atDesk(workspaceId: string | undefined): Prisma.Sql {
  return workspaceId ? Prisma.sql`w.id = ${workspaceId}::uuid` : Prisma.sql`true`
}
