import { Problem } from './problem.mjs'
import { interruption, secondsSince } from './step.mjs'
import { sumOf } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {Record<string, () => Promise<Tally>>} Suites by the name a person types, in the order they run */

/**
 * The suites a person named, or all of them.
 * @param {Suites} suites
 * @param {readonly string[]} names
 * @returns {Suites}
 */
export function chooseSuites(suites, names) {
  const unknown = names.find(name => !(name in suites))
  if (unknown !== undefined)
    throw new Problem(`There is no suite "${unknown}". There are: ${Object.keys(suites).join(', ')}.`)
  return names.length === 0
    ? suites
    : Object.fromEntries(Object.entries(suites).filter(([name]) => names.includes(name)))
}

/**
 * Runs suites one after the other, whatever becomes of the earlier ones, and says of each how it went and how long it took.
 * A suite that throws counts as one failure.
 * @param {Suites} suites
 * @returns {Promise<Tally>} of all of them
 */
export async function runSuites(suites) {
  /** @type {Tally[]} */
  const tallies = []
  for (const [name, suite] of Object.entries(suites)) {
    interruption.signal.throwIfAborted()
    console.log(`\n── ${name}`)
    const started = performance.now()
    const tally = await suite().catch(error => {
      console.log(error instanceof Problem ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    // What an interrupted runner reports means nothing.
    interruption.signal.throwIfAborted()
    console.log(`── ${name}: ${inWords(tally)} (${secondsSince(started)})`)
    tallies.push(tally)
  }
  return sumOf(tallies)
}

/**
 * "3 passed, 0 failed".
 * @param {Tally} tally
 */
export function inWords({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
