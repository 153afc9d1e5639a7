import { describe, expect, it } from 'vitest'
import { honest, sumOf, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(test => ({ status: test })),
})

describe('tallyOfVitest', () => {
  it.each([
    ['passing and skipped tests', [file('passed', 'passed', 'passed', 'skipped')], { passed: 2, failed: 0 }],
    ['failing tests', [file('failed', 'passed', 'failed', 'failed')], { passed: 1, failed: 2 }],
    ['a file that could not be loaded', [file('passed', 'passed'), file('failed')], { passed: 1, failed: 1 }],
    ['a file that fails outside its tests', [file('failed', 'passed')], { passed: 1, failed: 1 }],
  ])('counts %s', (_case, testResults, expected) => {
    expect(tallyOfVitest({ testResults })).toEqual(expected)
  })
})

describe('tallyOfPlaywright', () => {
  it('counts a flaky test, and an error outside tests, as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }
    expect(tallyOfPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 })
  })
})

describe('honest', () => {
  it.each([
    ['a clean run', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    ['failures that are named', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
    ['a failure that nothing names', { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
    ['a run without a report', undefined, 0, { passed: 0, failed: 1 }],
  ])('%s', (_case, tally, exitCode, expected) => {
    expect(honest(tally, exitCode)).toEqual(expected)
  })
})

describe('sumOf', () => {
  it('adds up', () => {
    expect(
      sumOf([
        { passed: 1, failed: 2 },
        { passed: 3, failed: 4 },
      ]),
    ).toEqual({ passed: 4, failed: 6 })
    expect(sumOf([])).toEqual({ passed: 0, failed: 0 })
  })
})
