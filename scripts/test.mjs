import './lib/require-node.mjs'
import { buildIfStale, isStale, MAIN_BUILD, TEST_BUILD } from './lib/build.mjs'
import { findChromium } from './lib/chromium.mjs'
import { explain, runCommand } from './lib/command.mjs'
import { install } from './lib/install.mjs'
import { generatePrismaClient } from './lib/prisma-generate.mjs'
import { Problem } from './lib/problem.mjs'
import { othersServing } from './lib/serving.mjs'
import { checkImports, checkStyle, checkTypes } from './lib/static-suites.mjs'
import { interruption, step } from './lib/step.mjs'
import { chooseSuites, inWords, runSuites } from './lib/suites.mjs'
import { serveSampleDesk, throwawayPostgres } from './lib/test-desk.mjs'
import { runPlaywright, runVitest } from './lib/test-runners.mjs'

// `npm test`: everything that must hold, from a fresh clone; `npm test -- unit e2e` for some of it. The last line is the sum.
await runCommand(async defer => {
  const postgres = throwawayPostgres(defer)
  const suites = chooseSuites(
    {
      types: checkTypes,
      lint: checkStyle,
      structure: checkImports,
      unit: () => runVitest('unit'),
      integration: async () => runVitest('integration', { ASSAY_TEST_DATABASE_URL: (await postgres()).url }),
      build: async () => {
        await buildIfStale(buildForTests())
        return { passed: 1, failed: 0 }
      },
      e2e,
    },
    process.argv.slice(2),
  )

  async function e2e() {
    const build = buildForTests()
    await buildIfStale(build)
    const chromium = await step('Looking for a browser', findChromium)
    if (!chromium)
      throw new Problem('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.')
    const desk = await serveSampleDesk({ postgres: await postgres(), build, defer })
    const tally = await runPlaywright({
      BASE_URL: desk.url,
      ASSAY_E2E_DATABASE_URL: desk.databaseUrl,
      ASSAY_E2E_DEMO: JSON.stringify(desk.demo),
      CHROMIUM_PATH: chromium.executablePath ?? '',
      CHROMIUM_ARGS: JSON.stringify(chromium.args),
    })
    if (tally.failed > 0) console.log(`The server’s log: ${desk.log}`)
    return tally
  }

  const tally = await prepare().then(() => runSuites(suites), whenUnprepared)
  process.stdout.write(`\n${inWords(tally)}\n`)
  return tally.failed === 0 ? 0 : 1
})

async function prepare() {
  await install({ withTools: true })
  await generatePrismaClient()
}

/**
 * Even without packages there is a last line to read.
 * @param {unknown} error
 */
function whenUnprepared(error) {
  interruption.signal.throwIfAborted()
  explain(error)
  return { passed: 0, failed: 1 }
}

/** The main build, unless making it would pull it from under a running server. */
function buildForTests() {
  const isServed = othersServing().some(({ distDir }) => distDir === MAIN_BUILD.distDir)
  return isServed && isStale(MAIN_BUILD) ? TEST_BUILD : MAIN_BUILD
}
