import { Prisma } from './client'

/**
 * True in SQL for a verdict (alias `v`) that stands: its reviewer has put no later one in its place in that round, nor taken
 * it back. Whether it counts, or may be seen, is for others to say.
 */
export const isStanding = Prisma.sql`(NOT v.is_withdrawal AND NOT EXISTS (
  SELECT 1 FROM verdict later WHERE later.workspace_id = v.workspace_id AND later.claim_id = v.claim_id
    AND later.round = v.round AND later.reviewer_id = v.reviewer_id AND later.revision > v.revision))`

/** In SQL, how many verdicts that may count stand in the round a claim (alias `c`) is in: a quorum is made of them. */
export const standingCount = Prisma.sql`(SELECT count(*) FROM verdict v
  WHERE v.workspace_id = c.workspace_id AND v.claim_id = c.id AND v.round = c.round AND NOT v.is_trainee AND ${isStanding})`
