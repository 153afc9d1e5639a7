import type { Problem } from '@/lib/domain/problem'
import { AppError } from '@/lib/platform/app-error'

/** Throws invalid-input, naming each problem's field, unless there is none. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems
  if (first) throw new AppError('invalid-input', first.message, { errors: problems })
}
