import { codeOf, Problem } from './problem.mjs'

/**
 * Does the work with one connection, which is closed again.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  // Loaded late: these scripts also run before anything is installed.
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  // A connection lost between two queries is reported here, and by the next query; unheard it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Problem(`The database ${withoutPassword(url)} cannot be reached: ${reasonOf(error)}`, { cause: error })
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * @param {string} adminUrl of any database of the server
 * @param {string} name
 */
export async function hasDatabase(adminUrl, name) {
  return withClient(adminUrl, async client => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    return rowCount === 1
  })
}

/**
 * Makes a database if the server has none of that name.
 * @param {string} adminUrl of any database of the server, for a role that may create databases
 * @param {string} name
 */
export async function ensureDatabase(adminUrl, name) {
  if (await hasDatabase(adminUrl, name)) return
  await withClient(adminUrl, async client => {
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
    } catch (error) {
      const isMadeMeanwhile = codeOf(error) === '42P04' || codeOf(error) === '23505'
      if (!isMadeMeanwhile) throw error
    }
  })
}

/**
 * Refuses a server that acknowledges commits it may lose. Of the values of synchronous_commit only "off" does: the
 * others differ in what they ask of replicas.
 * @param {string} url
 */
export async function refuseForgetfulServer(url) {
  const lax = await withClient(url, async client => {
    const { rows } = await client.query(
      "SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off' ORDER BY name",
    )
    return rows.map(row => String(row.name))
  })
  if (lax.length === 0) return
  throw new Problem(
    `The database ${withoutPassword(url)} runs with ${lax.join(' and ')} off: after a crash, verdicts it had confirmed could be gone.\n` +
      `Turn ${lax.length > 1 ? 'them' : 'it'} on (in postgresql.conf, or ALTER SYSTEM SET ${lax[0]} = 'on'), then start again.`,
  )
}

/**
 * A connection address that may be shown.
 * @param {string} url
 */
export function withoutPassword(url) {
  try {
    const { host, pathname } = new URL(url)
    return `${pathname.slice(1) || '(default)'} at ${host}`
  } catch {
    return 'in DATABASE_URL'
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  if (codeOf(error) === '28P01') return 'the password is wrong.'
  if (codeOf(error) === '3D000') return 'it does not exist. Create it first.'
  if (codeOf(error) === 'ECONNREFUSED') return 'nothing listens there. Is the server running?'
  return error instanceof Error && error.message ? error.message : String(codeOf(error) ?? error)
}
