import { ApiProblem } from './call'

/** What a refusal says of one field, or undefined. `path` is dotted, as the API writes it. */
export function errorAt(error: unknown, path: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.errors.find(problem => problem.path === path)?.message
}
