import type { Tx } from './client'

/** Writes a reset link's hash. `minutes` is how long it works. */
export async function insertPasswordReset(
  tx: Tx,
  { userId, tokenHash }: { userId: string; tokenHash: string },
  at: Date,
  minutes: number,
): Promise<Date> {
  const expiresAt = new Date(at.getTime() + minutes * 60_000)
  await tx.passwordReset.create({ data: { userId, tokenHash, createdAt: at, expiresAt } })
  return expiresAt
}

/**
 * Uses a reset link up, together with every other one of the same person, and returns whose it is; null when it does not
 * work: unknown, used and ended look the same. Of two who use it at once, one gets null.
 */
export async function consumePasswordReset(tx: Tx, tokenHash: string, at: Date): Promise<string | null> {
  const reset = await tx.passwordReset.findUnique({ where: { tokenHash }, select: { id: true, userId: true } })
  if (!reset) return null
  const { count } = await tx.passwordReset.updateMany({
    where: { id: reset.id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  })
  if (count === 0) return null
  await voidPasswordResets(tx, reset.userId, at)
  return reset.userId
}

/** Ends every reset link of a person that has not been used. */
export async function voidPasswordResets(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } })
}
