import type { Actor } from '@/lib/domain/actor'
import { type ConsensusPolicy, withQuorum } from '@/lib/domain/consensus-policy'
import type { Attendance } from '@/lib/domain/round'
import type { ClaimStage, ConsensusStatus, DecisionAction, RoundEnding, RoundState } from '@/lib/domain/vocabulary'
import { AppError, notFound } from '@/lib/platform/app-error'
import { Prisma, type Tx } from './client'
import { hasEverCast, mayDecide, needsEditor, needsMyVerdict, readyToDecide } from './needs-verdict'
import { isStanding } from './standing-verdicts'

/** A claim with all that every member may know of its rounds, sealed or not: who has cast, never what. */
export type ClaimRecord = {
  id: string
  statementId: string
  stage: ClaimStage
  claimReviewed: string
  /** Its own; null leaves the statement's. */
  claimant: string | null
  statementClaimant: string
  saidOn: string | null
  revision: number
  /** The latest round's number, state and ending. */
  round: number
  roundState: RoundState
  roundEnding: RoundEnding | null
  policyVersion: number
  scaleVersion: number
  scaleHash: string
  /** Lowered for this claim; null leaves the policy's. */
  quorum: number | null
  quorumReason: string | null
  mergedIntoId: string | null
  consensus: ConsensusStatus
  rating: string | null
  /** Since when a passage of it has not stood in the current text. */
  suspendedAt: Date | null
  version: number
  createdById: string
  createdAt: Date
  /** The policy as pinned; `policyInForce` has the lowered quorum. */
  policy: ConsensusPolicy
  /** The latest decision made on the latest round. */
  lastAction: DecisionAction | null
  /** Members of the desk who are asked to rate it. */
  assigned: string[]
  /** Those of them who are trainees now: no round waits for them. */
  assignedTrainees: string[]
  recusals: { memberId: string; fromRound: number }[]
  /** Whose verdict stands in which round, and whether it was cast as a trainee. Says nothing of what it is, nor when it was cast. */
  casts: { round: number; reviewerId: string; isTrainee: boolean }[]
  /** Whether the actor has ever cast on it, also a verdict taken back since. */
  hasEverCast: boolean
  needsMyVerdict: boolean
  /** Waits for a decision that the actor may make. */
  mayDecide: boolean
  /** Waits for the actor as an editor: for that decision, or for its next round. */
  needsEditor: boolean
}

/** The claim, if it is of the actor's desk. Throws not-found. */
export async function findClaim(tx: Tx, actor: Actor, claimId: string): Promise<ClaimRecord> {
  const [record] = await findClaims(tx, actor, [claimId])
  if (!record) throw notFound('claim')
  return record
}

/** The claims of the actor's desk among these, in text order. */
export function findClaims(tx: Tx, actor: Actor, claimIds: readonly string[]): Promise<ClaimRecord[]> {
  return select(tx, actor, Prisma.sql`c.id = ANY(${claimIds}::uuid[])`)
}

/** A statement's claims in text order; withdrawn and merged ones only when asked for. */
export function findClaimsOf(tx: Tx, actor: Actor, statementId: string, withEnded: boolean): Promise<ClaimRecord[]> {
  const stages = withEnded ? Prisma.empty : Prisma.sql`AND c.stage IN ('OPEN', 'DECIDED')`
  return select(tx, actor, Prisma.sql`c.statement_id = ${statementId}::uuid ${stages}`)
}

