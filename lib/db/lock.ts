import type { Actor } from '@/lib/domain/actor'
import { ROLES, type Role } from '@/lib/domain/vocabulary'
import { notFound } from '@/lib/platform/app-error'
import { Prisma, type Tx } from './client'

/** What a command holds while it runs, and the moment that dates everything in it. */
export type Locked = {
  /** The database's clock, read after the lock was granted. */
  at: Date
  /** The actor's role at that moment; null when they are no longer a member. */
  role: Role | null
  /** Whether the actor is a trainee at that moment. */
  isTrainee: boolean
  /** The history the command appends to. */
  streamId: string
}

/** What an input may name; the statement it belongs to is what gets locked. */
export type StatementLocator = {
  statementId?: string
  claimId?: string
  shareId?: string
  commentId?: string
  contactId?: string
  reportId?: string
}

type Row = { id: string | null; role: string | null; isTrainee: boolean | null; at: Date }

/** The actor's row, joined as `m`: null where they are no longer a member. */
function memberNow({ workspaceId, memberId }: Actor): Prisma.Sql {
  return Prisma.sql`LEFT JOIN member m ON m.workspace_id = ${workspaceId}::uuid AND m.id = ${memberId}::uuid AND m.removed_at IS NULL`
}

/** Locks one statement of the actor's desk. Throws not-found when it is not theirs. */
export async function lockStatement(tx: Tx, actor: Actor, locator: StatementLocator): Promise<Locked> {
  const { workspaceId } = actor
  const statementId = locator.statementId ?? null
  const claimId = locator.claimId ?? null
  const shareId = locator.shareId ?? null
  const commentId = locator.commentId ?? null
  const contactId = locator.contactId ?? null
  const reportId = locator.reportId ?? null
  // The join makes PostgreSQL produce the locked row before it reads the clock.
  const rows = await tx.$queryRaw<Row[]>`
    WITH locked AS (
      SELECT s.id FROM statement s
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = COALESCE(
        ${statementId}::uuid,
        (SELECT c.statement_id FROM claim c WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${claimId}::uuid),
        (SELECT h.statement_id FROM share h WHERE h.workspace_id = ${workspaceId}::uuid AND h.id = ${shareId}::uuid),
        (SELECT c.statement_id FROM comment m JOIN claim c ON c.workspace_id = m.workspace_id AND c.id = m.claim_id
          WHERE m.workspace_id = ${workspaceId}::uuid AND m.id = ${commentId}::uuid),
        (SELECT q.statement_id FROM contact_request q WHERE q.workspace_id = ${workspaceId}::uuid AND q.id = ${contactId}::uuid),
        (SELECT e.statement_id FROM error_report e WHERE e.workspace_id = ${workspaceId}::uuid AND e.id = ${reportId}::uuid))
      FOR UPDATE)
    SELECT locked.id::text AS id, clock_timestamp() AS at, m.role::text AS role, m.is_trainee AS "isTrainee"
    FROM (VALUES (1)) one LEFT JOIN locked ON true ${memberNow(actor)}`
  return granted(rows[0], nameOf(locator))
}

/** What an input names, in the word that a refusal uses. */
function nameOf({ statementId, claimId, commentId, contactId, reportId }: StatementLocator): string {
  if (statementId) return 'statement'
  if (claimId) return 'claim'
  if (commentId) return 'comment'
  if (contactId) return 'contact'
  return reportId ? 'report' : 'share'
}

/** Locks the actor's desk itself. */
export async function lockWorkspace(tx: Tx, actor: Actor): Promise<Locked> {
  const { workspaceId } = actor
  const rows = await tx.$queryRaw<Row[]>`
    WITH locked AS (SELECT w.id FROM workspace w WHERE w.id = ${workspaceId}::uuid FOR UPDATE)
    SELECT locked.id::text AS id, clock_timestamp() AS at, m.role::text AS role, m.is_trainee AS "isTrainee"
    FROM (VALUES (1)) one LEFT JOIN locked ON true ${memberNow(actor)}`
  return granted(rows[0], 'desk')
}

/** Takes no lock; reads the clock and the role, for commands that append to the desk's history or to none. */
export async function readClock(tx: Tx, actor: Actor): Promise<Locked> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${actor.workspaceId}::text AS id, clock_timestamp() AS at, m.role::text AS role, m.is_trainee AS "isTrainee"
    FROM (VALUES (1)) one ${memberNow(actor)}`
  return granted(rows[0], 'desk')
}

function granted(row: Row | undefined, what: string): Locked {
  if (!row?.id) throw notFound(what)
  return {
    at: row.at,
    role: ROLES.find(role => role === row.role) ?? null,
    isTrainee: row.isTrainee === true,
    streamId: row.id,
  }
}
