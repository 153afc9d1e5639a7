import { notFound } from '@/lib/platform/app-error'
import type { Tx } from './client'
import { readPolicy } from './policies'
import { readScale } from './scales'
import { directionOf } from './statements'
import { settingsOf } from './workspace'

/** A claim that readers may see, and the decision that stands on it. */
export type Standing = { claimId: string; decisionId: string }

/**
 * The statement's decided claims with their standing decisions. A suspended one is left out: the current text changed or
 * lost a passage of it, and nobody has said yet that it is the same claim.
 */
export async function listStanding(tx: Tx, workspaceId: string, statementId: string): Promise<Standing[]> {
  return await tx.$queryRaw<Standing[]>`
    SELECT c.id::text AS "claimId", d.id::text AS "decisionId"
    FROM claim c
    JOIN LATERAL (
      SELECT id FROM decision WHERE workspace_id = c.workspace_id AND claim_id = c.id ORDER BY number DESC LIMIT 1
    ) d ON true
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.statement_id = ${statementId}::uuid AND c.stage = 'DECIDED'
      AND c.suspended_at IS NULL
    ORDER BY c.id`
}

/** What readers are told of the desk and the statement, its text apart. Throws not-found when the statement is not the desk's. */
export async function readMasthead(tx: Tx, workspaceId: string, statementId: string) {
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  const statement = await tx.statement.findUnique({ where: { workspaceId_id: { workspaceId, id: statementId } } })
  if (!statement) throw notFound('statement')
  const version = await tx.statementVersion.findUniqueOrThrow({
    where: { workspaceId_statementId_number: { workspaceId, statementId, number: statement.currentVersion } },
    select: { number: true, sha256: true, retrievedAt: true, note: true },
  })
  const { name, funding, correctionsPolicy, contactEmail, showReviewerNames } = settingsOf(workspace)
  return {
    desk: {
      name,
      funding,
      correctionsPolicy,
      contactEmail,
      namesReviewers: showReviewerNames,
      isSample: workspace.isSample,
    },
    statement: {
      id: statement.id,
      title: statement.title,
      claimant: statement.claimant,
      claimantRole: statement.claimantRole,
      appearance: statement.appearance,
      saidOn: statement.saidOn,
      language: statement.language,
      direction: directionOf(statement.direction),
      context: statement.context,
      versionNumber: version.number,
      sha256: version.sha256,
      retrievedAt: version.retrievedAt.toISOString(),
      ...(version.note === null ? {} : { textNote: version.note }),
    },
  }
}
export type Masthead = Awaited<ReturnType<typeof readMasthead>>

export async function readText(tx: Tx, workspaceId: string, statementId: string, number: number): Promise<string> {
  const version = await tx.statementVersion.findUniqueOrThrow({
    where: { workspaceId_statementId_number: { workspaceId, statementId, number } },
    select: { text: true },
  })
  return version.text
}

/**
 * Everything a snapshot may show of decided claims. Verdicts come from rounds that have closed and count, and from no
 * other: the seal is in the query. Superseded and withdrawn ones, and those of trainees and recused members, are left out.
 */
export async function readDecidedClaims(
  tx: Tx,
  workspaceId: string,
  versionNumber: number,
  standing: readonly Standing[],
) {
  const decisions = await tx.decision.findMany({
    where: { workspaceId, id: { in: standing.map(({ decisionId }) => decisionId) } },
  })
  const claims = await tx.claim.findMany({
    where: { workspaceId, id: { in: standing.map(({ claimId }) => claimId) } },
    select: {
      id: true,
      claimReviewed: true,
      claimant: true,
      saidOn: true,
      revision: true,
      policyVersion: true,
      scaleVersion: true,
      quorum: true,
      quorumReason: true,
      targets: { where: { versionNumber }, orderBy: { ord: 'asc' } },
      rounds: { select: { number: true, ending: true, claimRevision: true }, orderBy: { number: 'asc' } },
      recusals: { select: { memberId: true, fromRound: true } },
      verdicts: {
        where: { inRound: { state: 'CLOSED', ending: 'COUNTED' } },
        orderBy: { revision: 'asc' },
        select: {
          round: true,
          reviewerId: true,
          isWithdrawal: true,
          isTrainee: true,
          rating: true,
          rationale: true,
          reviewer: { select: { user: { select: { name: true } } } },
          citations: { orderBy: { ord: 'asc' }, select: { stance: true, quote: true, note: true, source: true } },
        },
      },
    },
  })
  const decisionOf = new Map(decisions.map(decision => [decision.claimId, decision]))
  return claims.flatMap(({ targets, rounds, recusals, verdicts, ...claim }) => {
    const decision = decisionOf.get(claim.id)
    if (!decision) return []
    const recused = recusals.filter(({ fromRound }) => fromRound <= decision.round).map(({ memberId }) => memberId)
    // Ordered by revision, so the last one a reviewer cast is what the map keeps.
    const latest = new Map(verdicts.filter(verdict => verdict.round === decision.round).map(v => [v.reviewerId, v]))
    const counted = [...latest.values()].flatMap(({ rating, isTrainee, reviewer, ...verdict }) =>
      verdict.isWithdrawal || isTrainee || rating === null || recused.includes(verdict.reviewerId)
        ? []
        : [{ ...verdict, rating, reviewerName: reviewer.user.name }],
    )
    return [
      {
        ...claim,
        decision,
        rounds,
        verdicts: counted,
        targets: targets.filter(target => target.claimRevision === claim.revision),
      },
    ]
  })
}
export type DecidedClaim = Awaited<ReturnType<typeof readDecidedClaims>>[number]

/** The scales and policies of these versions, each once, by version. */
export async function readRules(tx: Tx, workspaceId: string, claims: readonly DecidedClaim[]) {
  const versions = (of: (claim: DecidedClaim) => number) => [...new Set(claims.map(of))].sort((a, b) => a - b)
  const scales = []
  for (const version of versions(claim => claim.scaleVersion)) scales.push(await readScale(tx, workspaceId, version))
  const policies = []
  for (const version of versions(claim => claim.policyVersion)) {
    policies.push(await readPolicy(tx, workspaceId, version))
  }
  return { scales, policies }
}
