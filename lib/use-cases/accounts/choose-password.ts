import { hashPassword } from '@/lib/adapters/password'
import { passwordProblem } from '@/lib/adapters/password-strength'
import { check } from '@/lib/contracts/check'
import { NewPassword } from '@/lib/contracts/scalars'
import { invalidInput } from '../invalid-input'

type Choice = { email: string; deskName: string; path: string }

/** The hash of a password that a person chose. Throws invalid-input at `path` for one that others would guess. */
export async function choosePassword(password: string, { email, deskName, path }: Choice): Promise<string> {
  const checked = check(NewPassword, password)
  const problem = checked.isValid ? passwordProblem(password, { email, deskName }) : checked.problems[0].message
  if (problem) throw invalidInput(path, problem)
  return await hashPassword(password)
}
