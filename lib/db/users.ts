import type { Tx } from './client'

/** The person who signs in with this address, or null. */
export async function findUserByEmail(tx: Tx, email: string) {
  return await tx.user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true },
  })
}

/** The person behind a member or a reset, with what proving their password takes. */
export async function readUser(tx: Tx, id: string) {
  return await tx.user.findUniqueOrThrow({
    where: { id },
    select: { id: true, email: true, name: true, passwordHash: true },
  })
}

/** Makes an account. Throws a unique violation when the address has one. */
export async function insertUser(tx: Tx, user: { email: string; name: string; passwordHash: string }, at: Date) {
  return await tx.user.create({ data: { ...user, createdAt: at }, select: { id: true } })
}

/** Changes what a person is called or signs in with. */
export async function updateUser(tx: Tx, id: string, data: { name?: string; passwordHash?: string }): Promise<void> {
  await tx.user.update({ where: { id }, data })
}
