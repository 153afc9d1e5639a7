import type { Tx } from './client'

/** Makes instances that start at once take turns in setting up; held until the transaction ends. */
export async function lockSetUp(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS ok FROM pg_advisory_xact_lock(hashtextextended('assay:set-up', 0))`
}

/** Whether anyone administers any desk. */
export async function hasAnyAdmin(tx: Tx): Promise<boolean> {
  return (await tx.member.findFirst({ where: { role: 'ADMIN', removedAt: null }, select: { id: true } })) !== null
}

/** Takes back the set-up link that nobody used, and returns the desk it was for; null when there is none. */
export async function takeBackSetUp(tx: Tx, at: Date): Promise<string | null> {
  const invite = await tx.invite.findFirst({
    where: { email: null, createdById: null, acceptedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { workspaceId: true },
  })
  if (!invite) return null
  await tx.invite.updateMany({
    where: { workspaceId: invite.workspaceId, email: null, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  return invite.workspaceId
}
