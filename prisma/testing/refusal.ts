import { AppError } from '../../lib/platform/app-error'

/** The refusal that the work ends in. Throws what else it throws, and when it is not refused at all. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('this was not refused')
}
