import './lib/require-node.mjs'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command.mjs'
import { prepareLongTests, wholeNumber } from './lib/long-tests.mjs'

const FILE = 'prisma/model/desk-model.int.test.ts'
/** A part of the run has a database of its own: in one that grows, every look at all rows takes longer than the last. */
const HISTORIES_A_PART = 50
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
  const total = { histories: 0, done: 0, refused: 0 }
  let failures = 0
  let next = 0
  const work = async () => {
    while (next < runs && failures === 0) {
      const first = next
      const histories = Math.min(HISTORIES_A_PART, runs - first)
      next += histories
      const { code, output } = await runPart(FILE, {
        ASSAY_TEST_MODEL_RUNS: String(histories),
        ASSAY_TEST_MODEL_COMMANDS: commands,
        ASSAY_TEST_MODEL_SEED: String(seed + first),
        ASSAY_TEST_MODEL_THOROUGH: '1',
      })
      const [, done, refused] = output.match(/(\d+) done, (\d+) refused/) ?? []
      if (code !== 0 || done === undefined || refused === undefined) {
        failures++
        process.stdout.write(output)
        continue
      }
      total.histories += histories
      total.done += Number(done)
      total.refused += Number(refused)
      process.stdout.write(`… ${total.histories} of ${runs} histories\n`)
    }
  }
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, work))
  process.stdout.write(
    `model: ${total.histories} of ${runs} histories × ${commands} commands from seed ${seed}: ` +
      `${total.done} done, ${total.refused} refused, ${failures} parts failed\n`,
  )
  return failures === 0 ? 0 : 1
})
