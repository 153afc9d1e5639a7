import { AppError } from '@/lib/platform/app-error'

/** A refusal of one field of the input, named by its dotted path. */
export function invalidInput(path: string, message: string): AppError {
  return new AppError('invalid-input', message, { errors: [{ path, message }] })
}