async function select(tx: Tx, actor: Actor, which: Prisma.Sql): Promise<ClaimRecord[]> {
  return await tx.$queryRaw<ClaimRecord[]>`
    SELECT c.id::text, c.statement_id::text AS "statementId", c.stage::text, c.claim_reviewed AS "claimReviewed",
      c.claimant, s.claimant AS "statementClaimant", c.said_on AS "saidOn", c.revision, c.round, r.state::text AS "roundState", r.ending::text AS "roundEnding",
      c.policy_version AS "policyVersion", c.scale_version AS "scaleVersion", sv.content_hash AS "scaleHash", c.quorum, c.quorum_reason AS "quorumReason",
      c.merged_into_id::text AS "mergedIntoId", c.consensus::text, c.rating, c.suspended_at AS "suspendedAt", c.version,
      c.created_by_id::text AS "createdById", c.created_at AS "createdAt",
      jsonb_build_object('quorum', p.quorum, 'majorityNumerator', p.majority_numerator,
        'majorityDenominator', p.majority_denominator, 'spread', p.spread, 'maxRounds', p.max_rounds,
        'separationOfDuties', p.separation_of_duties) AS policy,
      (SELECT d.action::text FROM decision d
        WHERE d.workspace_id = c.workspace_id AND d.claim_id = c.id AND d.round = c.round
        ORDER BY d.number DESC LIMIT 1) AS "lastAction",
      ARRAY(SELECT a.member_id::text FROM assignment a
        JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id AND m.removed_at IS NULL
        WHERE a.claim_id = c.id ORDER BY a.member_id) AS assigned,
      ARRAY(SELECT a.member_id::text FROM assignment a
        JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.member_id AND m.removed_at IS NULL AND m.is_trainee
        WHERE a.claim_id = c.id ORDER BY a.member_id) AS "assignedTrainees",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('memberId', x.member_id, 'fromRound', x.from_round) ORDER BY x.member_id)
        FROM recusal x WHERE x.claim_id = c.id), '[]') AS recusals,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('round', v.round, 'reviewerId', v.reviewer_id, 'isTrainee', v.is_trainee) ORDER BY v.round, v.reviewer_id)
        FROM verdict v WHERE v.workspace_id = c.workspace_id AND v.claim_id = c.id AND ${isStanding}), '[]') AS casts,
      ${hasEverCast(actor)} AS "hasEverCast",
      ${needsMyVerdict(actor)} AS "needsMyVerdict",
      (${readyToDecide} AND ${mayDecide(actor)}) AS "mayDecide",
      ${needsEditor(actor)} AS "needsEditor"
    FROM claim c
    JOIN statement s ON s.workspace_id = c.workspace_id AND s.id = c.statement_id
    JOIN round r ON r.workspace_id = c.workspace_id AND r.claim_id = c.id AND r.number = c.round
    JOIN policy_version p ON p.workspace_id = c.workspace_id AND p.version = c.policy_version
    JOIN scale_version sv ON sv.workspace_id = c.workspace_id AND sv.version = c.scale_version
    WHERE c.workspace_id = ${actor.workspaceId}::uuid AND ${which}
    ORDER BY c.sort_start, c.id`
}

/** The claim's policy with its own quorum. */
export function policyInForce({ policy, quorum }: Pick<ClaimRecord, 'policy' | 'quorum'>): ConsensusPolicy {
  return withQuorum(policy, quorum)
}

/** Who is wanted in a round of the claim, the latest unless told, and who has come. Trainees are not: nobody waits for them, nor counts them. */
export function attendanceOf(record: ClaimRecord, round = record.round): Attendance {
  return {
    assigned: record.assigned.filter(id => !record.assignedTrainees.includes(id)),
    recused: record.recusals.filter(({ fromRound }) => fromRound <= round).map(({ memberId }) => memberId),
    cast: castersIn(record, round).flatMap(({ reviewerId, isTrainee }) => (isTrainee ? [] : [reviewerId])),
    quorum: policyInForce(record).quorum,
  }
}

/** Everyone whose verdict stands in a round of the claim, the latest unless told: trainees too. */
export function castersIn(record: ClaimRecord, round = record.round): ClaimRecord['casts'] {
  return record.casts.filter(cast => cast.round === round)
}

/** What a change of a claim may set: the columns that copy its revision, its rounds' outcome and its stage. */
export type ClaimChange = {
  stage?: ClaimStage
  claimReviewed?: string
  claimant?: string | null
  saidOn?: string | null
  revision?: number
  round?: number
  mergedIntoId?: string
  consensus?: ConsensusStatus
  rating?: string | null
  isReturned?: boolean
  sortStart?: number
  suspendedAt?: null
}

/** What a newly opened round leaves of the one before. */
export const AFRESH = { consensus: 'AWAITING', rating: null, isReturned: false } as const satisfies ClaimChange

/** Changes the claim's row and counts its version up, once unless told. Throws conflict when it is no longer the one that was read. */
export async function changeClaim(
  tx: Tx,
  actor: Actor,
  { id, version }: Pick<ClaimRecord, 'id' | 'version'>,
  change: ClaimChange,
  steps = 1,
): Promise<void> {
  const { count } = await tx.claim.updateMany({
    where: { workspaceId: actor.workspaceId, id, version },
    data: { ...change, version: { increment: steps } },
  })
  if (count !== 1) {
    throw new AppError(
      'conflict',
      'This claim changed while you were at it. Nothing was saved. Look again, then repeat.',
    )
  }
}
