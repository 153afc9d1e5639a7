import { existsSync } from 'node:fs'
import { hasDatabase } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { Problem } from './problem.mjs'
import { step } from './step.mjs'

/** The embedded server's one database for people's work. */
const DATABASE = 'assay'

/**
 * The address of a desk's database that is there already, for commands that only look: nothing is made or migrated. The
 * embedded server is joined where it runs, and started for as long as the command where it does not.
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./command.mjs').Defer} defer
 */
export async function existingDatabase(settings, defer) {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl) return databaseUrl
  if (!existsSync(dataDir)) throw nothingThere(dataDir)
  const postgres = await step('Opening PostgreSQL', () => startPostgres({ dataDir }))
  defer(postgres.stop)
  if (!(await hasDatabase(postgres.url, DATABASE))) throw nothingThere(dataDir)
  return postgres.urlOf(DATABASE)
}

/** @param {string} dataDir */
function nothingThere(dataDir) {
  return new Problem(
    `There is no desk in ${dataDir} yet. Start one with npm start, or name its place with ASSAY_DATA_DIR or DATABASE_URL.`,
  )
}
