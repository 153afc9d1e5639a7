import type { Tx } from '@/lib/db/client'
import { countExported, type ExportHead, findExportHead, readExportedClaims } from '@/lib/db/export-claims'
import type { Actor } from '@/lib/domain/actor'
import type { ExportedClaim } from '@/lib/domain/exported-claim'
import { notFound } from '@/lib/platform/app-error'

/** A statement with all claims that an export has. Throws not-found when it is not the desk's. */
export async function readWholeExport(
  tx: Tx,
  actor: Actor,
  statementId: string,
): Promise<{ head: ExportHead; claims: ExportedClaim[] }> {
  const head = await readExportHead(tx, actor, statementId)
  const take = await countExported(tx, actor, statementId)
  return { head, claims: await readExportedClaims(tx, actor, statementId, { skip: 0, take }) }
}

/** The statement as an export names it. Throws not-found when it is not the desk's. */
export async function readExportHead(tx: Tx, actor: Actor, statementId: string): Promise<ExportHead> {
  const head = await findExportHead(tx, actor, statementId)
  if (!head) throw notFound('statement')
  return head
}

/** One page of them, and how many there are in all. */
export async function readExportPage(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ total: number; claims: ExportedClaim[] }> {
  const total = await countExported(tx, actor, statementId)
  const claims = await readExportedClaims(tx, actor, statementId, { skip: (page - 1) * perPage, take: perPage })
  return { total, claims }
}
