import type { z } from 'zod'
import type { Contract } from '@/lib/contracts/contract'
import { ApiProblem } from './call'

/** What the API would refuse of this input, said before it is sent; null when nothing. */
export function checkInput<C extends Contract>(contract: C, input: z.input<C['input']>): ApiProblem | null {
  const result = contract.input.safeParse(input)
  if (result.success) return null
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return new ApiProblem(422, 'invalid-input', errors[0]?.message ?? 'This is not complete.', errors)
}
