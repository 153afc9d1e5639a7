import { describe, expect, it } from 'vitest'
import { takingTurns } from './taking-turns'

/** Works for so many milliseconds, in pieces of two, and says how often others had their turn meanwhile. */
async function turnsOfOthers(milliseconds: number): Promise<number> {
  let turns = 0
  let isWorking = true
  const others = () => {
    turns++
    if (isWorking) setImmediate(others)
  }
  setImmediate(others)
  const othersToo = takingTurns()
  const began = performance.now()
  while (performance.now() - began < milliseconds) {
    const piece = performance.now()
    while (performance.now() - piece < 2);
    await othersToo()
  }
  isWorking = false
  return turns
}

describe('takingTurns', () => {
  it('lets others have their turn in long work', async () => {
    expect(await turnsOfOthers(200)).toBeGreaterThan(2)
  })

  it('does not stop for short work', async () => {
    expect(await turnsOfOthers(5)).toBe(0)
  })
})
