import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withClient, withoutPassword } from './database.mjs'
import { Problem } from './problem.mjs'
import { inProject } from './project.mjs'

/**
 * @typedef {object} Migration one folder of prisma/migrations
 * @property {string} name
 * @property {string} sql
 */
/**
 * @typedef {object} Row one line of `_prisma_migrations`
 * @property {string} migration_name
 * @property {string} checksum
 * @property {Date | null} finished_at
 * @property {Date | null} rolled_back_at
 * @property {string | null} [logs]
 */

/** The advisory lock that Prisma's own engine takes, so that the two exclude each other. */
const PRISMA_LOCK = 72_707_369
const OUTSIDE_TRANSACTION = '-- assay:no-transaction'

// As prisma-engines creates it (schema-engine, sql_migration_persistence.rs), so that `prisma migrate status` can read it.
const CREATE_HISTORY = `
  CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Brings a database up to this checkout's migrations, each in one transaction together with its line of history, and
 * returns the names of those it applied. Several may call it at once: they take turns.
 *
 * A migration whose first line is `-- assay:no-transaction` runs outside a transaction (CREATE INDEX CONCURRENTLY) and
 * holds a single statement. Throws a Problem when history and folder contradict each other, or a migration fails.
 * @param {{ url: string, folder?: string }} options
 * @returns {Promise<string[]>}
 */
export async function applyMigrations({ url, folder = inProject('prisma/migrations') }) {
  const migrations = readMigrations(folder)
  return withClient(url, async client => {
    await client.query('SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    const pending = pendingOf(migrations, await readHistory(client, url))
    for (const migration of pending) await apply(client, migration)
    return pending.map(migration => migration.name)
  })
}

/**
 * The migrations still to apply, in order. Throws a Problem when one has failed, was edited after it was applied, or is in
 * the database and not in the folder.
 * @param {readonly Migration[]} migrations
 * @param {readonly Row[]} history
 * @returns {Migration[]}
 */
export function pendingOf(migrations, history) {
  const rows = history.filter(row => row.rolled_back_at === null)
  const failed = rows.find(row => row.finished_at === null)
  if (failed) {
    throw new Problem(
      `The migration ${failed.migration_name} failed or was interrupted, and the database may hold half of it.\n${failed.logs ?? ''}\n` +
        `Put the database right by hand or from a backup, then say which it is:\n` +
        `  npx prisma migrate resolve --rolled-back ${failed.migration_name}   (it will be applied again)\n` +
        `  npx prisma migrate resolve --applied ${failed.migration_name}`,
    )
  }
  const byName = new Map(migrations.map(migration => [migration.name, migration]))
  const unknown = rows.find(row => !byName.has(row.migration_name))
  if (unknown) {
    throw new Problem(
      `The database has the migration ${unknown.migration_name}, which this version of Assay does not: a newer version has used it. Start that one.`,
    )
  }
  const edited = rows.find(row => !matches(row.checksum, byName.get(row.migration_name)?.sql ?? ''))
  if (edited) {
    throw new Problem(
      `The migration ${edited.migration_name} was changed after it was applied, so nobody can say what the database looks like.\n` +
        'Restore its migration.sql (git checkout prisma/migrations) and put the change into a new migration.',
    )
  }
  const applied = new Set(rows.map(row => row.migration_name))
  return migrations.filter(migration => !applied.has(migration.name))
}

/**
 * A migration's checksum as Prisma stores it: SHA-256 of the file, in hex.
 * @param {string} sql
 */
export function checksumOf(sql) {
  return createHash('sha256').update(sql).digest('hex')
}

/**
 * Prisma's comparison too: a checkout may have changed nothing but the line endings.
 * @param {string} checksum
 * @param {string} sql
 */
function matches(checksum, sql) {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some(text => checksumOf(text) === checksum)
}

/**
 * @param {string} folder
 * @returns {Migration[]} in the order of their names
 */
function readMigrations(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const file = path.join(folder, name, 'migration.sql')
      if (!existsSync(file))
        throw new Problem(`${path.join(folder, name)} holds no migration.sql. Restore it, or delete the folder.`)
      return { name, sql: readFileSync(file, 'utf8') }
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
}

/**
 * @param {import('pg').Client} client
 * @param {string} url
 * @returns {Promise<Row[]>}
 */
async function readHistory(client, url) {
  const { rows } = await client.query(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "hasHistory",
           EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()) AS "hasTables"`)
  if (rows[0].hasHistory) {
    const history = await client.query(
      'SELECT migration_name, checksum, finished_at, rolled_back_at, logs FROM _prisma_migrations ORDER BY started_at, migration_name',
    )
    return history.rows
  }
  if (rows[0].hasTables) {
    throw new Problem(
      `The database ${withoutPassword(url)} already holds tables that are not Assay's. Give Assay an empty database.`,
    )
  }
  await client.query(CREATE_HISTORY)
  return []
}

/**
 * @param {import('pg').Client} client
 * @param {Migration} migration
 */
async function apply(client, migration) {
  const { name, sql } = migration
  const id = randomUUID()
  const start = () =>
    client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())',
      [id, checksumOf(sql), name],
    )
  const finish = () =>
    client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )

  if (sql.startsWith(OUTSIDE_TRANSACTION)) {
    await start()
    try {
      await client.query(sql)
    } catch (error) {
      await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, describe(error, sql)])
      throw new Problem(`The migration ${name} failed, and may have left traces: ${describe(error, sql)}`, {
        cause: error,
      })
    }
    await finish()
    return
  }
  await client.query('BEGIN')
  try {
    await start()
    await client.query(sql)
    await finish()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new Problem(`The migration ${name} failed and changed nothing: ${describe(error, sql)}`, { cause: error })
  }
}

/**
 * @param {unknown} error
 * @param {string} sql
 */
function describe(error, sql) {
  if (!(error instanceof Error)) return String(error)
  const position = 'position' in error ? Number(error.position) : Number.NaN
  const line = position > 0 ? ` (migration.sql, line ${sql.slice(0, position).split('\n').length})` : ''
  return `${error.message}${line}`
}
