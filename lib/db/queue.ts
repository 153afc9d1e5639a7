import type { Actor } from '@/lib/domain/actor'
import { findClaims } from './claim-record'
import { summarize } from './claim-summary'
import { Prisma, type Tx } from './client'
import { needsEditor, needsMyVerdict } from './needs-verdict'
import { marksOf, type PlanMarksRow, planMarks } from './plan-marks'
import { standingCount } from './standing-verdicts'

/**
 * The claims of the desk that wait for the actor's verdict, in the order in which they best take them, or for their
 * decision, longest first; at most `limit` of `total`.
 */
export async function readQueueOf(tx: Tx, actor: Actor, of: 'verdicts' | 'decisions', limit: number) {
  const waiting = of === 'verdicts' ? needsMyVerdict(actor) : needsEditor(actor)
  const order =
    of === 'verdicts'
      ? verdictOrder(actor)
      : Prisma.sql`COALESCE(c.suspended_at, r.closed_at, r.opened_at), c.sort_start, c.id`
  const rows = await tx.$queryRaw<(Place & { total: number })[]>`
    SELECT c.id::text, s.id::text AS "statementId", s.title, ${planMarks}, (count(*) OVER ())::int AS total
    ${fromClaims(actor, waiting)}
    ORDER BY ${order}
    LIMIT ${limit}`
  return { items: await itemsOf(tx, actor, rows), total: rows[0]?.total ?? 0 }
}

type Wanted = {
  /** Only of this statement. */
  statementId?: string | undefined
  /** Not this one, but what comes after it where it still waits. */
  after?: string | undefined
}

/** The claim that the actor best rates next; null where none waits. Reserves nothing. */
export async function readNextOf(tx: Tx, actor: Actor, { statementId, after = NO_CLAIM }: Wanted) {
  const here = statementId ? Prisma.sql`AND c.statement_id = ${statementId}::uuid` : Prisma.empty
  const rows = await tx.$queryRaw<Place[]>`
    WITH ranked AS (
      SELECT c.id, s.id AS statement_id, row_number() OVER (ORDER BY ${verdictOrder(actor)}) AS place
      ${fromClaims(actor, needsMyVerdict(actor))} ${here})
    SELECT ranked.id::text, s.id::text AS "statementId", s.title, ${planMarks}
    FROM ranked JOIN statement s ON s.id = ranked.statement_id
    WHERE ranked.id <> ${after}::uuid
    ORDER BY COALESCE(place < (SELECT place FROM ranked WHERE id = ${after}::uuid), false), place
    LIMIT 1`
  const [item] = await itemsOf(tx, actor, rows)
  return item ?? null
}

const NO_CLAIM = '00000000-0000-0000-0000-000000000000'

function fromClaims(actor: Actor, waiting: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    FROM claim c
    JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.stage IN ('OPEN', 'DECIDED') AND ${waiting}`
}

/**
 * In SQL, over a claim (`c`) and its open round (`r`): first what the actor is asked for by name, then where fewest
 * verdicts are in, as everyone may know, then the round that was opened on the earliest day, and for the rest a turn of
 * their own, so that two who ask at once are not sent to the same place.
 */
function verdictOrder({ memberId }: Actor): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT 1 FROM assignment a WHERE a.claim_id = c.id AND a.member_id = ${memberId}::uuid) DESC,
    ${standingCount},
    date_trunc('day', r.opened_at AT TIME ZONE 'UTC'),
    hashtextextended(c.id::text || ${memberId}, 0), c.id`
}

type Place = PlanMarksRow & { id: string; statementId: string; title: string }

async function itemsOf(tx: Tx, actor: Actor, rows: readonly Place[]) {
  const records = await findClaims(
    tx,
    actor,
    rows.map(({ id }) => id),
  )
  const claims = new Map((await summarize(tx, actor, records)).map(claim => [claim.id, claim]))
  return rows.flatMap(({ id, statementId, title, ...plan }) => {
    const claim = claims.get(id)
    return claim ? [{ claim, statement: { id: statementId, title, ...marksOf(plan) } }] : []
  })
}
