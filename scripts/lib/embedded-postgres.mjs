import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { clusterPlace } from './cluster-place.mjs'
import { withLock } from './pid-lock.mjs'
import { postgresBinaries } from './postgres-binaries.mjs'
import { findPostmaster, launchPostmaster, postgresEnvironment, stopPostmaster, whenReady } from './postmaster.mjs'
import { codeOf, Problem } from './problem.mjs'
import { identityOf, isAlive } from './process-identity.mjs'
import { tailOf } from './run.mjs'
import { secretsOf } from './secrets.mjs'

/** @typedef {import('./cluster-place.mjs').Account} Account */
/**
 * @typedef {object} EmbeddedPostgres a running server, of which this process is one user
 * @property {string} url of its maintenance database; the role may do everything
 * @property {number} port on 127.0.0.1
 * @property {string} folder that holds the database files
 * @property {boolean} isFresh whether its files were made by this very start
 * @property {(database: string) => string} urlOf the address of one of its databases
 * @property {() => Promise<void>} stop ends this process's use, and the server too if nobody else living uses it
 */

const ROLE = 'assay'
const THROWAWAY_PREFIX = 'assay-test-'
const YOUNG_MS = 60_000

const LOOPBACK_ONLY = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_timezone: 'UTC',
  timezone: 'UTC',
}
// On the command line, so that they win over an edited postgresql.conf.
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const THROWAWAY = { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' }

/**
 * Starts the embedded PostgreSQL of a data folder, making its files at the first start, or joins the server that
 * already runs on it: another command's, or one whose starter was killed.
 *
 * The server listens on the loopback interface alone, on a free port, and asks for a generated password. A throw-away
 * one (`ephemeral`) gets a new folder under the one for temporary files, gone again when it stops, and does not wait
 * for the disk.
 * @param {{ dataDir: string, ephemeral?: false } | { ephemeral: true, dataDir?: undefined }} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres({ dataDir, ephemeral = false }) {
  if (ephemeral) await sweepThrowaways()
  const folder = path.resolve(dataDir ?? mkdtempSync(path.join(os.tmpdir(), THROWAWAY_PREFIX)))
  if (ephemeral && process.getuid?.() === 0) chmodSync(folder, 0o711)
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const { postgresPassword: password } = secretsOf(folder)

  const { port, isFresh, cluster } = await withLock(lockOf(folder), 'starting the database', async lock => {
    const place = clusterPlace(folder)
    const cluster = path.join(place.folder, 'postgres')
    const { initdb, postgres } = postgresBinaries({ account: place.account, copyFolder: place.folder })
    await stopOutdated(folder, cluster)
    let server = await whenReady(cluster)
    const isNew = !server && !existsSync(path.join(cluster, 'PG_VERSION'))
    if (isNew)
      await makeCluster({ initdb, cluster, account: place.account, password, ephemeral, onStart: lock.shareWith })
    const settings = { ...LOOPBACK_ONLY, ...(ephemeral ? THROWAWAY : DURABLE) }
    server ??= await launchPostmaster({
      postgres,
      cluster,
      log: path.join(folder, 'postgres.log'),
      account: place.account,
      settings,
    })
    addUser(folder)
    return { port: server.port, isFresh: isNew, cluster }
  })

  const urlOf = (/** @type {string} */ database) =>
    `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  return { url: urlOf('postgres'), port, folder: cluster, isFresh, urlOf, stop: () => leave(folder, { ephemeral }) }
}

/**
 * The other living processes that use the server of a data folder.
 * @param {string} dataDir
 * @returns {number[]} process ids
 */
export function otherUsersOf(dataDir) {
  return usersOf(dataDir)
    .filter(user => user !== identityOf(process.pid))
    .map(user => Number.parseInt(user, 10))
}

/**
 * Stops the server of a data folder that nobody living uses, and deletes its database files. Secrets stay.
 * @param {string} dataDir
 */
export async function deleteCluster(dataDir) {
  if (!existsSync(dataDir)) return
  await withLock(lockOf(dataDir), 'deleting the database', async () => {
    const cluster = path.join(clusterPlace(dataDir).folder, 'postgres')
    await stopPostmaster(cluster)
    rmSync(cluster, { recursive: true, force: true })
  })
}

/**
 * Makes the database files beside their place and moves them there when complete, so that an interrupted start leaves nothing
 * half made.
 * @param {{ initdb: string, cluster: string, account: Account, password: string, ephemeral: boolean, onStart: (pid: number) => void }} options
 */
async function makeCluster({ initdb, cluster, account, password, ephemeral, onStart }) {
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  rmSync(draft, { recursive: true, force: true })
  rmSync(cluster, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const file of [draft, passwordFile]) chownSync(file, account.uid, account.gid)
  }
  // "und" is ICU's root collation: the same order on every machine, whatever locales its system has.
  const args = [
    `--pgdata=${draft}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    ...(ephemeral ? ['--no-sync'] : []),
  ]
  try {
    await new Promise((resolve, reject) => {
      const child = spawn(initdb, args, {
        ...account,
        cwd: '/',
        env: postgresEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', chunk => {
          output += chunk
        })
      }
      child.on('spawn', () => onStart(child.pid ?? 0))
      child.on('error', error => reject(new Problem(cannotMake(error.message))))
      child.on('close', code => (code === 0 ? resolve(undefined) : reject(new Problem(cannotMake(tailOf(output, 12))))))
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, cluster)
}

