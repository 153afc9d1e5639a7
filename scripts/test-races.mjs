import './lib/require-node.mjs'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/command.mjs'
import { prepareLongTests, wholeNumber } from './lib/long-tests.mjs'

// `npm run test:races`: each race of lib/use-cases/claims/races.int.test.ts a thousand times, or `--rounds` times.
await runCommand(async defer => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1000' } } })
  const rounds = wholeNumber('--rounds', values.rounds)
  const runTest = await prepareLongTests(defer)
  const { code } = await runTest('lib/use-cases/claims/races.int.test.ts', { ASSAY_TEST_RACE_ROUNDS: rounds }, true)
  return code === 0 ? 0 : 1
})
