import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, Problem } from './problem.mjs'

/**
 * @typedef {object} Secrets each 256 random bits, base64url
 * @property {string} postgresPassword of the embedded server's only role
 * @property {string} authSecret signs session tokens
 * @property {string} shareSecret the demo's share link derives from it, so that it is the same at every start
 */

const NAMES = /** @type {const} */ (['postgresPassword', 'authSecret', 'shareSecret'])

/**
 * The secrets kept in a data folder, made at the first call; readable by the owner alone.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function secretsOf(dataDir) {
  const file = path.join(dataDir, 'secrets.json')
  const stored = read(file)
  const missing = NAMES.filter(name => !stored[name])
  const secrets = {
    ...stored,
    ...Object.fromEntries(missing.map(name => [name, randomBytes(32).toString('base64url')])),
  }
  if (missing.length > 0) {
    mkdirSync(dataDir, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  }
  return /** @type {Secrets} every name is present now */ (secrets)
}

/**
 * @param {string} file
 * @returns {Partial<Secrets>}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {}
    // New secrets would lock everyone out of the database that the old ones open.
    if (error instanceof SyntaxError) {
      throw new Problem(
        `${file} is damaged. Restore it from a backup, or delete its folder to start over without its data.`,
      )
    }
    throw error
  }
}