/** @param {string} reason */
function cannotMake(reason) {
  return `The embedded PostgreSQL could not make its files.\n\n${reason}\n\nIf this platform cannot run it, set DATABASE_URL to a PostgreSQL of your own.`
}

/**
 * A server left over from before the packages were replaced runs from deleted files and fails at the first library it
 * still has to load. Nobody living uses it, so it makes way.
 * @param {string} dataDir
 * @param {string} cluster
 */
async function stopOutdated(dataDir, cluster) {
  const server = findPostmaster(cluster)
  if (server && usersOf(dataDir).length === 0 && isProgramDeleted(server.pid)) await stopPostmaster(cluster)
}

/** @param {number} pid */
function isProgramDeleted(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)')
  } catch {
    return false
  }
}

/**
 * @param {string} dataDir
 * @param {{ ephemeral: boolean }} options
 */
async function leave(dataDir, { ephemeral }) {
  await withLock(lockOf(dataDir), 'stopping the database', async () => {
    rmSync(path.join(dataDir, 'users', String(process.pid)), { force: true })
    if (usersOf(dataDir).length > 0) return
    await stopPostmaster(path.join(clusterPlace(dataDir).folder, 'postgres'))
  })
  if (ephemeral) deleteThrowaway(dataDir)
}

/** @param {string} dataDir */
function addUser(dataDir) {
  mkdirSync(path.join(dataDir, 'users'), { recursive: true })
  writeFileSync(path.join(dataDir, 'users', String(process.pid)), identityOf(process.pid) ?? '')
}

/**
 * Identities of the living processes that use the server; forgets the dead ones.
 * @param {string} dataDir
 */
function usersOf(dataDir) {
  const folder = path.join(dataDir, 'users')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(name => {
    const file = path.join(folder, name)
    try {
      const identity = readFileSync(file, 'utf8')
      if (isAlive(identity)) return [identity]
      rmSync(file, { force: true })
    } catch (error) {
      // Its process has just left.
      if (codeOf(error) !== 'ENOENT') throw error
    }
    return []
  })
}

/** Removes the throw-away servers of test runs that were killed. */
async function sweepThrowaways() {
  for (const name of readdirSync(os.tmpdir()).filter(entry => entry.startsWith(THROWAWAY_PREFIX))) {
    const folder = path.join(os.tmpdir(), name)
    const about = statSync(folder, { throwIfNoEntry: false })
    const isMine = about?.uid === process.getuid?.()
    // One made a moment ago may not have its user entered yet.
    if (!about || !isMine || Date.now() - about.mtimeMs < YOUNG_MS || usersOf(folder).length > 0) continue
    await stopPostmaster(path.join(clusterPlace(folder).folder, 'postgres'))
    deleteThrowaway(folder)
  }
}

/** @param {string} folder */
function deleteThrowaway(folder) {
  const place = clusterPlace(folder).folder
  if (place !== folder) rmSync(place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** @param {string} dataDir */
function lockOf(dataDir) {
  return path.join(dataDir, 'postgres.lock')
}
