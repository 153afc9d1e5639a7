import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfStale, MAIN_BUILD, TEST_BUILD } from '../lib/build.mjs'
import { findChromium } from '../lib/chromium.mjs'
import { generatePrismaClient } from '../lib/prisma-generate.mjs'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { run, tailOf } from '../lib/run.mjs'
import { othersServing } from '../lib/serving.mjs'
import { step } from '../lib/step.mjs'
import { serveSampleDesk, throwawayPostgres } from '../lib/test-desk.mjs'

const STATEMENT = 'Official Statement on the events in Kazakhstan'
const GOAL = 1.15
const APP = inProject('scripts/bench/size-app')
const NEXT = inProject('node_modules/next/dist/bin/next')

/**
 * `npm run bench:size`: the script that the workbench loads before anyone touches it, against an empty page of the same
 * Next with the core of the same Tiptap. Both are production builds, looked at by the same browser.
 * @param {import('../lib/command.mjs').Defer} defer
 */
export async function benchSize(defer) {
  const chromium = await step('Looking for a browser', findChromium)
  if (!chromium) throw new Problem('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.')
  await generatePrismaClient()
  const build = othersServing().some(({ distDir }) => distDir === MAIN_BUILD.distDir) ? TEST_BUILD : MAIN_BUILD
  await buildIfStale(build)
  const emptyUrl = await serveEmptyPage(defer)
  const desk = await serveSampleDesk({ postgres: await throwawayPostgres(defer)(), build, defer })

  const { chromium: playwright } = await import('@playwright/test')
  const browser = await playwright.launch(chromium)
  defer(() => browser.close())
  const floor = await scriptsOf(browser, async page => {
    await page.goto(emptyUrl)
    await page.locator('.ProseMirror').waitFor()
  })
  const workbench = await workbenchAddress(browser, desk.url)
  const [none, selected] = [workbench.address, `${workbench.address}?claim=${workbench.claimId}`]
  const ours = await scriptsOf(browser, page => openWorkbench(page, none), workbench.state)
  const withClaim = await scriptsOf(browser, page => openWorkbench(page, selected), workbench.state)

  const line = (/** @type {string} */ name, /** @type {Script[]} */ scripts) => {
    const bytes = gzipped(scripts)
    const share = (bytes / gzipped(floor)).toFixed(3)
    console.log(
      `${name.padEnd(44)} ${String(bytes).padStart(9)} bytes gzip  ${String(scripts.length).padStart(3)} files  ${share} ×`,
    )
  }
  line('an empty Next page + Tiptap core', floor)
  line('the workbench of a statement', ours)
  line('the workbench with a claim open', withClaim)
  const isReached = gzipped(ours) / gzipped(floor) <= GOAL
  console.log(`Goal: at most ${GOAL} ×. ${isReached ? 'Reached' : 'NOT reached'}.`)
  console.log('\nThe largest of the workbench:')
  for (const { url, bytes } of ours.toSorted((one, other) => other.bytes - one.bytes).slice(0, 12))
    console.log(`${String(bytes).padStart(9)}  ${new URL(url).pathname}`)
}

/** @typedef {{ url: string, bytes: number }} Script gzip bytes, at the level that servers use */

/**
 * Every script the page loads until nothing more comes, without a touch. What the browser caches counts again.
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: import('@playwright/test').Page) => Promise<void>} open
 * @param {Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>} [state] of someone signed in
 * @returns {Promise<Script[]>}
 */
async function scriptsOf(browser, open, state) {
  const context = await browser.newContext({
    ...(state && { storageState: state }),
    viewport: { width: 1440, height: 900 },
  })
  try {
    const page = await context.newPage()
    /** @type {Promise<Script>[]} */
    const scripts = []
    page.on('response', response => {
      const type = response.headers()['content-type'] ?? ''
      if (!type.includes('javascript')) return
      scripts.push(response.body().then(body => ({ url: response.url(), bytes: gzipSync(body, { level: 6 }).length })))
    })
    await open(page)
    await page.waitForLoadState('networkidle')
    return await Promise.all(scripts)
  } finally {
    await context.close()
  }
}

/** @param {readonly Script[]} scripts */
function gzipped(scripts) {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0)
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} desk
 */
async function workbenchAddress(browser, desk) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${desk}/sign-in`)
  await page.getByLabel('Email').fill('almond@demo.example')
  await page.getByLabel('Password', { exact: true }).fill('assay demo desk')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const link = page.getByRole('link', { name: STATEMENT }).first()
  const address = new URL((await link.getAttribute('href')) ?? '', desk)
  await page.goto(address.href)
  const claim = await page.locator('[data-claim]').first().getAttribute('data-claim')
  const state = await context.storageState()
  await context.close()
  return { address: `${address.origin}${address.pathname}`, claimId: claim, state }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function openWorkbench(page, address) {
  await page.goto(address)
  await page.locator('.ProseMirror').waitFor()
  await page.locator('.marker').first().waitFor()
}

/** @param {import('../lib/command.mjs').Defer} defer */
async function serveEmptyPage(defer) {
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  await step('Building the empty page', async () => {
    const { code, output } = await run(process.execPath, [NEXT, 'build', APP], { env })
    if (code !== 0) throw new Problem(`The empty page could not be built.\n\n${tailOf(output, 40)}`)
  })
  // Rendered when it was built, so a few files are all there is to serve.
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = pathname.startsWith('/_next/static/')
      ? path.join(APP, '.next/static', path.normalize(pathname.slice('/_next/static'.length)))
      : path.join(APP, '.next/server/app/index.html')
    response.setHeader('content-type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html')
    response.statusCode = existsSync(file) ? 200 : 404
    response.end(existsSync(file) ? readFileSync(file) : undefined)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  defer(() => {
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}
