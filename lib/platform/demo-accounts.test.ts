import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../adapters/password-strength'
import { NewPassword } from '../contracts/scalars'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts'

describe('the demo accounts', () => {
  it('are the people of the demo desk, in their order', () => {
    const demo = JSON.parse(readFileSync('prisma/demo/demo.json', 'utf8')) as {
      people: { name: string; email: string; role: string }[]
    } // a file of the project
    expect(DEMO_ACCOUNTS).toEqual(demo.people.map(({ name, email, role }) => ({ name, email, role })))
  })

  it('have a password that passes for one, the desk’s name in it apart', () => {
    expect(NewPassword.safeParse(DEMO_PASSWORD).success).toBe(true)
    for (const { email } of DEMO_ACCOUNTS) expect(passwordProblem(DEMO_PASSWORD, { email })).toBeNull()
  })
})
