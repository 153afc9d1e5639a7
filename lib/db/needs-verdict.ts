import type { Actor } from '@/lib/domain/actor'
import { Prisma } from './client'
import { isStanding } from './standing-verdicts'

/**
 * True in SQL for a claim (alias `c`) that waits for the actor's verdict: it and its round are open, its passages stand in
 * the current text, the actor has no
 * standing verdict in that round (one cast as a trainee does not stand for who is none any more) and is not recused from
 * it, and they are among the assigned, or no present member is assigned but trainees and they are a reviewer (editors and
 * administrators may cast, but are asked only by name).
 *
 * Reads of others' rows stop at assignments, so it tells nothing about a sealed round.
 */
export function needsMyVerdict(actor: Actor): Prisma.Sql {
  const me = Prisma.sql`${actor.memberId}::uuid`
  const amTrainee = Prisma.sql`(SELECT i.is_trainee FROM member i WHERE i.workspace_id = ${actor.workspaceId}::uuid AND i.id = ${me})`
  return Prisma.sql`(
    c.stage = 'OPEN' AND c.suspended_at IS NULL
    AND EXISTS (SELECT 1 FROM round r WHERE r.claim_id = c.id AND r.number = c.round AND r.state = 'OPEN')
    AND NOT EXISTS (
      SELECT 1 FROM verdict v WHERE v.workspace_id = c.workspace_id AND v.claim_id = c.id AND v.round = c.round
        AND v.reviewer_id = ${me} AND (NOT v.is_trainee OR ${amTrainee}) AND ${isStanding})
    AND NOT EXISTS (
      SELECT 1 FROM recusal x WHERE x.claim_id = c.id AND x.member_id = ${me} AND x.from_round <= c.round)
    AND (EXISTS (SELECT 1 FROM assignment a WHERE a.claim_id = c.id AND a.member_id = ${me})
      OR (${actor.role === 'REVIEWER'} AND NOT EXISTS (
        SELECT 1 FROM assignment a JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id
        WHERE a.claim_id = c.id AND m.removed_at IS NULL AND NOT m.is_trainee))))`
}

/**
 * True in SQL for a claim (alias `c`) that an editor's decision would take further: it is open, its latest round has
 * closed on agreement or has escalated, it has not been returned, and its passages stand in the current text. Splits go on in their next round first.
 */
export const readyToDecide = Prisma.sql`(
  c.stage = 'OPEN' AND c.suspended_at IS NULL AND NOT c.is_returned AND c.consensus IN ('AGREED', 'ESCALATED')
  AND EXISTS (SELECT 1 FROM round r WHERE r.claim_id = c.id AND r.number = c.round AND r.state = 'CLOSED'))`

/** True in SQL for a claim (alias `c`) that the actor may decide when it is ready: an editor who neither stood back from it nor is kept from it by the separation of duties. */
export function mayDecide(actor: Actor): Prisma.Sql {
  if (actor.role === 'REVIEWER') return Prisma.sql`false`
  const me = Prisma.sql`${actor.memberId}::uuid`
  return Prisma.sql`(
    NOT EXISTS (SELECT 1 FROM recusal x WHERE x.claim_id = c.id AND x.member_id = ${me})
    AND (NOT EXISTS (
        SELECT 1 FROM policy_version p
        WHERE p.workspace_id = c.workspace_id AND p.version = c.policy_version AND p.separation_of_duties)
      OR (c.created_by_id <> ${me} AND NOT ${hasEverCast(actor)})))`
}

/**
 * True in SQL for a claim (alias `c`) that waits for this editor: ready for a decision they may make, split or returned,
 * when any editor starts its next round, or suspended, when any editor looks at its passages.
 */
export function needsEditor(actor: Actor): Prisma.Sql {
  if (actor.role === 'REVIEWER') return Prisma.sql`false`
  return Prisma.sql`(${isToRepair} OR (${readyToDecide} AND ${mayDecide(actor)}) OR (
    c.stage = 'OPEN' AND c.suspended_at IS NULL AND (c.is_returned OR c.consensus = 'SPLIT')
    AND EXISTS (SELECT 1 FROM round r WHERE r.claim_id = c.id AND r.number = c.round AND r.state = 'CLOSED')))`
}

/** True in SQL for a claim (alias `c`) of which the current text changed or lost a passage, and which waits for a person. */
export const isToRepair = Prisma.sql`(c.suspended_at IS NOT NULL AND c.stage IN ('OPEN', 'DECIDED'))`

/** True in SQL for a claim (alias `c`) on which the actor has ever cast a verdict, also one taken back since. */
export function hasEverCast({ memberId }: Actor): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM verdict v
    WHERE v.workspace_id = c.workspace_id AND v.claim_id = c.id AND v.reviewer_id = ${memberId}::uuid)`
}
