import type { z } from 'zod'
import { check } from '@/lib/contracts/check'
import type { Contract } from '@/lib/contracts/contract'
import { ApiProblem } from './call'

/** What the API would refuse of this input, said before it is sent; null when nothing. */
export function checkInput<C extends Contract>(contract: C, input: z.input<C['input']>): ApiProblem | null {
  const checked = check(contract.input, input)
  if (checked.isValid) return null
  return new ApiProblem(422, 'invalid-input', checked.problems[0].message, checked.problems)
}
