import { existsSync, readFileSync } from 'node:fs'
import { withLock } from './pid-lock.mjs'
import { Problem } from './problem.mjs'
import { inProject } from './project.mjs'
import { run, tailOf } from './run.mjs'
import { nameOf, othersServing } from './serving.mjs'
import { step } from './step.mjs'

/**
 * @typedef {object} LockEntry the fields of a package-lock `packages` entry that matter here
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */
/** @typedef {{ packages: Record<string, LockEntry> }} Lock */

/**
 * Installs the packages if they are missing or are not the ones the lock names. Runs no install scripts.
 * @param {{ withTools: boolean }} need whether what only tests and checks use (devDependencies) must be there; an
 *   installation always brings it
 */
export async function install({ withTools }) {
  if (isInstalled(withTools)) return
  await withLock(inProject('.assay/install.lock'), 'installing packages', async lock => {
    if (isInstalled(withTools)) return
    const [serving] = othersServing()
    if (serving && existsSync(inProject('node_modules'))) {
      throw new Problem(
        `The packages have changed, and replacing them would break ${nameOf(serving)}, which runs from this folder. Stop it, then try again.`,
      )
    }
    await step('Installing packages', async () => {
      const first = await npm('ci', lock.shareWith)
      if (first.code === 0) return
      // Where a registry lacks another platform's optional package, `npm ci` refuses a lock that is right for this one.
      const isLockRefused = /EUSAGE|can only install packages when your package\.json and package-lock\.json/.test(
        first.output,
      )
      const last = isLockRefused ? await npm('install', lock.shareWith) : first
      if (last.code !== 0) throw new Problem(advice(last.output))
    })
  })
}

/**
 * @param {'ci' | 'install'} verb
 * @param {(pid: number) => void} onStart
 */
function npm(verb, onStart) {
  const args = [verb, '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--no-progress']
  // Without --no-save it would rewrite the lock, and with it the checkout.
  if (verb === 'install') args.push('--no-save')
  // Run through the very npm that started us where there is one: there may be another on the PATH, or none.
  const cli = process.env.npm_execpath
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? run(process.execPath, [cli, ...args], { onStart })
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { onStart })
}

/** @param {string} output */
function advice(output) {
  const cause = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|network/i.test(output)
    ? 'The package registry cannot be reached: check the network, and the proxy if there is one (npm config get proxy).'
    : /ENOSPC/.test(output)
      ? 'The disk is full: about 1 GB is needed.'
      : /EACCES|EPERM/.test(output)
        ? 'Some files belong to another user: run as that user, or delete node_modules and try again.'
        : 'Run `npm ci` by hand to see more.'
  return `The packages could not be installed.\n\n${tailOf(output)}\n\n${cause} Then run the same command again.`
}

/** @param {boolean} withTools */
function isInstalled(withTools) {
  const wanted = readJson(inProject('package-lock.json'))
  const present = readJson(inProject('node_modules/.package-lock.json'))
  const manifest = readJson(inProject('package.json'))
  return Boolean(wanted && present && manifest && isComplete(wanted, present, manifest, { withTools }))
}

/**
 * Whether what npm says it has installed (`node_modules/.package-lock.json`, which it writes last) is what the lock
 * asks for on this platform. Reading npm's own record also recognises an installation made by hand.
 * @param {Lock} wanted
 * @param {Lock} present
 * @param {LockEntry} manifest package.json
 * @param {{ withTools: boolean, platform?: string, arch?: string }} need
 */
export function isComplete(wanted, present, manifest, { withTools, platform = process.platform, arch = process.arch }) {
  const root = wanted.packages[''] ?? {}
  if (!isSame(root.dependencies, manifest.dependencies) || !isSame(root.devDependencies, manifest.devDependencies))
    return false
  const isForHere = (/** @type {LockEntry} */ entry) => allows(entry.os, platform) && allows(entry.cpu, arch)
  const names = new Set([...Object.keys(wanted.packages), ...Object.keys(present.packages)])
  names.delete('')
  return [...names].every(name => {
    const want = wanted.packages[name]
    const have = present.packages[name]
    // Another platform's lock may lack an optional package that this one needs (see above).
    if (!want) return Boolean(have?.optional)
    if (!have) return Boolean(want.optional || (!withTools && (want.dev || want.devOptional)))
    return want.version === have.version && want.integrity === have.integrity && isForHere(have)
  })
}

/**
 * npm's rule for `os` and `cpu`: "!x" excludes, anything else is a list of what is allowed.
 * @param {string[] | undefined} rules
 * @param {string} value
 */
function allows(rules, value) {
  if (!rules || rules.includes(`!${value}`)) return !rules
  const named = rules.filter(rule => !rule.startsWith('!'))
  return named.length === 0 || named.includes(value)
}

/**
 * @param {Record<string, string>} [left]
 * @param {Record<string, string>} [right]
 */
function isSame(left = {}, right = {}) {
  const names = Object.keys(left)
  return names.length === Object.keys(right).length && names.every(name => left[name] === right[name])
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
