import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { identityOf, isAlive } from './process-identity.mjs'
import { stateFolder } from './project.mjs'

/**
 * @typedef {object} Serving a command of this checkout whose server is, or is about to be, up
 * @property {string[]} processes identities of the command and its server
 * @property {string} command what a person typed, as in "npm start"
 * @property {number} port
 * @property {string} distDir the Next build it serves from
 */

const folder = path.join(stateFolder, 'serving')
const own = path.join(folder, `${process.pid}.json`)

/**
 * Announces this process, and its server once there is one, so that no other command replaces the packages or the build
 * under it.
 * @param {{ command: string, port: number, distDir: string, serverPid?: number }} about
 */
export function announce({ command, port, distDir, serverPid }) {
  mkdirSync(folder, { recursive: true })
  const processes = [process.pid, ...(serverPid === undefined ? [] : [serverPid])].flatMap(pid => identityOf(pid) ?? [])
  writeFileSync(own, JSON.stringify({ processes, command, port, distDir }))
}

/** Takes this process's announcement back. */
export function withdraw() {
  rmSync(own, { force: true })
}

/**
 * The other commands of this checkout that serve right now. Forgets the dead ones.
 * @returns {Serving[]}
 */
export function othersServing() {
  return fileNames()
    .map(name => path.join(folder, name))
    .filter(file => file !== own)
    .flatMap(file => {
      const serving = read(file)
      if (serving?.processes.some(isAlive)) return [serving]
      rmSync(file, { force: true })
      return []
    })
}

/**
 * "npm start (process 123, port 3000)".
 * @param {Serving} serving
 */
export function nameOf(serving) {
  const pid = Number.parseInt(serving.processes.find(isAlive) ?? '', 10)
  return `${serving.command} (process ${pid}, port ${serving.port})`
}

function fileNames() {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * @param {string} file
 * @returns {Serving | undefined}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
