import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { withClient } from '../../scripts/lib/database.mjs'
import { applyMigrations } from '../../scripts/lib/migrate.mjs'
import { inProject } from '../../scripts/lib/project.mjs'
import { withDatabase } from './server'

/** Makes one run wait for another that is making the template. */
const TEMPLATE_LOCK = 72_707_370
const WORKER_PREFIX = 'assay_test_'
const LEFT_OVER_AFTER_S = 3_600

/**
 * Makes a migrated template on the server that ASSAY_TEST_DATABASE_URL names, once for each state of the migrations, and
 * removes this run's databases afterwards. Workers copy the template: see database.ts.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = serverUrl()
  const template = `assay_template_${migrationsFingerprint()}`
  const now = Math.floor(Date.now() / 1_000)
  const prefix = `${WORKER_PREFIX}${now}_${randomBytes(4).toString('hex')}_`
  await withClient(adminUrl, async client => {
    await dropWorkers(client, name => now - startOf(name) > LEFT_OVER_AFTER_S)
    await makeTemplate(client, adminUrl, template)
  })
  project.provide('testServer', { adminUrl, template, prefix })
  return async () => {
    await withClient(adminUrl, client => dropWorkers(client, name => name.startsWith(prefix)))
  }
}

function serverUrl(): string {
  // biome-ignore lint/style/noProcessEnv: the one setting of the tests themselves; the product never reads it.
  const url = process.env.ASSAY_TEST_DATABASE_URL
  if (url) return url
  throw new Error(
    'Integration tests need a PostgreSQL server of their own. Run `npm test`, which brings one, or set ' +
      'ASSAY_TEST_DATABASE_URL to a connection string for a role that may create databases.',
  )
}

function migrationsFingerprint(): string {
  const folder = inProject('prisma/migrations')
  const hash = createHash('sha256')
  const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(name).update(readFileSync(path.join(folder, name, 'migration.sql')))
  }
  return hash.digest('hex').slice(0, 12)
}

async function makeTemplate(client: Client, adminUrl: string, template: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
  if (rowCount) return
  // Under its final name only once it is whole: an interrupted run must not leave half a template.
  const draft = `${template}_draft`
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${draft}`)
  await applyMigrations({ url: withDatabase(adminUrl, draft) })
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
}

async function dropWorkers(client: Client, isMeant: (name: string) => boolean): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `${WORKER_PREFIX}%`,
  ])
  for (const { datname } of rows.filter(row => isMeant(row.datname))) {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`)
  }
}

/** Seconds since 1970 at which the run began whose database this is. */
function startOf(name: string): number {
  return Number(name.slice(WORKER_PREFIX.length).split('_')[0])
}
