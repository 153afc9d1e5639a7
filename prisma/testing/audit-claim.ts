import { readUnhurried } from '../../lib/db/audit-snapshot'
import { db } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { auditDesk } from '../../lib/use-cases/audit/audit-desk'
import { auditStatement } from '../../lib/use-cases/audit/audit-statement'
import { startAudit } from '../../lib/use-cases/audit/findings'

/** What the audit finds wrong with the desk's own history and with that of the claim's statement. Empty when all is as it should be. */
export async function auditClaim({ workspaceId }: Actor, claimId: string): Promise<string[]> {
  const { statementId } = await db().claim.findUniqueOrThrow({ where: { id: claimId }, select: { statementId: true } })
  const audit = startAudit()
  await readUnhurried(async tx => {
    const rules = await auditDesk(tx, audit, workspaceId)
    await auditStatement(tx, audit, workspaceId, statementId, rules)
  })
  return audit.findings.map(({ place, problem }) => `${place}: ${problem}`)
}
