import { sharedLimiter } from '@/lib/adapters/limiter'
import { AppError } from '@/lib/platform/app-error'
import { hashSecret } from '@/lib/platform/secrets'

const QUARTER_HOUR = 900
/** One person at one place mistypes less often. */
const here = sharedLimiter({ name: 'password:here', points: 10, seconds: QUARTER_HOUR })
/** Guessing one account from many places; wide enough that nobody is locked out by a stranger's ten tries. */
const account = sharedLimiter({ name: 'password:account', points: 100, seconds: QUARTER_HOUR })
/** Guessing many accounts from one place. */
const place = sharedLimiter({ name: 'password:address', points: 100, seconds: QUARTER_HOUR })

/** Counts one try of a password. Throws too-many-requests when there were too many, whoever exists and whatever was typed. */
export async function countPasswordAttempt(email: string, address: string): Promise<void> {
  const who = hashSecret(email) // Counters hold no addresses of people.
  const waits = await Promise.all([place.take(address), account.take(who), here.take(`${who}:${address}`)])
  const wait = Math.max(...waits.map(seconds => seconds ?? 0))
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60)
    throw new AppError(
      'too-many-requests',
      `Too many wrong passwords. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, or ask an administrator for a new password link.`,
      { retryAfter: wait },
    )
  }
}

/** Forgives a person's mistypes at this place once they had it right. */
export async function forgivePasswordAttempts(email: string, address: string): Promise<void> {
  await here.clear(`${hashSecret(email)}:${address}`)
}
