import type { Tx } from './client'
import { Prisma } from './client'

/** Every desk, oldest id first. */
export async function listDesks(tx: Tx): Promise<{ id: string; name: string }[]> {
  return await tx.workspace.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
}

/** A desk's own rows: what its settings, rules and people are stored as. People and settings fit in memory, work does not. */
export async function readDeskRows(tx: Tx, workspaceId: string) {
  const where = { workspaceId }
  const desk = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  const revisions = await tx.workspaceRevision.findMany({ where, orderBy: { number: 'asc' } })
  const policies = await tx.policyVersion.findMany({ where, orderBy: { version: 'asc' } })
  const scales = await tx.scaleVersion.findMany({
    where,
    orderBy: { version: 'asc' },
    include: { ratings: { orderBy: { ord: 'asc' } } },
  })
  const members = await tx.member.findMany({ where, orderBy: { id: 'asc' } })
  const invites = await tx.invite.findMany({ where, orderBy: { id: 'asc' } })
  const tokens = await tx.apiToken.findMany({ where, orderBy: { id: 'asc' } })
  return { desk, revisions, policies, scales, members, invites, tokens }
}
export type DeskRows = Awaited<ReturnType<typeof readDeskRows>>

const PAGE = 500

/** A desk's sources, a page at a time, each with the acts that cited it: who, and when. */
export async function* sourcePages(tx: Tx, workspaceId: string) {
  for (let after: string | undefined; ; ) {
    const rows = await tx.source.findMany({
      where: { workspaceId, ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    if (rows.length === 0) return
    const acts = await readCitingActs(
      tx,
      workspaceId,
      rows.map(({ id }) => id),
    )
    yield rows.map(row => ({ ...row, acts: acts.filter(({ sourceId }) => sourceId === row.id) }))
    after = rows.at(-1)?.id
  }
}

async function readCitingActs(tx: Tx, workspaceId: string, sourceIds: readonly string[]) {
  return await tx.$queryRaw<{ sourceId: string; memberId: string; at: Date }[]>`
    SELECT c.source_id::text AS "sourceId", v.reviewer_id::text AS "memberId", v.cast_at AS at
    FROM citation c JOIN verdict v ON v.workspace_id = c.workspace_id AND v.id = c.verdict_id
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.source_id = ANY(${sourceIds}::uuid[])
    UNION ALL
    SELECT o.source_id::text, o.author_id::text, o.at FROM contact_outcome o
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.source_id = ANY(${sourceIds}::uuid[])`
}

/** How many rows of a table bear the desk's id, whatever they hang on. */
export async function countRows(tx: Tx, table: string, workspaceId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM ${Prisma.raw(`"${table}"`)} WHERE workspace_id = ${workspaceId}::uuid`
  return Number(row?.count ?? 0)
}

/** Where to find a row that bears the id of no desk: its ids, as PostgreSQL prints them. Null where there is none. */
export async function findStray(tx: Tx, table: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ ids: string }[]>`
    SELECT (SELECT string_agg(key || ' ' || value, ', ') FROM jsonb_each_text(to_jsonb(t)) WHERE key ~ '(^|_)id$') AS ids
    FROM ${Prisma.raw(`"${table}"`)} t WHERE NOT EXISTS (SELECT 1 FROM workspace w WHERE w.id = t.workspace_id) LIMIT 1`
  return row?.ids ?? null
}
