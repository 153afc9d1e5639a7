import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Problem } from './problem.mjs'
import { projectRoot } from './project.mjs'
import { interruption } from './step.mjs'

/**
 * @typedef {object} ServerProcess
 * @property {number} pid
 * @property {Promise<number>} exited resolves with the exit code, 1 for a signal
 * @property {() => Promise<void>} stop asks it to finish its requests, and after ten seconds ends it
 */

const READY_MS = 60_000
const STOP_MS = 10_000
const POLL_MS = 50

/**
 * Starts a Node program that serves. It ends with this process, however that ends. Its output goes to the terminal, or to
 * the log file if one is named.
 * @param {readonly string[]} args a script and its arguments
 * @param {{ env: NodeJS.ProcessEnv, log?: string }} options
 * @returns {ServerProcess}
 */
export function startServer(args, { env, log }) {
  const output = log === undefined ? 'inherit' : openSync(log, 'a')
  const follow = pathToFileURL(path.join(import.meta.dirname, 'follow-parent.mjs')).href
  // Detached: a terminal's Ctrl-C then reaches only the command, which ends things in their order.
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', follow, ...args], {
    cwd: projectRoot,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (typeof output === 'number') closeSync(output)
  const { pid } = child
  if (pid === undefined) throw new Problem(`${process.execPath} cannot be started.`)
  /** @type {Promise<number>} */
  const exited = new Promise(resolve => child.once('exit', code => resolve(code ?? 1)))
  return {
    pid,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(() => killGroup(pid), STOP_MS)
      await exited
      clearTimeout(timer)
    },
  }
}

/**
 * Waits until the server says that it and its database are ready.
 * @param {ServerProcess} server
 * @param {number} port on the loopback interface
 */
export async function whenServing(server, port) {
  let last = 'it did not answer'
  let exitCode = -1
  server.exited.then(code => {
    exitCode = code
  })
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(POLL_MS)) {
    interruption.signal.throwIfAborted()
    if (exitCode >= 0) throw new Problem(`The server ended (code ${exitCode}) before it was ready; it says why above.`)
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })
      if (response.ok) return
      last = `it answers ${response.status}: ${(await response.text()).slice(0, 300)}`
    } catch {
      // Not listening yet.
    }
  }
  throw new Problem(`The server is not ready after ${READY_MS / 1000} seconds: ${last}.`)
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}
