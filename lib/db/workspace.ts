import { contentHash } from '@/lib/domain/hash'
import { newSalt } from '@/lib/platform/secrets'
import type { Tx } from './client'
import { readPolicy } from './policies'
import { readScale } from './scales'

/** What a desk says of itself, for readers and members. */
export type WorkspaceSettings = {
  name: string
  funding: string
  correctionsPolicy: string
  contactEmail: string | null
  showReviewerNames: boolean
  /** Days after which an assignment that nobody took up goes back; null for never. */
  idleLimitDays: number | null
}

type Stamp = { workspaceId: string; authorId: string | null; at: Date }

/** How long an assignment may lie idle at a desk that has not said otherwise, in days. */
export const DEFAULT_IDLE_LIMIT_DAYS = 7

/** Writes one immutable revision of the settings and returns the content hash that its event announces. */
export async function insertWorkspaceRevision(
  tx: Tx,
  stamp: Stamp,
  number: number,
  settings: WorkspaceSettings,
): Promise<string> {
  const salt = newSalt()
  const hash = contentHash(salt, 'workspace', { number, settings })
  await tx.workspaceRevision.create({ data: { ...stamp, number, settings, salt, contentHash: hash } })
  return hash
}

/** The desk with its current scale and policy. */
export async function readWorkspaceOf(tx: Tx, workspaceId: string) {
  const row = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  const [scale, policy] = await Promise.all([
    readScale(tx, workspaceId, row.scaleVersion),
    readPolicy(tx, workspaceId, row.policyVersion),
  ])
  return {
    ...settingsOf(row),
    id: row.id,
    isSample: row.isSample,
    version: row.version,
    scale,
    policy,
  }
}

/** The settings with what a change needs to know. */
export async function readSettings(tx: Tx, workspaceId: string) {
  const row = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  const { version, scaleVersion, policyVersion } = row
  return { version, scaleVersion, policyVersion, settings: settingsOf(row) }
}

/** Writes the next revision of the settings and returns the content hash that its event announces. The caller holds the desk's lock. */
export async function reviseWorkspace(
  tx: Tx,
  stamp: Stamp,
  number: number,
  settings: WorkspaceSettings,
): Promise<string> {
  await tx.workspace.update({ where: { id: stamp.workspaceId }, data: { ...settings, version: number } })
  return await insertWorkspaceRevision(tx, stamp, number, settings)
}

/** Makes new claims pin other versions than before. */
export async function pinForNewClaims(
  tx: Tx,
  workspaceId: string,
  versions: { policyVersion: number } | { scaleVersion: number },
): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: versions })
}

/** The settings alone, as a revision keeps them. */
export function settingsOf(row: WorkspaceSettings): WorkspaceSettings {
  const { name, funding, correctionsPolicy, contactEmail, showReviewerNames, idleLimitDays } = row
  return { name, funding, correctionsPolicy, contactEmail, showReviewerNames, idleLimitDays }
}
