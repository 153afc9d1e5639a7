import type { Actor } from '@/lib/domain/actor'
import { contentHash } from '@/lib/domain/hash'
import type { StateCounts } from '@/lib/domain/map-version'
import { notFound } from '@/lib/platform/app-error'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { personFields, personOf } from './person'

/** The immutable text, as it was imported. */
export type ImportedVersion = {
  text: string
  document: object
  sha256: string
  wordCount: number
  retrievedAt: Date
  retrievedFrom: string | null
}

type VersionContent = {
  number: number
  sha256: string
  retrievedFrom: string | null
  retrievedAt: Date
  note: string | null
}

/** Exactly what the content hash of a text covers; that of a statement's first one covers its details too. */
export function versionBody({ number, sha256, retrievedFrom, retrievedAt, note }: VersionContent) {
  return { number, sha256, retrievedFrom, retrievedAt: retrievedAt.toISOString(), ...(note === null ? {} : { note }) }
}

/** Writes the next text of a statement, which becomes the current one, and returns the content hash that its event announces. */
export async function insertVersion(
  tx: Tx,
  { workspaceId, memberId: authorId }: Actor,
  place: { statementId: string; number: number },
  version: ImportedVersion & { note: string | null },
  at: Date,
): Promise<string> {
  const salt = newSalt()
  const hash = contentHash(salt, 'statement-version', versionBody({ ...version, ...place }))
  await tx.statementVersion.create({
    data: { ...version, ...place, workspaceId, authorId, at, salt, contentHash: hash },
    select: { number: true },
  })
  await tx.statement.update({
    where: { workspaceId_id: { workspaceId, id: place.statementId } },
    data: { currentVersion: place.number },
    select: { id: true },
  })
  return hash
}

/** The texts of some versions of a statement, by number; what the desk does not have is left out. */
export async function readVersionTexts(
  tx: Tx,
  { workspaceId }: Actor,
  statementId: string,
  numbers: Iterable<number>,
): Promise<Map<number, string>> {
  const rows = await tx.statementVersion.findMany({
    where: { workspaceId, statementId, number: { in: [...new Set(numbers)] } },
    select: { number: true, text: true },
  })
  return new Map(rows.map(({ number, text }) => [number, text]))
}

/** The versions of a statement's text, oldest first, or only one. Throws not-found when there is none of the desk's. */
export async function listVersionsOf(tx: Tx, { workspaceId }: Actor, statementId: string, number?: number) {
  const rows = await tx.statementVersion.findMany({
    where: { workspaceId, statementId, ...(number === undefined ? {} : { number }) },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      sha256: true,
      wordCount: true,
      retrievedFrom: true,
      retrievedAt: true,
      note: true,
      author: personFields,
      at: true,
    },
  })
  if (rows.length === 0) throw notFound('statement')
  const counts = await countAnchors(tx, workspaceId, statementId)
  return rows.map(({ author, at, retrievedAt, ...row }) => ({
    ...row,
    retrievedAt: retrievedAt.toISOString(),
    author: personOf(author),
    at: at.toISOString(),
    anchors: counts.get(row.number) ?? { anchored: 0, changed: 0, orphaned: 0 },
  }))
}

/** By version: how the passages that claims had while it was the current one stand in it, each claim's by its last wording then. */
async function countAnchors(tx: Tx, workspaceId: string, statementId: string): Promise<Map<number, StateCounts>> {
  const rows = await tx.$queryRaw<(StateCounts & { number: number })[]>`
    SELECT version_number AS number,
      count(*) FILTER (WHERE anchor_state = 'ANCHORED')::int AS anchored,
      count(*) FILTER (WHERE anchor_state = 'CHANGED')::int AS changed,
      count(*) FILTER (WHERE anchor_state = 'ORPHANED')::int AS orphaned
    FROM (
      SELECT version_number, anchor_state, claim_revision,
        max(claim_revision) OVER (PARTITION BY version_number, claim_id) AS last
      FROM target WHERE workspace_id = ${workspaceId}::uuid AND statement_id = ${statementId}::uuid) t
    WHERE claim_revision = last
    GROUP BY version_number`
  return new Map(rows.map(({ number, ...counts }) => [number, counts]))
}
