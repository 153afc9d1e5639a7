import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password'

describe('passwords', () => {
  it('are kept as argon2id with the parameters that OWASP recommends, salted', async () => {
    const [one, other] = await Promise.all([hashPassword('plum garden ladder'), hashPassword('plum garden ladder')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
  })

  it.each([
    ['the right one', 'plum garden ladder', true],
    ['another', 'plum garden ladder ', false],
    ['none', '', false],
  ])('tell %s', async (_case, password, isRight) => {
    expect(await verifyPassword(await hashPassword('plum garden ladder'), password)).toBe(isRight)
  })

  it('of nobody are never right, also the one that the stand-in was made from', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  })

  it('of nobody take as long as those of somebody', async () => {
    const hash = await hashPassword('plum garden ladder')
    await verifyPassword(null, 'warm up')
    const known = await fastest(() => verifyPassword(hash, 'wrong'))
    const unknown = await fastest(() => verifyPassword(null, 'wrong'))
    expect(unknown / known).toBeGreaterThan(0.2)
    expect(unknown / known).toBeLessThan(5)
  })
})

/** Of several runs the fastest: what the machine does besides only adds. In milliseconds. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    await work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
