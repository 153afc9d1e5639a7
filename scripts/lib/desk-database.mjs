import { ensureDatabase, refuseForgetfulServer } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { applyMigrations } from './migrate.mjs'
import { step } from './step.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */

/** The embedded server's one database for people's work. */
const DATABASE = 'assay'

/**
 * The migrated database of a desk: the named one if it can be trusted with people's work, else the embedded one, which
 * stops when the command does.
 * @param {Settings} settings
 * @param {import('./command.mjs').Defer} defer
 * @returns {Promise<{ url: string, isEmbedded: boolean }>}
 */
export async function openDeskDatabase(settings, defer) {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl
    await step('Checking the database', () => refuseForgetfulServer(settings.directUrl || url))
    await migrate(settings.directUrl || url)
    return { url, isEmbedded: false }
  }
  const postgres = await step('Starting PostgreSQL', () => startPostgres({ dataDir: settings.dataDir }))
  defer(postgres.stop)
  await ensureDatabase(postgres.url, DATABASE)
  const url = postgres.urlOf(DATABASE)
  await migrate(url)
  return { url, isEmbedded: true }
}

/** @param {string} url */
async function migrate(url) {
  const applied = await step('Applying migrations', () => applyMigrations({ url }))
  if (applied.length > 0)
    console.log(`  Database: ${applied.length === 1 ? '1 migration' : `${applied.length} migrations`} applied`)
}
