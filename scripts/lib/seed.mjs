import { Problem } from './problem.mjs'
import { run, tailOf } from './run.mjs'

/**
 * @typedef {object} Demo what a person needs to try the demo desk
 * @property {boolean} seeded whether it was loaded just now
 * @property {Array<{ email: string, role: string }>} accounts none if the database holds something else than the demo
 * @property {string} [password] of all of them
 * @property {string} [sharePath]
 */

/**
 * Loads the demo desk into a database that holds no desk, and says how to sign in.
 * @param {readonly string[]} program Node's arguments that run the seed
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Demo>}
 */
export function seedDemo(program, env) {
  return ask([...program, '--if-empty'], env, 'seeded')
}

/**
 * The path at which the first administrator signs up, or null when there is one already.
 * @param {readonly string[]} program Node's arguments that run the seed
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ setupPath: string | null }>}
 */
export function setupLink(program, env) {
  return ask([...program, '--setup-link'], env, 'setupPath')
}

/**
 * The seed answers with one line of JSON; other lines are its log.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} key that the answer has
 */
async function ask(args, env, key) {
  const { code, output } = await run(process.execPath, args, { env })
  const answer = output
    .split('\n')
    .flatMap(line => {
      try {
        return [JSON.parse(line)]
      } catch {
        return []
      }
    })
    .findLast(value => value !== null && typeof value === 'object' && key in value)
  if (code !== 0 || !answer) throw new Problem(`The database could not be filled.\n\n${tailOf(output)}`)
  return answer
}
