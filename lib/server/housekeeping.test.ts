import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startHousekeeping } from './housekeeping'

describe('housekeeping', () => {
  it('goes on after a failure, is never done twice at once, and stops', async () => {
    let runs = 0
    let underWay = 0
    let most = 0
    const { stop } = startHousekeeping(
      async () => {
        runs++
        most = Math.max(most, ++underWay)
        await sleep(15)
        underWay--
        throw new Error('the database is away')
      },
      { firstMs: 1, everyMs: 5 },
    )
    while (runs < 3) await sleep(5)
    await stop()
    const before = runs
    expect([most, underWay]).toEqual([1, 0])
    await sleep(30)
    expect(runs).toBe(before)
  })
})
