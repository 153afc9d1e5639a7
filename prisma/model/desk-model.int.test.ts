import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb } from '../../lib/db/client'
import { soakSettings } from '../testing/soak-settings'
import { play, type Tally } from './play'
import { otherDesk, stateHash } from './real-desk'
import { ACTS, type Act, type History, histories } from './step'

const { runs, commands, seed, isThorough } = soakSettings().model
/** Histories at once: while one waits for the database, another thinks. */
const AT_ONCE = 4
/** How long (ms) a failing history is made smaller before it is shown. */
const SHRINKING = 120_000

describe(`${runs} random histories of ${commands} commands, from seed ${seed}`, () => {
  const tally: Tally = new Map()
  let before: string
  beforeAll(async () => {
    before = await stateHash((await otherDesk()).workspace.id)
  })
  afterAll(closeDb)

  it(
    'leave the desk as a model written without its code says, for everyone who looks at it',
    async () => {
      let next = 0
      const work = async () => {
        while (next < runs) await check(seed + next++)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      report()
    },
    Math.max(300_000, runs * commands * 2_000),
  )

  it('leave the other desk as it was', async () => {
    expect(await stateHash((await otherDesk()).workspace.id)).toBe(before)
  })

  it.skipIf(runs < 100)('did everything that can be done, and were refused everything', () => {
    const few = Object.keys(ACTS).filter(act => {
      const { done = 0, refused = 0 } = tally.get(act as Act) ?? {} // ACTS's own keys
      return done === 0 || refused === 0
    })
    expect(few).toEqual([])
  })

  /** One history, from one seed: its own failure can be repeated alone. */
  async function check(one: number): Promise<void> {
    let failed: string[] = []
    let until = Number.POSITIVE_INFINITY
    const property = fc.asyncProperty(histories(commands), async (history: History) => {
      if (Date.now() > until) return // Small enough: what is smaller still is not tried.
      const log: string[] = []
      await play(history, isThorough, tally, log).catch(difference => {
        failed = log
        until = Math.min(until, Date.now() + SHRINKING)
        throw difference
      })
    })
    const result = await fc.check(property, { seed: one, numRuns: 1, unbiased: true })
    if (!result.failed) return
    throw new Error(
      [
        `History ${one} came out differently on the desk and on the model. Made as short as could be:`,
        `  with the policy ${JSON.stringify(result.counterexample?.[0].policy)}`,
        ...failed.map((line, index) => `  ${index + 1}. ${line}`),
        String(result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance),
        `Repeat it: npm run test:model -- --runs 1 --commands ${commands} --seed ${one}`,
      ].join('\n'),
      { cause: result.errorInstance },
    )
  }

  function report(): void {
    const counts = [...tally.values()]
    const done = counts.reduce((sum, count) => sum + count.done, 0)
    const refused = counts.reduce((sum, count) => sum + count.refused, 0)
    process.stdout.write(
      `model: ${runs} histories × ${commands} commands from seed ${seed}: ${done} done, ${refused} refused\n` +
        [...tally].map(([act, count]) => `  ${act}: ${count.done} done, ${count.refused} refused\n`).join(''),
    )
  }
})
