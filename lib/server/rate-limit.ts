import { localLimiter } from '@/lib/adapters/limiter'
import { AppError } from '@/lib/platform/app-error'

const members = localLimiter({ name: 'api', points: 1_200, seconds: 60 })
const strangers = localLimiter({ name: 'public', points: 60, seconds: 60 })

/** Throws too-many-requests when a member, or an address without a session, asks more than a busy person could. */
export async function limitRequests(key: string, access: 'member' | 'public'): Promise<void> {
  const wait = await (access === 'member' ? members : strangers).take(key)
  if (wait !== null)
    throw new AppError('too-many-requests', `Too many requests. Try again in ${wait} s.`, { retryAfter: wait })
}
