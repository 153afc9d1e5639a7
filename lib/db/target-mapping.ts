import type { Actor } from '@/lib/domain/actor'
import type { AcceptedSpan, MappedSpan } from '@/lib/domain/map-version'
import type { AnchorState } from '@/lib/domain/vocabulary'
import { Prisma, type Tx } from './client'
import { acceptedAs } from './targets'

/** A passage of a claim's current wording as it was last accepted. */
export type AcceptedTarget = AcceptedSpan & {
  claimId: string
  claimRevision: number
  ord: number
  claimReviewed: string
  /** Neither withdrawn nor merged. */
  isLive: boolean
  /** In the current text. */
  targetId: string
}

/** Every passage of every claim of a statement, the ended ones' too, as it was last accepted. */
export async function readAccepted(tx: Tx, { workspaceId }: Actor, statementId: string): Promise<AcceptedTarget[]> {
  return await tx.$queryRaw<AcceptedTarget[]>`
    SELECT t.id::text AS "targetId", t.claim_id::text AS "claimId", t.claim_revision AS "claimRevision", t.ord,
      c.claim_reviewed AS "claimReviewed", c.stage IN ('OPEN', 'DECIDED') AS "isLive",
      t.anchored_in AS "anchoredIn", a.exact, a.prefix, a.suffix, a.start, a."end"
    ${currentTargets}
    ${acceptedAs(Prisma.sql`t`)}
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${statementId}::uuid
    ORDER BY t.claim_id, t.ord`
}

/** In SQL, the targets (`t`) of the wordings that claims (`c`) have now in the text that their statement (`s`) has now. */
const currentTargets = Prisma.sql`
    FROM statement s
    JOIN claim c ON c.workspace_id = s.workspace_id AND c.statement_id = s.id
    JOIN target t ON t.workspace_id = s.workspace_id AND t.statement_id = s.id AND t.version_number = s.current_version
      AND t.claim_id = c.id AND t.claim_revision = c.revision`

/** Stores what became of passages in a version of the text. One statement, however many they are. */
export async function insertMapped(
  tx: Tx,
  { workspaceId }: Actor,
  { statementId, versionNumber }: { statementId: string; versionNumber: number },
  targets: readonly AcceptedTarget[],
  mapped: readonly MappedSpan[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO target (id, workspace_id, claim_id, claim_revision, statement_id, version_number, ord,
      exact, prefix, suffix, start, "end", anchor_state, anchored_in)
    SELECT gen_random_uuid(), ${workspaceId}::uuid, m.claim_id, m.claim_revision, ${statementId}::uuid, ${versionNumber}::int,
      m.ord, m.exact, m.prefix, m.suffix, m.start, m."end", m.state::"AnchorState", m.anchored_in
    FROM unnest(
      ${targets.map(({ claimId }) => claimId)}::uuid[], ${targets.map(({ claimRevision }) => claimRevision)}::int[],
      ${targets.map(({ ord }) => ord)}::int[],
      ${mapped.map(({ exact }) => exact)}::text[], ${mapped.map(({ prefix }) => prefix)}::text[],
      ${mapped.map(({ suffix }) => suffix)}::text[], ${mapped.map(({ start }) => start)}::int[],
      ${mapped.map(({ end }) => end)}::int[], ${mapped.map(({ anchorState }) => anchorState)}::text[],
      ${mapped.map(({ anchoredIn }) => anchoredIn)}::int[]
    ) AS m (claim_id, claim_revision, ord, exact, prefix, suffix, start, "end", state, anchored_in)`
}

export type Turned = { claimId: string; isSuspended: boolean }

/**
 * Lets claims follow their passages to the current text: where they are sorted, and whether they are suspended. Returns
 * those that were suspended or resumed by it, in text order; their version counts up.
 */
export async function followPassages(tx: Tx, { workspaceId }: Actor, statementId: string, at: Date): Promise<Turned[]> {
  const rows = await tx.$queryRaw<(Turned & { wasSuspended: boolean; first: number })[]>`
    WITH now AS (
      SELECT c.id, c.suspended_at IS NOT NULL AS was, min(t.start) AS first,
        c.stage IN ('OPEN', 'DECIDED') AND NOT bool_and(t.anchor_state = 'ANCHORED') AS suspended
      ${currentTargets}
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${statementId}::uuid
      GROUP BY c.workspace_id, c.id)
    UPDATE claim c SET sort_start = now.first,
      suspended_at = CASE WHEN now.suspended THEN COALESCE(c.suspended_at, ${at}) END,
      version = c.version + (now.was <> now.suspended)::int
    FROM now WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = now.id
    RETURNING c.id::text AS "claimId", now.suspended AS "isSuspended", now.was AS "wasSuspended", now.first`
  return rows
    .filter(({ isSuspended, wasSuspended }) => isSuspended !== wasSuspended)
    .sort((one, other) => one.first - other.first || (one.claimId < other.claimId ? -1 : 1))
    .map(({ claimId, isSuspended }) => ({ claimId, isSuspended }))
}

/** A target of an open or decided claim that the current text changed or lost, and its words as they were last accepted. */
export type UnanchoredTarget = {
  targetId: string
  claimId: string
  state: Exclude<AnchorState, 'ANCHORED'>
  versionNumber: number
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
  anchoredIn: number
  wasExact: string
  wasPrefix: string
  wasSuffix: string
  wasStart: number
  wasEnd: number
}

/** What waits for a person, in text order: of one claim or of all of a statement. */
export async function readUnanchored(
  tx: Tx,
  { workspaceId }: Actor,
  of: { claimId: string } | { statementId: string },
): Promise<UnanchoredTarget[]> {
  const which = 'claimId' in of ? Prisma.sql`c.id = ${of.claimId}::uuid` : Prisma.sql`s.id = ${of.statementId}::uuid`
  return await tx.$queryRaw<UnanchoredTarget[]>`
    SELECT t.id::text AS "targetId", t.claim_id::text AS "claimId", t.anchor_state::text AS state,
      t.version_number AS "versionNumber", t.exact, t.prefix, t.suffix, t.start, t."end", t.anchored_in AS "anchoredIn",
      a.exact AS "wasExact", a.prefix AS "wasPrefix", a.suffix AS "wasSuffix", a.start AS "wasStart", a."end" AS "wasEnd"
    ${currentTargets}
    ${acceptedAs(Prisma.sql`t`)}
    WHERE s.workspace_id = ${workspaceId}::uuid AND ${which} AND c.stage IN ('OPEN', 'DECIDED')
      AND t.anchor_state <> 'ANCHORED'
    ORDER BY t.start, t."end" DESC, t.claim_id, t.ord`
}
