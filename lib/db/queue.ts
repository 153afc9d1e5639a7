import type { Actor } from '@/lib/domain/actor'
import { findClaims } from './claim-record'
import { summarize } from './claim-summary'
import type { Tx } from './client'
import { needsEditor, needsMyVerdict } from './needs-verdict'

/**
 * The claims of the desk that wait for the actor's verdict or decision: those whose round has been open, or closed, for
 * longest first; at most `limit` of `total`.
 */
export async function readQueueOf(tx: Tx, actor: Actor, of: 'verdicts' | 'decisions', limit: number) {
  const waiting = of === 'verdicts' ? needsMyVerdict(actor) : needsEditor(actor)
  const rows = await tx.$queryRaw<{ id: string; statementId: string; title: string; total: number }[]>`
    SELECT c.id::text, s.id::text AS "statementId", s.title, (count(*) OVER ())::int AS total
    FROM claim c
    JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND c.stage = 'OPEN' AND ${waiting}
    ORDER BY COALESCE(r.closed_at, r.opened_at), c.sort_start, c.id
    LIMIT ${limit}`
  const records = await findClaims(
    tx,
    actor,
    rows.map(({ id }) => id),
  )
  const claims = new Map((await summarize(tx, actor, records)).map(claim => [claim.id, claim]))
  const items = rows.flatMap(({ id, statementId, title }) => {
    const claim = claims.get(id)
    return claim ? [{ claim, statement: { id: statementId, title } }] : []
  })
  return { items, total: rows[0]?.total ?? 0 }
}
