import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { SpanSelector } from '@/lib/domain/selectors'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { insertTargets } from './targets'

/** What a claim says: its sentence, who says it and when where that differs from the statement, and its passages. */
export type Wording = {
  claimReviewed: string
  claimant: string | null
  saidOn: string | null
  /** In text order. */
  targets: readonly SpanSelector[]
}

export type StatementText = { statementId: string; versionNumber: number }

/** Writes one immutable revision with its targets and returns the content hash that its event announces. */
export async function insertRevision(
  tx: Tx,
  actor: Actor,
  claimId: string,
  number: number,
  { statementId, versionNumber }: StatementText,
  wording: Wording,
  at: Date,
): Promise<string> {
  const { claimReviewed, claimant, saidOn, targets } = wording
  const salt = newSalt()
  const hash = contentHash(salt, 'claim-revision', revisionBody(number, versionNumber, wording))
  await tx.claimRevision.create({
    data: {
      workspaceId: actor.workspaceId,
      claimId,
      number,
      claimReviewed,
      claimant,
      saidOn,
      authorId: actor.memberId,
      at,
      salt,
      contentHash: hash,
    },
  })
  await insertTargets(tx, actor, { claimId, revision: number, statementId, versionNumber }, targets)
  return hash
}

/** Exactly what a revision's content hash covers. */
export function revisionBody(number: number, versionNumber: number, wording: Wording) {
  const { claimReviewed, claimant, saidOn, targets } = wording
  const spans = targets.map(({ start, end, exact }) => ({ start, end, exact }))
  return { number, claimReviewed, claimant, saidOn, versionNumber, targets: spans }
}

/** The words of one revision. */
export async function readRevision(tx: Tx, actor: Actor, claimId: string, number: number) {
  return await tx.claimRevision.findUniqueOrThrow({
    where: { workspaceId_claimId_number: { workspaceId: actor.workspaceId, claimId, number } },
    select: { claimReviewed: true, claimant: true, saidOn: true },
  })
}

/** The version of a statement that claims are anchored in now, with its text. */
export async function readCurrentText(
  tx: Tx,
  actor: Actor,
  statementId: string,
): Promise<StatementText & { text: string; sha256: string }> {
  const [row] = await tx.$queryRaw<{ versionNumber: number; text: string; sha256: string }[]>`
    SELECT v.number AS "versionNumber", v.text, v.sha256 FROM statement s
    JOIN statement_version v ON v.workspace_id = s.workspace_id AND v.statement_id = s.id AND v.number = s.current_version
    WHERE s.workspace_id = ${actor.workspaceId}::uuid AND s.id = ${statementId}::uuid`
  if (!row) throw new Error(`statement ${statementId} has no text`)
  return { statementId, ...row }
}
