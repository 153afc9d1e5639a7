import type { Actor } from '@/lib/domain/actor'
import { type CodePoints, codePointsOf } from '@/lib/domain/code-points'
import {
  distinctSources,
  type ExportedClaim,
  type ExportedPassage,
  exportedPassage,
  wordsWithoutRating,
} from '@/lib/domain/exported-claim'
import { isRevealed } from '@/lib/domain/round'
import { ratingOf } from '@/lib/domain/scale'
import type { SpanSelector } from '@/lib/domain/selectors'
import type { AnchorState, DecisionAction } from '@/lib/domain/vocabulary'
import { byReviewer, type People, readPeople } from './claim-people'
import { type ClaimRecord, findClaims } from './claim-record'
import { scaleOf } from './claim-scale'
import { type SummaryView, summarize } from './claim-summary'
import { Prisma, type Tx } from './client'
import { countedVerdicts } from './decision-binding'
import { acceptedAs } from './targets'
import { readVerdicts, type VerdictRow } from './verdicts'

const IS_EXPORTED = Prisma.sql`c.stage IN ('OPEN', 'DECIDED')`

/** How many claims an export of the statement has. */
export async function countExported(tx: Tx, actor: Actor, statementId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM claim c
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.statement_id = ${statementId}::uuid AND ${IS_EXPORTED}`
  return row?.total ?? 0
}

/**
 * A statement's open and decided claims in text order, as all members may know them alike: of a sealed round nothing,
 * the reader's own verdict neither, since a file is passed on. Where a passage has changed or gone nothing is said of the claim.
 */
export async function readExportedClaims(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { skip, take }: { skip: number; take: number },
): Promise<ExportedClaim[]> {
  const wanted = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM claim c
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.statement_id = ${statementId}::uuid AND ${IS_EXPORTED}
    ORDER BY c.sort_start, c.id LIMIT ${take} OFFSET ${skip}`
  const ids = wanted.map(({ id }) => id)
  if (ids.length === 0) return []
  const records = await findClaims(tx, actor, ids)
  const summaries = new Map((await summarize(tx, actor, records)).map(summary => [summary.id, summary]))
  const facts = await readFacts(tx, actor, ids)
  const passages = await readPassages(tx, actor, statementId, ids)
  const verdicts = await readVerdicts(tx, actor, ids)
  const people = await readPeople(tx, actor)
  const exported: ExportedClaim[] = []
  for (const record of records) {
    const summary = summaries.get(record.id)
    const fact = facts.get(record.id)
    if (!summary || !fact) continue
    const open = revealedOf(record, verdicts)
    exported.push({
      ...headOf(record, summary, people),
      ...(record.suspendedAt
        ? NOTHING_SAID
        : await saidOf(tx, actor, record, summary, fact, byReviewer(people, open), people)),
      passages: withParagraphs(passages.get(record.id) ?? [], summary),
      modifiedAt: fact.modifiedAt.toISOString(),
    })
  }
  return exported
}

const NOTHING_SAID = { result: null, explanation: null, decidedAt: null, verdicts: [], sources: [] }

function headOf(record: ClaimRecord, { status }: SummaryView, people: People) {
  const creator = people.of(record.createdById)
  return {
    id: record.id,
    claimReviewed: record.claimReviewed,
    claimant: record.claimant ?? record.statementClaimant,
    saidOn: record.saidOn,
    status: record.suspendedAt ? ('SUSPENDED' as const) : status,
    creator: { kind: 'person' as const, ...creator },
    createdAt: record.createdAt.toISOString(),
  }
}

/** The counted verdicts of the claim's latest round, if that has been revealed. */
function revealedOf(record: ClaimRecord, verdicts: readonly VerdictRow[]): VerdictRow[] {
  if (!isRevealed({ state: record.roundState, ending: record.roundEnding })) return []
  const ofClaim = verdicts.filter(({ claimId }) => claimId === record.id)
  return countedVerdicts({ record, verdicts: ofClaim }, record.round)
}

async function saidOf(
  tx: Tx,
  actor: Actor,
  record: ClaimRecord,
  { rating }: SummaryView,
  { action, explanation, decidedAt }: Fact,
  verdicts: readonly VerdictRow[],
  people: People,
) {
  const scale = await scaleOf(tx, actor, record)
  const unrated = action === null ? null : { label: wordsWithoutRating(action), key: null }
  return {
    result: rating ? { label: rating.label, key: rating.key } : unrated,
    explanation,
    decidedAt: decidedAt?.toISOString() ?? null,
    verdicts: verdicts.map(({ id, reviewerId, rating: key, rationale, castAt }) => ({
      id,
      reviewer: { kind: 'person' as const, ...people.of(reviewerId) },
      rating: { label: ratingOf(scale, key).label, key },
      rationale,
      castAt: castAt.toISOString(),
    })),
    sources: distinctSources(verdicts.flatMap(({ citations }) => citations.map(({ source }) => source))),
  }
}

