import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import net from 'node:net'
import { codeOf, Problem } from './problem.mjs'
import { commandLineOf } from './process-identity.mjs'

/**
 * A port of the loopback interface that nothing listens on at this moment.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = net.createServer()
  await listen(server, 0, '127.0.0.1')
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address')
  return address.port
}

/**
 * The port a person asked for, or the default.
 * @param {string | undefined} text
 */
export function parsePort(text, otherwise = 3000) {
  if (text === undefined || text.trim() === '') return otherwise
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Problem(`PORT is "${text}"; it must be a whole number from 1 to 65535.`)
}

/**
 * Throws a Problem that names the holder when the port cannot be listened on.
 * @param {number} port
 * @param {string} host
 */
export async function refuseBusyPort(port, host) {
  const server = net.createServer()
  try {
    await listen(server, port, host)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      throw new Problem(
        `Port ${port} is busy: ${holderOf(port)}\nStop that, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
      )
    }
    if (codeOf(error) === 'EACCES')
      throw new Problem(`Port ${port} needs more rights than this user has. Choose one above 1023.`)
    throw new Problem(`Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : error}`)
  }
  await new Promise(resolve => server.close(resolve))
}

/** @param {number} port */
function holderOf(port) {
  const pid = listenerOf(port)
  if (pid === undefined) return 'another program listens on it.'
  return `process ${pid} listens on it (${(commandLineOf(pid) ?? 'unknown').slice(0, 120)}).`
}

/**
 * The process that listens on a port, where the system tells: on Linux, for one's own processes (root: all).
 * @param {number} port
 * @returns {number | undefined}
 */
function listenerOf(port) {
  if (process.platform !== 'linux') return undefined
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap(table => listeningInodes(table, port)))
  return lines('/proc', readdirSync)
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .find(pid =>
      lines(`/proc/${pid}/fd`, readdirSync).some(fd => {
        const [target = ''] = lines(`/proc/${pid}/fd/${fd}`, file => [readlinkSync(file)])
        return inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? '')
      }),
    )
}

/**
 * proc_pid_net(5): fields are sl, local_address (hex ip:port), rem_address, st (0A is LISTEN), …; the tenth is the inode.
 * @param {string} table
 * @param {number} port
 */
function listeningInodes(table, port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return lines(table, file => readFileSync(file, 'utf8').split('\n'))
    .map(line => line.trim().split(/\s+/))
    .flatMap(fields => (fields[1]?.endsWith(suffix) && fields[3] === '0A' && fields[9] ? [fields[9]] : []))
}

/**
 * Processes end while they are looked at; what cannot be read counts as empty.
 * @param {string} path
 * @param {(path: string) => string[]} read
 */
function lines(path, read) {
  try {
    return read(path)
  } catch {
    return []
  }
}

/**
 * @param {net.Server} server
 * @param {number} port
 * @param {string} host
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => resolve(undefined))
  })
}
