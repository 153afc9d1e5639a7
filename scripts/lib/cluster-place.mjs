import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Problem } from './problem.mjs'

/**
 * @typedef {object} Account whom PostgreSQL runs as; no ids where it runs as whoever started it
 * @property {number} [uid]
 * @property {number} [gid]
 */
/** @typedef {{ folder: string, account: Account }} Place the folder that holds `postgres/`, and whose that is */

/** "nobody" on Linux: PostgreSQL refuses to run as root, and this number needs no entry in /etc/passwd. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 }
const POINTER = 'cluster-place.json'

/**
 * Where the database files of a data folder live, and which account owns them.
 *
 * For a normal user: in the data folder. For root, PostgreSQL runs as an unprivileged account, which must be able to
 * pass through every folder above its files. Where it cannot (a checkout under /root), they live in
 * /var/lib/assay/<random> (or, where that cannot be made, the folder for temporary files) and the data folder keeps a note of
 * it, so that the next start finds them and a deleted data folder starts afresh.
 * @param {string} dataDir
 * @returns {Place}
 */
export function clusterPlace(dataDir) {
  if (process.getuid?.() !== 0) return { folder: dataDir, account: {} }
  const existing = statSync(path.join(dataDir, 'postgres'), { throwIfNoEntry: false })
  if (existing) {
    // A normal user's data stays theirs when root starts it.
    const account = existing.uid === 0 ? UNPRIVILEGED : { uid: existing.uid, gid: existing.gid }
    if (isReachable(dataDir, account)) return { folder: dataDir, account }
    throw new Problem(
      `The database in ${dataDir} cannot be opened: PostgreSQL does not run as root, and the account it runs as (uid ${account.uid}) may not pass through the folders above it.\n` +
        'Let it pass (chmod o+x on each of them), or move the data folder and set ASSAY_DATA_DIR to its new place.',
    )
  }
  const noted = readPointer(dataDir)
  if (noted) {
    mkdirSync(noted, { recursive: true, mode: 0o711 })
    return { folder: noted, account: UNPRIVILEGED }
  }
  if (isReachable(dataDir, UNPRIVILEGED)) return { folder: dataDir, account: UNPRIVILEGED }
  const folder = makeElsewhere(path.basename(path.dirname(dataDir)))
  writeFileSync(path.join(dataDir, POINTER), `${JSON.stringify({ folder })}\n`)
  return { folder, account: UNPRIVILEGED }
}

/**
 * Whether the account may pass through the folder and every one above it. Its own group only, without supplementary ones: that is
 * what a process started under its ids has.
 * @param {string} folder
 * @param {Account} account
 */
export function isReachable(folder, account) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** @param {string} dataDir */
function readPointer(dataDir) {
  const file = path.join(dataDir, POINTER)
  return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).folder) : undefined
}

/** @param {string} label */
function makeElsewhere(label) {
  const name = `${label.replaceAll(/[^\w-]/g, '') || 'data'}-${randomBytes(4).toString('hex')}`
  for (const parent of ['/var/lib/assay', path.join(os.tmpdir(), 'assay'), '/tmp/assay']) {
    const folder = path.join(parent, name)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 })
      accessSync(folder, constants.W_OK)
      if (isReachable(folder, UNPRIVILEGED)) return folder
    } catch {
      // The next one, then.
    }
  }
  throw new Problem(
    'There is no folder for the database: PostgreSQL does not run as root, and the account it runs as (uid 65534) can reach none of those tried.\n' +
      'Set ASSAY_DATA_DIR to a folder that everyone may pass through, run as a normal user, or set DATABASE_URL.',
  )
}
