import { install } from './install.mjs'
import { generatePrismaClient } from './prisma-generate.mjs'
import { Problem } from './problem.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { throwawayPostgres } from './test-desk.mjs'

/**
 * Runs one integration test file in its long form: on a throw-away PostgreSQL, or on the server that
 * ASSAY_TEST_DATABASE_URL names.
 * @param {import('./command.mjs').Defer} defer
 * @param {string} file
 * @param {Record<string, string>} settings read by prisma/testing/soak-settings.ts
 * @returns {Promise<number>} the exit code
 */
export async function runLongTest(defer, file, settings) {
  await install({ withTools: true })
  await generatePrismaClient()
  const url = process.env.ASSAY_TEST_DATABASE_URL ?? (await throwawayPostgres(defer)()).url
  const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', file]
  const env = { ...process.env, ...settings, ASSAY_TEST_DATABASE_URL: url }
  const { code } = await run(process.execPath, args, { env, show: true })
  return code === 0 ? 0 : 1
}

/**
 * @param {string} option
 * @param {string} value as typed
 */
export function wholeNumber(option, value) {
  if (/^[1-9]\d{0,8}$/.test(value)) return value
  throw new Problem(`${option} takes a whole number above 0, not "${value}".`)
}
