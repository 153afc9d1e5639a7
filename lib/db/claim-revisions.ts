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
  /** Of an imported claim, where it came from. */
  importedFrom?: string | null
}

export type StatementText = { statementId: string; versionNumber: number }

/** Writes one immutable revision with its targets and returns the content hash that its event announces. */
export async function insertRevision(
  tx: Tx,
  actor: Actor,
  claimId: string,
  number: number,
  text: StatementText,
  wording: Wording,
  at: Date,
): Promise<string> {
  const [hash] = await insertRevisions(tx, actor, [{ claimId, number, wording }], text, at)
  if (hash === undefined) throw new Error('a revision was not written')
  return hash
}

type NewRevision = { claimId: string; number: number; wording: Wording }

/** Writes many immutable revisions with their targets, in two statements; their content hashes in the order given. */
export async function insertRevisions(
  tx: Tx,
  actor: Actor,
  revisions: readonly NewRevision[],
  text: StatementText,
  at: Date,
): Promise<string[]> {
  const rows = revisions.map(({ claimId, number, wording }) => {
    const { claimReviewed, claimant, saidOn, importedFrom = null } = wording
    const salt = newSalt()
    return {
      workspaceId: actor.workspaceId,
      claimId,
      number,
      claimReviewed,
      claimant,
      saidOn,
      importedFrom,
      authorId: actor.memberId,
      at,
      salt,
      contentHash: contentHash(salt, 'claim-revision', revisionBody(number, text.versionNumber, wording)),
    }
  })
  await tx.claimRevision.createMany({ data: rows })
  await insertTargets(
    tx,
    actor,
    text,
    revisions.map(({ claimId, number, wording }) => ({ claimId, revision: number, spans: wording.targets })),
  )
  return rows.map(row => row.contentHash)
}

/** Exactly what a revision's content hash covers. */
export function revisionBody(number: number, versionNumber: number, wording: Wording) {
  const { claimReviewed, claimant, saidOn, targets, importedFrom = null } = wording
  const spans = targets.map(({ start, end, exact }) => ({ start, end, exact }))
  const origin = importedFrom === null ? {} : { importedFrom }
  return { number, claimReviewed, claimant, saidOn, versionNumber, targets: spans, ...origin }
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
