import './lib/require-node.mjs'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command.mjs'
import { runLongTest, wholeNumber } from './lib/long-tests.mjs'

// `npm run test:model`: many long random histories against the model (prisma/model). `--seed` repeats one that failed.
await runCommand(async defer => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '2000' },
      commands: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 900_000_000)) },
    },
  })
  return await runLongTest(defer, 'prisma/model/desk-model.int.test.ts', {
    ASSAY_TEST_MODEL_RUNS: wholeNumber('--runs', values.runs),
    ASSAY_TEST_MODEL_COMMANDS: wholeNumber('--commands', values.commands),
    ASSAY_TEST_MODEL_SEED: wholeNumber('--seed', values.seed),
    ASSAY_TEST_MODEL_THOROUGH: '1',
  })
})
