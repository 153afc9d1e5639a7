import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takingTurns } from './taking-turns'

/** How often others had their turn in so many pieces of work, each of so many milliseconds on a clock that stands still between them. */
async function turnsOfOthers(pieces: number, milliseconds: number): Promise<number> {
  let turns = 0
  let isWorking = true
  const others = () => {
    if (!isWorking) return
    turns++
    setImmediate(others)
  }
  setImmediate(others)
  const othersToo = takingTurns()
  for (let piece = 0; piece < pieces; piece++) {
    vi.advanceTimersByTime(milliseconds)
    await othersToo()
  }
  isWorking = false
  return turns
}

describe('takingTurns', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('lets others have their turn in long work', async () => {
    expect(await turnsOfOthers(20, 30)).toBeGreaterThan(10)
  })

  it('does not stop for short work', async () => {
    expect(await turnsOfOthers(4, 5)).toBe(0)
  })
})
