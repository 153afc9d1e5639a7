import { type PublishedCorrectionDto, Snapshot, type SnapshotDto } from '@/lib/contracts/snapshot'
import { db } from '@/lib/db/client'
import { listCorrectionsOf } from '@/lib/db/corrections'
import { findPage, readPublishedNames, readSnapshotOf, savePage } from '@/lib/db/publications'
import { findOpenShare, type LaterCorrection, type OpenShare } from '@/lib/db/shares'
import { canonicalJson, type Json } from '@/lib/domain/hash'
import { hashSecret } from '@/lib/platform/secrets'
import { publishedCorrection } from '../corrections/published-corrections'

export type { LaterCorrection, OpenShare }

/** What the bearer of this token may read, or null: unknown, revoked and expired look the same. Asked at every request. */
export function openShare(token: string): Promise<OpenShare | null> {
  return findOpenShare(db(), hashSecret(token))
}

type Shared = Pick<OpenShare, 'workspaceId' | 'publicationId'>

/** Exactly what was published, with the hash of its canonical JSON. */
export async function readSnapshot(share: Shared): Promise<{ snapshot: SnapshotDto; hash: string }> {
  const stored = await readSnapshotOf(db(), share.workspaceId, share.publicationId)
  return { snapshot: Snapshot.parse(stored.snapshot), hash: stored.snapshotHash }
}

/** The canonical JSON of what was published: byte for byte what its hash is taken over, whatever a later schema knows. */
export async function readPublishedData(share: Shared): Promise<string> {
  const { snapshot } = await readSnapshotOf(db(), share.workspaceId, share.publicationId)
  return canonicalJson(snapshot as Json) // The column holds what Json holds.
}

/** A statement's corrections as everyone may read them who holds a link to one of its publications. */
export type CorrectionLog = {
  desk: string
  title: string
  language: string
  isSample: boolean
  /** Newest first. */
  corrections: readonly PublishedCorrectionDto[]
}

/** Every correction of the shared statement, also those that came later; desk and statement go by their published names. */
export async function readCorrectionLog(share: OpenShare): Promise<CorrectionLog> {
  const { workspaceId, statementId, publicationId } = share
  const [names, corrections] = await Promise.all([
    readPublishedNames(db(), workspaceId, publicationId),
    listCorrectionsOf(db(), { workspaceId }, { statementId }),
  ])
  return { ...names, corrections: corrections.map(publishedCorrection) }
}

/** The stored page of this renderer, or null where it has yet to be made. */
export function readPage(share: Shared, renderer: string): Promise<string | null> {
  return findPage(db(), share.workspaceId, share.publicationId, renderer)
}

/** Keeps the page, so that no instance need make it again. */
export function keepPage(share: Shared, renderer: string, html: string): Promise<void> {
  const { workspaceId, publicationId } = share
  return savePage(db(), { workspaceId, publicationId, renderer, html })
}
