import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inProject, stateFolder } from './project.mjs'
import { run } from './run.mjs'
import { honest, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'

const VITEST = inProject('node_modules/vitest/vitest.mjs')
const PLAYWRIGHT = inProject('node_modules/@playwright/test/cli.js')

/**
 * Runs one vitest project and counts its tests.
 * @param {'unit' | 'integration'} project
 * @param {Record<string, string>} [env] on top of this process's
 */
export async function runVitest(project, env) {
  const report = reportFile(project)
  const args = [
    VITEST,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code } = await run(process.execPath, args, { env: { ...process.env, ...env }, show: true })
  return honest(readReport(report, tallyOfVitest), code)
}

/**
 * Runs the browser tests and counts them.
 * @param {Record<string, string>} env on top of this process's
 */
export async function runPlaywright(env) {
  const report = reportFile('e2e')
  const { code } = await run(process.execPath, [PLAYWRIGHT, 'test', '--reporter=list,json'], {
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: true,
  })
  return honest(readReport(report, tallyOfPlaywright), code)
}

/**
 * A place for a runner's report, without what an earlier run left there.
 * @param {string} name
 */
function reportFile(name) {
  const folder = path.join(stateFolder, 'reports')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}-${process.pid}.json`)
  rmSync(file, { force: true })
  return file
}

/**
 * @template Report
 * @template Result
 * @param {string} file
 * @param {(report: Report) => Result} tallyOf
 * @returns {Result | undefined}
 */
function readReport(file, tallyOf) {
  try {
    return tallyOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  } finally {
    rmSync(file, { force: true })
  }
}
