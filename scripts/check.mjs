import './lib/require-node.mjs'
import { runCommand } from './lib/command.mjs'
import { install } from './lib/install.mjs'
import { generatePrismaClient } from './lib/prisma-generate.mjs'
import { checkImports, checkStyle, checkTypes } from './lib/static-suites.mjs'
import { chooseSuites, inWords, runSuites } from './lib/suites.mjs'
import { runVitest } from './lib/test-runners.mjs'

// `npm run check`: what of `npm test` is over in seconds, for the moment before a commit.
await runCommand(async () => {
  await install({ withTools: true })
  await generatePrismaClient()
  const suites = { types: checkTypes, lint: checkStyle, structure: checkImports, unit: () => runVitest('unit') }
  const tally = await runSuites(chooseSuites(suites, process.argv.slice(2)))
  console.log(`\n${inWords(tally)}`)
  return tally.failed === 0 ? 0 : 1
})
