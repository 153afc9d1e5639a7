import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './port.mjs'
import { Problem } from './problem.mjs'
import { commandLineOf, identityOf } from './process-identity.mjs'
import { tailOf } from './run.mjs'

/** @typedef {import('./cluster-place.mjs').Account} Account */
/** @typedef {{ pid: number, port: number, isReady: boolean }} Postmaster a living server */

const POLL_MS = 20
// Replaying the log after a crash may take as long as the last checkpoint is old.
const READY_MS = 180_000
const RETRY_MS = 20_000
const STOP_MS = 30_000
const ANSWER_MS = 5_000
const LOG_LIMIT_BYTES = 10_000_000

/**
 * The server that runs on a cluster, ready or still starting, or undefined. The file may outlive its server, and its
 * number may meanwhile be another program's.
 * @param {string} cluster
 * @returns {Postmaster | undefined}
 */
export function findPostmaster(cluster) {
  const lines = pidFile(cluster)?.split('\n')
  const pid = Number(lines?.[0])
  if (!lines || !identityOf(pid)) return undefined
  const command = commandLineOf(pid)
  if (command !== undefined && !(command.includes('postgres') && command.includes(cluster))) return undefined
  // Lines 4 and 8 of postmaster.pid (PostgreSQL's src/include/utils/pidfile.h); not there yet in a server's first moments.
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * Waits until a server that is starting takes connections, or one that is going is gone.
 * @param {string} cluster
 * @returns {Promise<Postmaster | undefined>} undefined when there is none, or none any more
 */
export async function whenReady(cluster) {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(POLL_MS)) {
    const server = findPostmaster(cluster)
    if (!server) return undefined
    // Its file says "ready", and its port takes connections, for as long as a killed server takes to disappear.
    if (server.isReady && (await answers(server.port))) return server
  }
  throw new Problem(
    `PostgreSQL in ${cluster} has not become ready within ${READY_MS / 60_000} minutes. See postgres.log beside it.`,
  )
}

/**
 * Starts a server on a cluster that none runs on, on a free port of the loopback interface, and waits until it takes
 * connections. For a while after a server was killed its last processes hold on to shared memory and a new one
 * refuses to start; that is waited out.
 * @param {{ postgres: string, cluster: string, log: string, account: Account, settings: Record<string, string> }} options
 * @returns {Promise<Postmaster>}
 */
export async function launchPostmaster({ postgres, cluster, log, account, settings }) {
  const until = Date.now() + RETRY_MS
  for (;;) {
    const port = await freePort()
    disownPidFile(cluster)
    const { said } = await attempt({ postgres, cluster, log, account, settings: { ...settings, port: String(port) } })
    const server = findPostmaster(cluster)
    if (server?.isReady) return server
    const isPassing =
      /shared memory block|postmaster\.pid|another postmaster|Address already in use|could not bind/.test(said)
    if (!isPassing || Date.now() > until) {
      throw new Problem(`PostgreSQL did not start. Its last words (all are in ${log}):\n\n${tailOf(said, 12)}`)
    }
    await pause(250)
  }
}

/**
 * Ends a server: asks it to disconnect everyone and finish cleanly, and after thirty seconds to stop at once, which
 * its next start repairs.
 * @param {string} cluster
 */
export async function stopPostmaster(cluster) {
  const server = findPostmaster(cluster)
  const identity = server && identityOf(server.pid)
  if (!server || !identity) return
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT'])) {
    try {
      process.kill(server.pid, signal)
    } catch {
      return
    }
    for (const until = Date.now() + STOP_MS; Date.now() < until; await pause(POLL_MS)) {
      if (identityOf(server.pid) !== identity) return
    }
  }
  throw new Problem(`PostgreSQL (process ${server.pid}) does not stop. Its data is in ${cluster}.`)
}

/**
 * One try: resolves when the server is ready or has ended, with what it wrote meanwhile.
 * @param {{ postgres: string, cluster: string, log: string, account: Account, settings: Record<string, string> }} options
 */
async function attempt({ postgres, cluster, log, account, settings }) {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) truncateSync(log)
  const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const output = openSync(log, 'a', 0o600)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Detached: Ctrl-C in a terminal goes to the whole foreground group, and the database must outlive the server that uses it.
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    ...account,
    cwd: '/',
    env: postgresEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  let ended = false
  let failure = ''
  child.on('exit', () => {
    ended = true
  })
  child.on('error', error => {
    ended = true
    failure = error.message
  })
  for (const until = Date.now() + READY_MS; Date.now() < until && !ended; await pause(POLL_MS)) {
    const server = findPostmaster(cluster)
    if (server?.isReady && server.pid === child.pid) break
  }
  return { said: failure + readFileSync(log).subarray(before).toString() }
}

/**
 * A stale postmaster.pid whose number now belongs to some other program (in a restarted container, almost any) makes
 * PostgreSQL believe a server lives. Deleting the file would also delete its record of the shared memory to check for
 * orphaned processes; naming PostgreSQL's parent, us, instead keeps that check: a parent is known not to be a server.
 * @param {string} cluster
 */
function disownPidFile(cluster) {
  const content = pidFile(cluster)
  const pid = Number(content?.split('\n')[0])
  if (content && isTaken(pid) && !findPostmaster(cluster)) {
    writeFileSync(path.join(cluster, 'postmaster.pid'), content.replace(/^\d+/, String(process.pid)))
  }
}

/**
 * Whether a PostgreSQL server answers on the port: with one letter, to the question whether it speaks SSL (SSLRequest in the
 * manual's "Message Formats").
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: ANSWER_MS })
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])))
    socket.once('data', () => end(true))
    for (const event of ['error', 'close', 'timeout']) socket.once(event, () => end(false))
  })
}

/** @param {number} pid zombies count: PostgreSQL takes them for living too */
function isTaken(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * What PostgreSQL's programs see of the environment: nothing that could steer them elsewhere.
 * @returns {NodeJS.ProcessEnv}
 */
export function postgresEnvironment() {
  const { PATH, SystemRoot } = process.env
  // NODE_ENV only because Next's types demand it of every environment.
  return { PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production', ...(SystemRoot && { SystemRoot }) }
}

/** @param {string} cluster */
function pidFile(cluster) {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
  } catch {
    return undefined
  }
}
