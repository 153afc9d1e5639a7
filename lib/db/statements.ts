import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { Direction } from '@/lib/domain/vocabulary'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { type ImportedVersion, versionBody } from './statement-versions'

/** What a desk notes about a statement; the text itself lives in versions. */
export type StatementDetails = {
  title: string
  claimant: string
  claimantRole: string | null
  appearance: string | null
  saidOn: string | null
  language: string
  direction: Direction
  context: string | null
}

type Stamp = { workspaceId: string; authorId: string; at: Date }

/**
 * Writes a statement with the first revision of its details and the first version of its text. Both rows carry the one
 * content hash that the event announcing them carries: it covers both.
 */
export async function insertStatement(
  tx: Tx,
  { workspaceId, authorId, at }: Stamp,
  details: StatementDetails,
  version: ImportedVersion,
): Promise<{ id: string; contentHash: string }> {
  const { id } = await tx.statement.create({
    data: { ...columns(details), workspaceId, createdById: authorId, createdAt: at },
    select: { id: true },
  })
  const text = versionBody({ ...version, number: 1, note: null })
  const salt = newSalt()
  const hash = contentHash(salt, 'statement', { number: 1, details, text })
  const row = { workspaceId, statementId: id, number: 1, authorId, at, salt, contentHash: hash }
  await tx.statementRevision.create({ data: { ...row, details } })
  await tx.statementVersion.create({ data: { ...row, ...version } })
  return { id, contentHash: hash }
}

/** Writes the next revision of the details and returns the content hash that its event announces. */
export async function reviseStatement(
  tx: Tx,
  { workspaceId, authorId, at }: Stamp,
  statementId: string,
  number: number,
  details: StatementDetails,
): Promise<string> {
  const salt = newSalt()
  const hash = contentHash(salt, 'statement', { number, details })
  await tx.statement.update({
    where: { workspaceId_id: { workspaceId, id: statementId } },
    data: { ...columns(details), version: number },
  })
  await tx.statementRevision.create({
    data: { workspaceId, statementId, number, details, authorId, at, salt, contentHash: hash },
  })
  return hash
}

/** A statement's details with what an edit needs to know, or null when the desk has no such statement. */
export async function findStatement(tx: Tx, workspaceId: string, id: string) {
  const row = await tx.statement.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
  if (!row) return null
  const { version, currentVersion, createdById } = row
  return { id, version, currentVersion, createdById, details: detailsOf(row) }
}

/** How many of a statement's decided claims are attributed to its claimant. */
export async function countDecidedAsClaimant(tx: Tx, workspaceId: string, statementId: string): Promise<number> {
  return await tx.claim.count({ where: { workspaceId, statementId, stage: 'DECIDED', claimant: null } })
}

const MOST_CLAIMANTS = 50

/** Everyone whom the statement's details have named as its claimant, at most the latest fifty. */
export async function listClaimants(tx: Tx, { workspaceId }: Actor, statementId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ claimant: string }[]>`
    SELECT details->>'claimant' AS claimant FROM statement_revision
    WHERE workspace_id = ${workspaceId}::uuid AND statement_id = ${statementId}::uuid
    GROUP BY 1 ORDER BY max(number) DESC LIMIT ${MOST_CLAIMANTS}`
  return rows.map(({ claimant }) => claimant)
}

/** The canonical text of one version, or null when the desk has none such. */
export async function findVersionText(tx: Tx, workspaceId: string, statementId: string, number: number) {
  return await tx.statementVersion.findUnique({
    where: { workspaceId_statementId_number: { workspaceId, statementId, number } },
    select: { text: true, sha256: true },
  })
}

type DetailColumns = Omit<StatementDetails, 'direction'> & { direction: 'LTR' | 'RTL' }

function columns(details: StatementDetails): DetailColumns {
  return { ...details, direction: details.direction === 'rtl' ? 'RTL' : 'LTR' }
}

function detailsOf(row: DetailColumns): StatementDetails {
  const { title, claimant, claimantRole, appearance, saidOn, language, context } = row
  const direction = directionOf(row.direction)
  return { title, claimant, claimantRole, appearance, saidOn, language, direction, context }
}

/** As HTML's `dir` spells it. */
export function directionOf(stored: 'LTR' | 'RTL'): Direction {
  return stored === 'RTL' ? 'rtl' : 'ltr'
}
