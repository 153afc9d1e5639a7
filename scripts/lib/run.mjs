import { spawn } from 'node:child_process'
import { projectRoot } from './project.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()

// Enough to hold any compiler's complaint, and a bound for a child that never stops talking.
const KEPT_CHARACTERS = 200_000
const PATIENCE_MS = 5_000

/**
 * Runs a program to its end and returns its exit code and what it printed (the last 200,000 characters, both streams
 * in order of arrival). A program that cannot be started at all counts as code 127. With `show` the output also goes to the
 * terminal as it comes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, onStart?: (pid: number) => void, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { cwd = projectRoot, env = process.env, show = false, onStart, timeoutMs } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', chunk => {
        output = (output + chunk).slice(-KEPT_CHARACTERS)
        if (show) process.stdout.write(chunk)
      })
    }
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.on('spawn', () => onStart?.(child.pid ?? 0))
    child.on('error', error => {
      clearTimeout(timer)
      children.delete(child)
      resolve({ code: 127, output: `${output}${error.message}\n` })
    })
    child.on('close', code => {
      clearTimeout(timer)
      children.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Ends every program that `run` has under way: first by SIGTERM, after five seconds by SIGKILL. */
export async function stopChildren() {
  await Promise.all(
    [...children].map(async child => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await new Promise(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) resolve(undefined)
        else child.once('exit', resolve)
      })
      clearTimeout(timer)
    }),
  )
}

/**
 * The last lines of a program's output, for an error message.
 * @param {string} output
 * @param {number} [lines]
 */
export function tailOf(output, lines = 25) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
