import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts'

describe('the demo accounts', () => {
  it('are the people of the demo desk, in their order', () => {
    const demo = JSON.parse(readFileSync('prisma/demo/demo.json', 'utf8')) as {
      people: { name: string; email: string; role: string }[]
    }
    expect(DEMO_ACCOUNTS).toEqual(demo.people.map(({ name, email, role }) => ({ name, email, role })))
  })

  it('have a password that the desk itself would accept', () => {
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(12)
  })
})
