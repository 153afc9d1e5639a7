import type { Problem } from '@/lib/domain/problem'
import { AppError } from '@/lib/platform/app-error'

/** Throws invalid-input that names every field to change, when there is one. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems
  if (first) throw new AppError('invalid-input', first.message, { errors: problems.slice(0, 100) })
}
