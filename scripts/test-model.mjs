import './lib/require-node.mjs'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command.mjs'
import { prepareLongTests, wholeNumber } from './lib/long-tests.mjs'

const FILE = 'prisma/model/desk-model.int.test.ts'
/** A part has a database of its own: in one that grows, every look at all rows takes longer than the last. */
const HISTORIES_A_PART = 50
/** So many histories do everything that can be done, and are refused everything. */
const ENOUGH_FOR_ALL = 100
/** As many processes as keep two cores busy with the database beside them. */
const PARTS_AT_ONCE = 2

// `npm run test:model`: many long random histories against the model (prisma/model). `--seed` repeats one that failed.
await runCommand(async defer => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '2000' },
      commands: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 900_000_000)) },
    },
  })
  const runs = Number(wholeNumber('--runs', values.runs))
  const commands = wholeNumber('--commands', values.commands)
  const seed = Number(wholeNumber('--seed', values.seed))
  const runPart = await prepareLongTests(defer)
  let histories = 0
  /** @type {Map<string, { done: number, refused: number }>} by act */
  const tally = new Map()
  let failures = 0
  let next = 0
  const work = async () => {
    while (next < runs && failures === 0) {
      const first = next
      const part = Math.min(HISTORIES_A_PART, runs - first)
      next += part
      const { code, output } = await runPart(FILE, {
        ASSAY_TEST_MODEL_RUNS: String(part),
        ASSAY_TEST_MODEL_COMMANDS: commands,
        ASSAY_TEST_MODEL_SEED: String(seed + first),
        ASSAY_TEST_MODEL_THOROUGH: '1',
      })
      if (code !== 0) {
        failures++
        process.stdout.write(output)
        continue
      }
      for (const [, act, done, refused] of output.matchAll(/^ {2}(\w+): (\d+) done, (\d+) refused$/gm)) {
        const count = tally.get(`${act}`) ?? { done: 0, refused: 0 }
        tally.set(`${act}`, { done: count.done + Number(done), refused: count.refused + Number(refused) })
      }
      histories += part
      process.stdout.write(`… ${histories} of ${runs} histories\n`)
    }
  }
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, work))
  const sum = (/** @type {'done' | 'refused'} */ what) => [...tally.values()].reduce((all, one) => all + one[what], 0)
  const never = [...tally].filter(([, { done, refused }]) => done === 0 || refused === 0).map(([act]) => act)
  for (const [act, { done, refused }] of tally) process.stdout.write(`  ${act}: ${done} done, ${refused} refused\n`)
  process.stdout.write(
    `model: ${histories} of ${runs} histories × ${commands} commands from seed ${seed}: ` +
      `${sum('done')} done, ${sum('refused')} refused, ${failures} parts failed\n`,
  )
  if (runs < ENOUGH_FOR_ALL || never.length === 0) return failures === 0 ? 0 : 1
  process.stdout.write(`These were never done, or never refused: ${never.join(', ')}\n`)
  return 1
})
