import type { Actor } from '@/lib/domain/actor'
import type { SpanSelector } from '@/lib/domain/selectors'
import type { AnchorState } from '@/lib/domain/vocabulary'
import { Prisma, type Tx } from './client'
import { readParagraphs, type TextPlace } from './target-paragraphs'

export type TargetView = SpanSelector & {
  id: string
  anchorState: AnchorState
  /** Number of the paragraph in which it begins. */
  paragraph: number
  /** Where the current text changed or lost it: as it was last accepted. */
  was: { versionNumber: number; exact: string } | null
}

type Stored = Omit<TargetView, 'paragraph' | 'was'> &
  TextPlace & { claimId: string; anchoredIn: number; wasExact: string }

/** The current targets of claims of the desk in their statements' current texts, by claim, each claim's in text order. */
export async function readTargets(
  tx: Tx,
  actor: Actor,
  claimIds: readonly string[],
): Promise<Map<string, TargetView[]>> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT t.id::text, t.claim_id::text AS "claimId", t.statement_id::text AS "statementId",
      t.version_number AS "versionNumber", n.content_hash AS "versionHash", t.exact, t.prefix, t.suffix, t.start, t."end", t.anchor_state::text AS "anchorState",
      t.anchored_in AS "anchoredIn", a.exact AS "wasExact"
    FROM target t
    JOIN claim c ON c.workspace_id = t.workspace_id AND c.id = t.claim_id AND c.revision = t.claim_revision
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id AND s.current_version = t.version_number
    JOIN statement_version n ON n.workspace_id = t.workspace_id AND n.statement_id = t.statement_id AND n.number = t.version_number
    ${acceptedAs(Prisma.sql`t`)}
    WHERE t.workspace_id = ${actor.workspaceId}::uuid AND t.claim_id = ANY(${claimIds}::uuid[])
    ORDER BY t.claim_id, t.start, t."end" DESC, t.ord`
  const paragraphs = await readParagraphs(tx, actor, rows)
  const byClaim = new Map<string, TargetView[]>()
  rows.forEach(({ claimId, id, exact, prefix, suffix, start, end, anchorState, anchoredIn, wasExact }, index) => {
    const targets = byClaim.get(claimId) ?? []
    const was = anchorState === 'ANCHORED' ? null : { versionNumber: anchoredIn, exact: wasExact }
    targets.push({ id, exact, prefix, suffix, start, end, anchorState, paragraph: paragraphs[index] ?? 0, was })
    byClaim.set(claimId, targets)
  })
  return byClaim
}

/** In SQL, the row (`a`) of the version in which a target's words were last accepted: the target itself where it stands. */
export function acceptedAs(target: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`JOIN target a ON a.workspace_id = ${target}.workspace_id AND a.claim_id = ${target}.claim_id
      AND a.claim_revision = ${target}.claim_revision AND a.ord = ${target}.ord AND a.version_number = ${target}.anchored_in`
}

/** The quotes that a revision of a claim chose, as they were last accepted: what a new text changed or lost counts as it was. */
export async function readQuotes(tx: Tx, actor: Actor, claimId: string, revision: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ exact: string }[]>`
    SELECT a.exact FROM target t
    ${acceptedAs(Prisma.sql`t`)}
    WHERE t.workspace_id = ${actor.workspaceId}::uuid AND t.claim_id = ${claimId}::uuid AND t.claim_revision = ${revision}
      AND t.version_number = (SELECT max(l.version_number) FROM target l
        WHERE l.workspace_id = t.workspace_id AND l.claim_id = t.claim_id AND l.claim_revision = t.claim_revision)
    ORDER BY t.ord`
  return rows.map(({ exact }) => exact)
}

type Chosen = { claimId: string; revision: number; spans: readonly SpanSelector[] }

/** Stores the targets of new revisions, each revision's in the order given. */
export async function insertTargets(
  tx: Tx,
  actor: Actor,
  { statementId, versionNumber }: { statementId: string; versionNumber: number },
  revisions: readonly Chosen[],
): Promise<void> {
  await tx.target.createMany({
    data: revisions.flatMap(({ claimId, revision, spans }) =>
      spans.map(({ exact, prefix, suffix, start, end }, ord) => ({
        workspaceId: actor.workspaceId,
        claimId,
        claimRevision: revision,
        statementId,
        versionNumber,
        ord,
        exact,
        prefix,
        suffix,
        start,
        end,
        anchoredIn: versionNumber,
      })),
    ),
  })
}
