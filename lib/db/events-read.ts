import type { Actor } from '@/lib/domain/actor'
import { notFound } from '@/lib/platform/app-error'
import { Prisma, type Tx } from './client'
import { isRevealedRound } from './rounds'

type Page = { statementId: string; after: number; limit: number; claimId?: string | undefined }

type Row = {
  seq: number
  type: string
  claimId: string | null
  at: Date
  hash: string
  actorId: string | null
  actorName: string | null
}

/**
 * True in SQL for an event (alias `e`) of which the reader may not know whose act it was: who cast or took back a verdict
 * is left out while its round is sealed, except to themselves. The order of the names would say when each of them cast.
 */
export function hidesActor({ memberId }: Actor): Prisma.Sql {
  return Prisma.sql`(e.type IN ('verdict.cast', 'verdict.withdrawn')
    AND e.actor_id IS DISTINCT FROM ${memberId}::uuid
    AND NOT EXISTS (SELECT 1 FROM round r
      WHERE r.workspace_id = e.workspace_id AND r.claim_id = e.claim_id AND r.number = (e.ids->>'round')::int
        AND ${isRevealedRound}))`
}

/** A page of a statement's history and the history's last number, without the names that are sealed. Throws not-found. */
export async function readEvents(tx: Tx, actor: Actor, { statementId, after, limit, claimId }: Page) {
  const seq = await readSeq(tx, actor, statementId)
  const ofClaim = claimId ? Prisma.sql`AND e.claim_id = ${claimId}::uuid` : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.seq, e.type, e.claim_id::text AS "claimId", e.at, e.hash,
      CASE WHEN sealed.yes THEN NULL ELSE m.id::text END AS "actorId",
      CASE WHEN sealed.yes THEN NULL ELSE u.name END AS "actorName"
    FROM event e
    LEFT JOIN member m ON m.workspace_id = e.workspace_id AND m.id = e.actor_id
    LEFT JOIN "user" u ON u.id = m.user_id
    CROSS JOIN LATERAL (SELECT ${hidesActor(actor)} AS yes) sealed
    WHERE e.workspace_id = ${actor.workspaceId}::uuid AND e.stream_id = ${statementId}::uuid AND e.seq > ${after} ${ofClaim}
    ORDER BY e.seq LIMIT ${limit}`
  return { items: rows.map(eventOf), seq }
}

/** The number of a statement's last event. Throws not-found for what is not a statement of the actor's desk. */
export async function readSeq(tx: Tx, actor: Actor, statementId: string): Promise<number> {
  const stream = await tx.eventStream.findUnique({
    where: { workspaceId_id: { workspaceId: actor.workspaceId, id: statementId } },
    select: { seq: true, kind: true },
  })
  if (stream?.kind !== 'STATEMENT') throw notFound('statement')
  return stream.seq
}

function eventOf({ actorId, actorName, at, ...row }: Row) {
  const actor = actorId !== null && actorName !== null ? { id: actorId, name: actorName } : null
  return { ...row, at: at.toISOString(), actor }
}
