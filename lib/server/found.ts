import { AppError } from '@/lib/platform/app-error'

/** What was read, or null where there is no such thing for this actor; a malformed id names nothing either. Other errors stay errors. */
export async function found<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid-input')) return null
    throw error
  }
}
