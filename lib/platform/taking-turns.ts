import { setImmediate as turn } from 'node:timers/promises'

/** Milliseconds that one request may keep all others waiting. */
const LONGEST_TURN = 25

/** To be awaited between the pieces of long work: lets others have their turn when this one has lasted long enough. */
export function takingTurns(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < LONGEST_TURN) return
    await turn()
    began = performance.now()
  }
}
