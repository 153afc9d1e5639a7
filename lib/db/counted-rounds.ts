import type { Actor } from '@/lib/domain/actor'
import type { RatingScale } from '@/lib/domain/scale'
import type { Tx } from './client'
import { listPolicyVersions } from './policies'
import { listScaleVersions } from './scales'
import { isStanding } from './standing-verdicts'

type Row = {
  claimId: string
  /** As it was worded when it was rated. */
  claimReviewed: string
  statementId: string
  statementTitle: string
  number: number
  claimRevision: number
  ratings: string[]
  policyVersion: number
  scaleVersion: number
  loweredQuorum: number | null
}

/**
 * Every closed round of the actor's desk that counts, with the ratings that the rule counted in it and what its claim pins;
 * by statement, newest first, then in text order. The seal is in the query: of a round that is open, returned or abandoned
 * nothing is read. Trainees', withdrawn and superseded verdicts and those of the recused are left out. Three queries,
 * however many rounds there are.
 */
export async function readCountedRounds(tx: Tx, actor: Actor) {
  const { workspaceId } = actor
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id::text AS "claimId", cr.claim_reviewed AS "claimReviewed", s.id::text AS "statementId",
      s.title AS "statementTitle", r.number, r.claim_revision AS "claimRevision", c.policy_version AS "policyVersion",
      c.scale_version AS "scaleVersion", c.quorum AS "loweredQuorum",
      COALESCE(array_agg(v.rating) FILTER (WHERE v.rating IS NOT NULL), '{}') AS ratings
    FROM round r
    JOIN claim c ON c.workspace_id = r.workspace_id AND c.id = r.claim_id
    JOIN claim_revision cr ON cr.workspace_id = r.workspace_id AND cr.claim_id = r.claim_id AND cr.number = r.claim_revision
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    LEFT JOIN verdict v ON v.workspace_id = r.workspace_id AND v.claim_id = r.claim_id AND v.round = r.number
      AND NOT v.is_trainee AND ${isStanding}
      AND NOT EXISTS (
        SELECT 1 FROM recusal x
        WHERE x.workspace_id = r.workspace_id AND x.claim_id = r.claim_id AND x.member_id = v.reviewer_id
          AND x.from_round <= r.number
      )
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'CLOSED' AND r.ending = 'COUNTED'
    GROUP BY r.claim_id, r.number, c.workspace_id, c.id, cr.claim_id, cr.number, s.workspace_id, s.id
    ORDER BY s.created_at DESC, s.id, c.sort_start, c.id, r.number`
  const policies = new Map((await listPolicyVersions(tx, workspaceId)).map(one => [one.version, one]))
  const scales = new Map<number, RatingScale>((await listScaleVersions(tx, workspaceId)).map(one => [one.version, one]))
  return rows.map(({ policyVersion, scaleVersion, ...row }) => {
    const policy = policies.get(policyVersion)
    const scale = scales.get(scaleVersion)
    if (!policy || !scale) throw new RangeError(`claim ${row.claimId} pins what its desk does not have`)
    return { ...row, policy, scale }
  })
}
