/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 */

/**
 * What vitest's JSON report counts. A file that could not be loaded names no test, and counts as one failure.
 * @param {{ testResults: Array<{ status: string, assertionResults: Array<{ status: string }> }> }} report
 * @returns {Tally}
 */
export function tallyOfVitest({ testResults }) {
  const results = testResults.flatMap(file => file.assertionResults)
  const broken = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: results.filter(({ status }) => status === 'failed').length + broken.length,
  }
}

/**
 * What Playwright's JSON report counts. A test that passed only when tried again has failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/**
 * A runner that ends in failure without naming one (it crashed, or found no test) counts as one failure.
 * @param {Tally | undefined} tally undefined when it left no report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function honest(tally, exitCode) {
  const { passed, failed } = tally ?? { passed: 0, failed: 0 }
  return { passed, failed: failed === 0 && (exitCode !== 0 || !tally) ? 1 : failed }
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  }
}
