import type { Actor } from '@/lib/domain/actor'
import { Prisma, type Tx } from './client'
import { isToRepair, needsEditor, needsMyVerdict } from './needs-verdict'
import { marksOf, type PlanMarksRow, planMarks } from './plan-marks'
import { directionOf } from './statements'

export type StatementFilter = 'all' | 'needs-me' | 'to-decide' | 'to-repair' | 'mine' | 'due' | 'published'

/** Where a list goes on: after the statement of this moment, or of this due day, and id. */
export type StatementPlace = { at: Date; id: string }

type Listing = { search: string | null; show: StatementFilter; after: StatementPlace | null; limit: number }

/** One page of the desk's statements, newest first or, for `due`, the earliest due first, with where the next page begins, and how many there are in all. */
export async function listStatementSummaries(tx: Tx, actor: Actor, { search, show, after, limit }: Listing) {
  const isWanted = Prisma.sql`${searched(search)} AND ${filtered(actor, show)}`
  const [found, counted] = await Promise.all([
    summaries(tx, actor, Prisma.sql`${isWanted} AND ${beyond(show, after)}`, limit + 1, orderOf(show)),
    tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM statement s WHERE s.workspace_id = ${actor.workspaceId}::uuid AND ${isWanted}`,
  ])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  const next = last ? { at: new Date(show === 'due' && last.dueOn ? last.dueOn : last.createdAt), id: last.id } : null
  return { items, next, total: counted[0]?.total ?? 0 }
}

const NEWEST = Prisma.sql`s.created_at DESC, s.id`

function orderOf(show: StatementFilter): Prisma.Sql {
  return show === 'due' ? Prisma.sql`s.due_on, s.id` : NEWEST
}

function beyond(show: StatementFilter, after: StatementPlace | null): Prisma.Sql {
  if (!after) return Prisma.sql`true`
  if (show === 'due') return Prisma.sql`(s.due_on, s.id) > (${after.at.toISOString().slice(0, 10)}, ${after.id}::uuid)`
  return Prisma.sql`(s.created_at < ${after.at} OR (s.created_at = ${after.at} AND s.id > ${after.id}::uuid))`
}

/** One statement's summary, or null when the desk has no such statement. */
export async function findStatementSummary(tx: Tx, actor: Actor, id: string) {
  const [summary] = await summaries(tx, actor, Prisma.sql`s.id = ${id}::uuid`, 1)
  return summary ?? null
}

function searched(search: string | null): Prisma.Sql {
  if (search === null) return Prisma.sql`true`
  const pattern = `%${search.replace(/[\\%_]/g, found => `\\${found}`)}%`
  return Prisma.sql`(s.title ILIKE ${pattern} OR s.claimant ILIKE ${pattern})`
}

const isPublished = Prisma.sql`EXISTS (
  SELECT 1 FROM publication p WHERE p.workspace_id = s.workspace_id AND p.statement_id = s.id)`

function filtered(actor: Actor, show: StatementFilter): Prisma.Sql {
  const hasClaim = (condition: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM claim c WHERE c.workspace_id = s.workspace_id AND c.statement_id = s.id AND ${condition})`
  switch (show) {
    case 'all':
      return Prisma.sql`true`
    case 'needs-me':
      return hasClaim(needsMyVerdict(actor))
    case 'to-decide':
      return hasClaim(needsEditor(actor))
    case 'to-repair':
      return hasClaim(isToRepair)
    case 'mine':
      return Prisma.sql`s.lead_id = ${actor.memberId}::uuid`
    case 'due':
      return Prisma.sql`(s.due_on IS NOT NULL AND NOT ${isPublished})`
    case 'published':
      return isPublished
  }
}

type Row = PlanMarksRow & {
  id: string
  title: string
  claimant: string
  claimantRole: string | null
  appearance: string | null
  saidOn: string | null
  language: string
  direction: 'LTR' | 'RTL'
  context: string | null
  isSample: boolean
  wordCount: number
  currentVersion: number
  retrievedAt: Date
  createdAt: Date
  creatorId: string
  creatorName: string
  version: number
  planVersion: number
  total: number
  approved: number
  agreed: number
  awaiting: number
  split: number
  escalated: number
  returned: number
  dismissed: number
  needsMyVerdict: number
  toDecide: number
  toRepair: number
  publishedAt: Date | null
}

/** As domain/status.ts says it, in SQL: the statuses of claims (alias `k`) are counted where they are stored. */
async function summaries(tx: Tx, actor: Actor, condition: Prisma.Sql, limit: number, order = NEWEST) {
  const rows = await tx.$queryRaw<Row[]>`
    WITH page AS (
      SELECT s.* FROM statement s WHERE s.workspace_id = ${actor.workspaceId}::uuid AND ${condition}
      ORDER BY ${order} LIMIT ${limit})
    SELECT s.id::text, s.title, s.claimant, s.claimant_role AS "claimantRole", s.appearance, s.said_on AS "saidOn",
      s.language, s.direction::text, s.context, w.is_sample AS "isSample", v.word_count AS "wordCount",
      s.current_version AS "currentVersion", v.retrieved_at AS "retrievedAt", s.created_at AS "createdAt",
      s.created_by_id::text AS "creatorId", u.name AS "creatorName", s.version,
      s.plan_version AS "planVersion", ${planMarks}, k.*, p.at AS "publishedAt"
    FROM page s
    JOIN workspace w ON w.id = s.workspace_id
    JOIN statement_version v
      ON v.workspace_id = s.workspace_id AND v.statement_id = s.id AND v.number = s.current_version
    JOIN member m ON m.workspace_id = s.workspace_id AND m.id = s.created_by_id
    JOIN "user" u ON u.id = m.user_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total,
        count(*) FILTER (WHERE k.status = 'APPROVED')::int AS approved,
        count(*) FILTER (WHERE k.status = 'AGREED')::int AS agreed,
        count(*) FILTER (WHERE k.status = 'AWAITING')::int AS awaiting,
        count(*) FILTER (WHERE k.status = 'SPLIT')::int AS split,
        count(*) FILTER (WHERE k.status = 'ESCALATED')::int AS escalated,
        count(*) FILTER (WHERE k.status = 'RETURNED')::int AS returned,
        count(*) FILTER (WHERE k.status = 'DISMISSED')::int AS dismissed,
        count(*) FILTER (WHERE k.needs_me)::int AS "needsMyVerdict",
        count(*) FILTER (WHERE k.to_decide AND NOT k.to_repair)::int AS "toDecide",
        count(*) FILTER (WHERE k.to_repair)::int AS "toRepair"
      FROM (
        SELECT ${needsMyVerdict(actor)} AS needs_me, ${needsEditor(actor)} AS to_decide, ${isToRepair} AS to_repair,
          CASE
            WHEN c.stage = 'DECIDED' THEN
              CASE (SELECT d.action FROM decision d WHERE d.workspace_id = c.workspace_id AND d.claim_id = c.id
                    ORDER BY d.number DESC LIMIT 1) WHEN 'DISMISS' THEN 'DISMISSED' ELSE 'APPROVED' END
            WHEN r.state = 'OPEN' THEN 'AWAITING'
            WHEN c.is_returned THEN 'RETURNED'
            ELSE c.consensus::text
          END AS status
        FROM claim c
        JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
        WHERE c.workspace_id = s.workspace_id AND c.statement_id = s.id AND c.stage IN ('OPEN', 'DECIDED')) k) k
    LEFT JOIN LATERAL (
      SELECT max(p.at) AS at FROM publication p
      WHERE p.workspace_id = s.workspace_id AND p.statement_id = s.id) p ON true
    ORDER BY ${order}`
  return rows.map(summaryOf)
}

function summaryOf(row: Row) {
  const { creatorId, creatorName, total, approved, agreed, awaiting, split, escalated, returned, dismissed } = row
  return {
    ...row,
    ...marksOf(row),
    direction: directionOf(row.direction),
    retrievedAt: row.retrievedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    createdBy: { id: creatorId, name: creatorName },
    progress: { total, approved, agreed, awaiting, split, escalated, returned, dismissed },
  }
}
