import path from 'node:path'
import { ensureDatabase, hasDatabase, refuseForgetfulServer, withClient, withoutPassword } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { applyMigrations } from './migrate.mjs'
import { withLock } from './pid-lock.mjs'
import { step } from './step.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./embedded-postgres.mjs').EmbeddedPostgres} EmbeddedPostgres */
/**
 * @typedef {object} DeskDatabase
 * @property {boolean} isEmbedded
 * @property {string} place where the data is, in words that may be shown
 * @property {<Result>(load: (url: string) => Promise<Result>) => Promise<{ url: string, result: Result }>} makeReady
 *   migrates it, has it loaded with what a desk begins with, and gives its address
 */

/** The embedded server's one database for people's work, and what it is called until it is complete. */
const DATABASE = 'assay'
const DRAFT = 'assay_draft'

/**
 * The database of a desk: the named one if it can be trusted with people's work, else one on the embedded server, which
 * stops when the command does.
 * @param {Settings} settings
 * @param {import('./command.mjs').Defer} defer
 * @returns {Promise<DeskDatabase>}
 */
export async function openDeskDatabase(settings, defer) {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl
    await step('Checking the database', () => refuseForgetfulServer(settings.directUrl || url))
    await migrate(settings.directUrl || url)
    return {
      isEmbedded: false,
      place: `database ${withoutPassword(url)}`,
      makeReady: async load => ({ url, result: await load(url) }),
    }
  }
  const postgres = await step('Starting PostgreSQL', () => startPostgres({ dataDir: settings.dataDir }))
  defer(postgres.stop)
  const lockFile = path.join(settings.dataDir, 'database.lock')
  return {
    isEmbedded: true,
    place: postgres.folder,
    makeReady: load => withLock(lockFile, 'preparing the database', () => readyOn(postgres, load)),
  }
}

/**
 * A new database bears its name only once it is loaded: histories cannot be taken back, so a load cut short could neither be
 * continued nor undone.
 * @template Result
 * @param {EmbeddedPostgres} postgres
 * @param {(url: string) => Promise<Result>} load
 */
async function readyOn(postgres, load) {
  const url = postgres.urlOf(DATABASE)
  if (await hasDatabase(postgres.url, DATABASE)) {
    await migrate(url)
    return { url, result: await load(url) }
  }
  await withClient(postgres.url, client => client.query(`DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`))
  await ensureDatabase(postgres.url, DRAFT)
  await migrate(postgres.urlOf(DRAFT))
  const result = await load(postgres.urlOf(DRAFT))
  await withClient(postgres.url, client => client.query(`ALTER DATABASE ${DRAFT} RENAME TO ${DATABASE}`))
  return { url, result }
}

/** @param {string} url */
async function migrate(url) {
  const applied = await step('Applying migrations', () => applyMigrations({ url }))
  if (applied.length > 0)
    console.log(`  Database: ${applied.length === 1 ? '1 migration' : `${applied.length} migrations`} applied`)
}
