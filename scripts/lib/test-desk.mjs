import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureDatabase } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { applyMigrations } from './migrate.mjs'
import { freePort } from './port.mjs'
import { inProject, stateFolder } from './project.mjs'
import { tailOf } from './run.mjs'
import { seedDemo } from './seed.mjs'
import { startServer, whenServing } from './server-process.mjs'
import { announce, withdraw } from './serving.mjs'
import { readSettings, serverEnvironment } from './settings.mjs'
import { step } from './step.mjs'

/** @typedef {import('./command.mjs').Defer} Defer */
/** @typedef {import('./embedded-postgres.mjs').EmbeddedPostgres} EmbeddedPostgres */

const LOG = path.join(stateFolder, 'e2e-server.log')

/**
 * A throw-away PostgreSQL, started when first asked for.
 * @param {Defer} defer
 * @returns {() => Promise<EmbeddedPostgres>}
 */
export function throwawayPostgres(defer) {
  /** @type {Promise<EmbeddedPostgres> | undefined} */
  let starting
  return () => {
    starting ??= step('Starting a throw-away PostgreSQL', async () => {
      const postgres = await startPostgres({ ephemeral: true })
      defer(postgres.stop)
      return postgres
    })
    return starting
  }
}

/**
 * Serves a build on a free port over the sample desk in a database of its own, until the command ends. Its output goes
 * to .assay/e2e-server.log.
 * @param {{ postgres: EmbeddedPostgres, build: import('./build.mjs').Build, defer: Defer }} options
 * @returns {Promise<{ url: string, databaseUrl: string, demo: import('./seed.mjs').Demo, log: string, stop: () => Promise<void> }>}
 */
export async function serveSampleDesk({ postgres, build, defer }) {
  const database = 'assay_e2e'
  await ensureDatabase(postgres.url, database)
  const databaseUrl = postgres.urlOf(database)
  await applyMigrations({ url: databaseUrl })

  const port = await freePort()
  const dataDir = path.join(stateFolder, 'e2e-data')
  rmSync(dataDir, { recursive: true, force: true })
  // Nothing of the person's own settings: the tests know one desk.
  const settings = readSettings({ PORT: String(port), ASSAY_DATA_DIR: dataDir })
  const env = {
    ...serverEnvironment(settings, { databaseUrl, distDir: build.distDir }),
    ASSAY_DEMO: '1',
    // Hundreds of sign-ins from one address are an attack elsewhere.
    ASSAY_RATE_FACTOR: '1000',
  }
  const demo = await step('Loading the sample desk', () => seedDemo([inProject(build.bundles, 'seed.mjs')], env))

  mkdirSync(path.dirname(LOG), { recursive: true })
  rmSync(LOG, { force: true })
  const about = { command: 'npm test', port, distDir: build.distDir }
  announce(about)
  defer(withdraw)
  const server = startServer([inProject(build.bundles, 'server.mjs')], { env, log: LOG })
  defer(server.stop)
  announce({ ...about, serverPid: server.pid })
  try {
    await step('Starting the server', () => whenServing(server, port))
  } catch (error) {
    console.log(tailOf(readFileSync(LOG, 'utf8')))
    throw error
  }
  return { url: settings.url, databaseUrl, demo, log: LOG, stop: server.stop }
}
