import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A name for a living process that no later process will bear, or undefined when there is none: the number alone is
 * reused, in a restarted container almost surely.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !isSignallable(pid)) return undefined
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (process.platform === 'win32') return `${pid}:`
  const started = ps(pid, 'lstart=')
  return started === undefined ? undefined : `${pid}:${started}`
}

/**
 * Whether the process that once had this identity still lives.
 * @param {string} identity
 */
export function isAlive(identity) {
  return identityOf(Number.parseInt(identity, 10)) === identity
}

/**
 * The command line of a process with its parts joined by spaces, or undefined when it cannot be read.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  if (process.platform !== 'linux') return process.platform === 'win32' ? undefined : ps(pid, 'command=')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isSignallable(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {number} pid */
function linuxIdentity(pid) {
  try {
    // proc(5): the second field is the name in parentheses and may hold spaces, so fields are counted after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state] = fields
    // A zombie has ended; where nobody reaps it, it keeps its number for ever.
    return state === 'Z' || state === 'X' ? undefined : `${pid}:${fields[19]}`
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
