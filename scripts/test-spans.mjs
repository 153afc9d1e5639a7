import './lib/require-node.mjs'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command.mjs'
import { install } from './lib/install.mjs'
import { wholeNumber } from './lib/long-tests.mjs'
import { inProject } from './lib/project.mjs'
import { run } from './lib/run.mjs'

const FILE = 'lib/domain/map-targets.props.test.ts'

// `npm run test:spans`: random texts, edits and spans against the rule of ANCHORED. `--seed` repeats a run that failed.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 900_000_000)) },
    },
  })
  const settings = {
    ASSAY_TEST_SPAN_RUNS: wholeNumber('--runs', values.runs),
    ASSAY_TEST_SPAN_SEED: wholeNumber('--seed', values.seed),
  }
  await install({ withTools: true })
  const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', FILE]
  const { code } = await run(process.execPath, args, { env: { ...process.env, ...settings }, show: true })
  process.stdout.write(`spans: ${settings.ASSAY_TEST_SPAN_RUNS} runs from seed ${settings.ASSAY_TEST_SPAN_SEED}\n`)
  return code === 0 ? 0 : 1
})