type Fact = {
  id: string
  /** Of the decision that stands. */
  action: DecisionAction | null
  explanation: string | null
  decidedAt: Date | null
  /** When something of it last changed that every member may know: never when somebody cast. */
  modifiedAt: Date
}

async function readFacts(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Fact>> {
  const rows = await tx.$queryRaw<Fact[]>`
    SELECT c.id::text, d.action::text, d.explanation, d.at AS "decidedAt",
      GREATEST(c.created_at, n.at, (SELECT max(e.at) FROM event e
        WHERE e.workspace_id = c.workspace_id AND e.claim_id = c.id AND (e.type LIKE 'claim.%' OR e.type LIKE 'round.%'))) AS "modifiedAt"
    FROM claim c
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    JOIN statement_version n ON n.workspace_id = s.workspace_id AND n.statement_id = s.id AND n.number = s.current_version
    LEFT JOIN LATERAL (
      SELECT action, explanation, at FROM decision WHERE workspace_id = c.workspace_id AND claim_id = c.id
      ORDER BY number DESC LIMIT 1
    ) d ON c.stage = 'DECIDED'
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(row => [row.id, row]))
}

type Passage = SpanSelector & {
  id: string
  claimId: string
  targetId: string
  versionNumber: number
  state: AnchorState
}
type Placed = ExportedPassage & { targetId: string }

/** The claims' passages, each in the version in which its words were last accepted, in text order. */
async function readPassages(tx: Tx, actor: Actor, statementId: string, ids: readonly string[]) {
  const rows = await tx.$queryRaw<Passage[]>`
    SELECT a.id::text, t.claim_id::text AS "claimId", t.id::text AS "targetId", a.version_number AS "versionNumber",
      t.anchor_state::text AS state, a.exact, a.prefix, a.suffix, a.start, a."end"
    FROM target t
    JOIN claim c ON c.workspace_id = t.workspace_id AND c.id = t.claim_id AND c.revision = t.claim_revision
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id AND s.current_version = t.version_number
    ${acceptedAs(Prisma.sql`t`)}
    WHERE t.workspace_id = ${actor.workspaceId}::uuid AND t.claim_id = ANY(${ids}::uuid[])
    ORDER BY t.claim_id, t.start, t."end" DESC, t.ord`
  const points = await readPoints(tx, actor, statementId, rows)
  const byClaim = new Map<string, Placed[]>()
  for (const { claimId, targetId, ...row } of rows) {
    const of = points.get(row.versionNumber)
    if (!of) throw new RangeError(`version ${row.versionNumber} of statement ${statementId} was not read`)
    byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), { ...exportedPassage(row, of), targetId }])
  }
  return byClaim
}

async function readPoints(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  passages: readonly Passage[],
): Promise<Map<number, CodePoints>> {
  const numbers = [...new Set(passages.map(({ versionNumber }) => versionNumber))]
  const versions = await tx.statementVersion.findMany({
    where: { workspaceId, statementId, number: { in: numbers } },
    select: { number: true, text: true },
  })
  return new Map(versions.map(({ number, text }) => [number, codePointsOf(text)]))
}

/** Only what stands in the current text has a paragraph of it. */
function withParagraphs(passages: readonly Placed[], { targets }: SummaryView): ExportedPassage[] {
  const paragraphs = new Map(targets.map(({ id, paragraph }) => [id, paragraph]))
  return passages.map(({ targetId, ...passage }) => ({
    ...passage,
    paragraph: passage.state === 'ANCHORED' ? (paragraphs.get(targetId) ?? null) : null,
  }))
}

/** What an export says of the statement itself. */
export type ExportHead = {
  title: string
  claimant: string
  claimantRole: string | null
  appearance: string | null
  saidOn: string | null
  language: string
  direction: 'ltr' | 'rtl'
  versionNumber: number
  text: string
  sha256: string
  retrievedAt: Date
  desk: string
  isSample: boolean
}

/** The statement with its current text, or null when the desk has no such statement. */
export async function findExportHead(tx: Tx, actor: Actor, statementId: string): Promise<ExportHead | null> {
  const [row] = await tx.$queryRaw<ExportHead[]>`
    SELECT s.title, s.claimant, s.claimant_role AS "claimantRole", s.appearance, s.said_on AS "saidOn", s.language,
      lower(s.direction::text) AS direction, n.number AS "versionNumber", n.text, n.sha256, n.retrieved_at AS "retrievedAt",
      w.name AS desk, w.is_sample AS "isSample"
    FROM statement s
    JOIN workspace w ON w.id = s.workspace_id
    JOIN statement_version n ON n.workspace_id = s.workspace_id AND n.statement_id = s.id AND n.number = s.current_version
    WHERE s.workspace_id = ${actor.workspaceId}::uuid AND s.id = ${statementId}::uuid`
  return row ?? null
}
