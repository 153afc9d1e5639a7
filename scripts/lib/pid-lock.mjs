import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './problem.mjs'
import { identityOf, isAlive } from './process-identity.mjs'
import { interruption } from './step.mjs'

/**
 * @typedef {object} HeldLock
 * @property {(pid: number) => void} shareWith keeps the lock taken for as long as that process lives too, so that a
 *   program which outlives its killed starter is waited for
 */

const POLL_MS = 100
const SAY_AFTER_MS = 1_000
const STEAL_ABANDONED_MS = 10_000

/**
 * Does the work while no other process holds the same lock file, waiting for its turn. A lock whose holders are all
 * dead is taken over.
 * @template T
 * @param {string} file
 * @param {string} purpose what the holder is doing, as in "installing packages"; shown to whoever waits
 * @param {(lock: HeldLock) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, purpose, work) {
  mkdirSync(path.dirname(file), { recursive: true })
  const holders = [identityOf(process.pid) ?? `${process.pid}:`]
  const content = () => JSON.stringify({ holders, purpose })
  const started = performance.now()
  let said = false
  while (!tryCreate(file, content())) {
    const holder = readLock(file)
    if (holder && !holder.holders.some(isAlive)) takeAway(file)
    else {
      interruption.signal.throwIfAborted()
      if (holder && !said && performance.now() - started > SAY_AFTER_MS) {
        said = true
        console.log(
          `… Waiting for process ${Number.parseInt(holder.holders.find(isAlive) ?? '', 10)}, which is ${holder.purpose}`,
        )
      }
      await pause(POLL_MS)
    }
  }
  try {
    return await work({
      shareWith(pid) {
        const identity = identityOf(pid)
        if (!identity) return
        holders.push(identity)
        replace(file, content())
      },
    })
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * A link either puts the whole file there or fails; a plain exclusive create could be seen half written.
 * @param {string} file
 * @param {string} content
 */
function tryCreate(file, content) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
function replace(file, content) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, content)
  renameSync(draft, file)
}

/**
 * @param {string} file
 * @returns {{ holders: string[], purpose: string } | undefined} undefined when it has just gone
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (error instanceof SyntaxError) return { holders: [], purpose: '' }
    throw error
  }
}

/**
 * Removes an abandoned lock. Only one process at a time may, and it looks again first: otherwise the second of two
 * that saw the same dead holder would remove the lock the first has just taken.
 * @param {string} file
 */
function takeAway(file) {
  const turn = `${file}.takeover`
  try {
    mkdirSync(turn)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > STEAL_ABANDONED_MS) {
      rmSync(turn, { recursive: true, force: true })
    }
    return
  }
  try {
    const holder = readLock(file)
    if (holder && !holder.holders.some(isAlive)) rmSync(file, { force: true })
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
}
