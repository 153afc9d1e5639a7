import type { Tx } from './client'

/** Opens a browser session with an id that nobody had before. */
export async function insertSession(tx: Tx, userId: string, at: Date, days: number): Promise<string> {
  const expiresAt = new Date(at.getTime() + days * 86_400_000)
  const row = await tx.session.create({ data: { userId, createdAt: at, expiresAt }, select: { id: true } })
  return row.id
}

/** Ends one session; one that has ended stays as it is. */
export async function revokeSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
}

/** Ends every session of a person but `except`, and returns how many that were. */
export async function revokeSessionsOf(tx: Tx, userId: string, at: Date, except?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at }, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: at },
  })
  return count
}
