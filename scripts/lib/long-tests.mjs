import { install } from './install.mjs'
import { generatePrismaClient } from './prisma-generate.mjs'
import { Problem } from './problem.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { throwawayPostgres } from './test-desk.mjs'

/**
 * Makes ready to run integration test files in their long form: on a throw-away PostgreSQL, or on the server that
 * ASSAY_TEST_DATABASE_URL names. Every run that is begun has databases of its own.
 * @param {import('./command.mjs').Defer} defer
 * @returns {Promise<(file: string, settings: Record<string, string>, show?: boolean) =>
 *   Promise<{ code: number, output: string }>>} settings are read by prisma/testing/soak-settings.ts
 */
export async function prepareLongTests(defer) {
  await install({ withTools: true })
  await generatePrismaClient()
  const url = process.env.ASSAY_TEST_DATABASE_URL ?? (await throwawayPostgres(defer)()).url
  return (file, settings, show = false) => {
    const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', file]
    return run(process.execPath, args, { env: { ...process.env, ...settings, ASSAY_TEST_DATABASE_URL: url }, show })
  }
}

/**
 * @param {string} option
 * @param {string} value as typed
 */
export function wholeNumber(option, value) {
  if (/^[1-9]\d{0,8}$/.test(value)) return value
  throw new Problem(`${option} takes a whole number above 0, not "${value}".`)
}
