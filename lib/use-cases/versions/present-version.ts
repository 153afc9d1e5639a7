import type { StatementVersionDto } from '@/lib/contracts/versions'
import type { Tx } from '@/lib/db/client'
import { listVersionsOf } from '@/lib/db/statement-versions'
import type { Actor } from '@/lib/domain/actor'
import { publicOrigin } from '@/lib/platform/env'

/** The texts of a statement as the API shows them, oldest first. Throws not-found when it is not the desk's. */
export async function presentVersions(
  tx: Tx,
  actor: Actor,
  statementId: string,
  number?: number,
): Promise<StatementVersionDto[]> {
  const rows = await listVersionsOf(tx, actor, statementId, number)
  return rows.map(row => ({
    ...row,
    textUrl: `${publicOrigin()}/api/v1/statements/${statementId}/versions/${row.number}/text`,
  }))
}

/** One of them. Throws not-found when the statement has no such version. */
export async function presentVersion(
  tx: Tx,
  actor: Actor,
  statementId: string,
  number: number,
): Promise<StatementVersionDto> {
  const [version] = await presentVersions(tx, actor, statementId, number)
  if (!version) throw new RangeError(`statement ${statementId} has no version ${number}`)
  return version
}
