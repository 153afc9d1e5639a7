import { verifyPassword } from '@/lib/adapters/password'
import { Email } from '@/lib/contracts/scalars'
import { db } from '@/lib/db/client'
import { clockOf } from '@/lib/db/clock'
import { insertSession } from '@/lib/db/sessions'
import { inTransaction } from '@/lib/db/transaction'
import { countPasswordAttempt, forgivePasswordAttempts } from './password-attempts'

/** How long a session lasts by itself. */
export const SESSION_DAYS = 14
const LONGEST_PASSWORD = 200

export type SignedIn = { sessionId: string; userId: string; name: string }

/**
 * Opens a session for the person with this address and password, or returns null: for an unknown address as for a wrong
 * password, after the same work. Throws too-many-requests.
 */
export async function signIn(attempt: {
  email: unknown
  password: unknown
  address: string
}): Promise<SignedIn | null> {
  const email = Email.safeParse(attempt.email)
  const password = typeof attempt.password === 'string' ? attempt.password.slice(0, LONGEST_PASSWORD + 1) : ''
  await countPasswordAttempt(email.success ? email.data : '', attempt.address)
  const user = email.success ? await db().user.findUnique({ where: { email: email.data } }) : null
  const isRight = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !isRight) return null

  await forgivePasswordAttempts(user.email, attempt.address)
  const sessionId = await inTransaction(db(), async tx => insertSession(tx, user.id, await clockOf(tx), SESSION_DAYS))
  return { sessionId, userId: user.id, name: user.name }
}
