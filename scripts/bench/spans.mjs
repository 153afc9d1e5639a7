import path from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from '../lib/chromium.mjs'
import { Problem } from '../lib/problem.mjs'
import { stateFolder } from '../lib/project.mjs'
import { interruption, step } from '../lib/step.mjs'
import { bundlePages, installPeers } from './bundle.mjs'
import { labelOf, printReport } from './report.mjs'
import { servePages } from './serve.mjs'

/** @typedef {{ words: number, spans: number }} Size */
/**
 * @typedef {object} Measured one peer in one page; times in milliseconds
 * @property {'highlight' | 'scroll'} kind
 * @property {string} name
 * @property {Size} size
 * @property {number} round
 * @property {{ ms: number, wholeMs: number, isCapped: boolean }} [init]
 * @property {number[]} [add]
 * @property {{ ms: number, right: number, asked: number }} [hit]
 * @property {number[]} [frames]
 * @property {number} [busyMs] a frame, of the page's main thread
 * @property {number} [heap] bytes more than before the highlights
 * @property {number} [nodes] in the document
 * @property {string} [error]
 */
/**
 * @typedef {object} Anchored
 * @property {'versions' | 'quotes'} kind
 * @property {string} name
 * @property {Size} size
 * @property {number} round
 * @property {import('./anchoring.ts').AnchorTally} tally
 * @property {number} firstMs
 * @property {number} ms
 * @property {boolean} isCapped
 */

const ALL_SIZES = '1000x100,10000x1000,100000x10000'
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--enable-precise-memory-info',
]
// Frames come as fast as they can be drawn, so that a time is not rounded up to the screen's rhythm.
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
const HITS = 100
const ADDS = 6
const FRAMES = 120

/** `npm run bench:spans`: the product's own component beside its peers, in one shuffled run. */
export async function benchSpans(
  /** @type {import('../lib/command.mjs').Defer} */ defer,
  /** @type {string[]} */ args,
) {
  const options = optionsOf(args)
  await installPeers()
  const folder = path.join(stateFolder, 'bench')
  await step('Bundling', () => bundlePages(folder))
  const chromium = await step('Looking for a browser', findChromium)
  if (!chromium) throw new Problem('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.')
  const pages = await servePages(folder)
  defer(pages.close)

  const { chromium: playwright } = await import('@playwright/test')
  const launch = (/** @type {string[]} */ flags) =>
    playwright.launch({ ...chromium, args: [...chromium.args, ...FLAGS, ...flags] })
  const fast = await launch(UNCAPPED)
  defer(() => fast.close())
  const steady = await launch([])
  defer(() => steady.close())
  const run = new Run(pages.url, options)

  for (const size of options.sizes) {
    for (let round = 1; round <= options.repetitions; round++) {
      for (const name of shuffled(await run.names(fast))) await run.highlight(fast, name, size, round)
      if (size === options.sizes.at(-1)) {
        for (const name of shuffled(await run.names(steady))) await run.scroll(steady, name, size, round)
      }
      await run.anchor(fast, size, round)
      process.stdout.write(`${labelOf(size)}, round ${round} of ${options.repetitions}\n`)
    }
  }
  printReport({ ...options, chromium: fast.version(), measured: run.measured, anchored: run.anchored })
}

class Run {
  /** @type {Measured[]} */
  measured = []
  /** @type {Anchored[]} */
  anchored = []
  /** Who took too long at a size, or failed, and is not asked again. @type {Set<string>} */
  #given = new Set()
  /** @type {string[] | undefined} */
  #names

  /**
   * @param {string} url
   * @param {ReturnType<typeof optionsOf>} options
   */
  constructor(url, options) {
    this.url = url
    this.options = options
  }

  /** @param {import('@playwright/test').Browser} browser */
  async names(browser) {
    this.#names ??= await this.#inPage(browser, '/', page => page.evaluate(() => bench.names))
    const { peers } = this.options
    return this.#names.filter(name => !peers || peers.includes(name))
  }

  /**
   * Init, heap, nodes, hit-test and one more span.
   * @param {import('@playwright/test').Browser} browser
   * @param {string} name
   * @param {Size} size
   * @param {number} round
   */
  async highlight(browser, name, size, round) {
    if (name === 'plain text') return
    await this.#measure({ kind: 'highlight', name, size, round }, browser, async (page, tools, result) => {
      const heapBefore = await heapOf(tools)
      result.init = await page.evaluate(capMs => bench.init(capMs), this.options.capMs)
      if (result.init.isCapped) return
      result.heap = (await heapOf(tools)) - heapBefore
      result.nodes = await page.evaluate(() => bench.countNodes())
      result.hit = await page.evaluate(times => bench.hit(times), HITS)
      const times = result.init.ms > 3_000 ? 1 : ADDS
      result.add = await page.evaluate(count => bench.add(count), times)
    })
  }

  /**
   * Frames while scrolling.
   * @param {import('@playwright/test').Browser} browser
   * @param {string} name
   * @param {Size} size
   * @param {number} round
   */
  async scroll(browser, name, size, round) {
    await this.#measure({ kind: 'scroll', name, size, round }, browser, async (page, tools, result) => {
      const { isCapped } = await page.evaluate(capMs => bench.init(capMs), this.options.capMs)
      if (isCapped) return
      await tools.send('Performance.enable')
      const before = await busyOf(tools)
      result.frames = await page.evaluate(frames => bench.scroll(frames), FRAMES)
      result.busyMs = ((await busyOf(tools)) - before) / result.frames.length
    })
  }

  /**
   * Re-anchoring after edits, and quotes without positions.
   * @param {import('@playwright/test').Browser} browser
   * @param {Size} size
   * @param {number} round
   */
  async anchor(browser, size, round) {
    await this.#inPage(browser, '/anchoring', async page => {
      const names = await page.evaluate(() => anchoring.names)
      await page.evaluate(({ words, spans }) => anchoring.prepare(words, spans), size)
      for (const kind of /** @type {const} */ (['versions', 'quotes'])) {
        for (const name of shuffled(names[kind])) {
          if (this.options.peers && !this.options.peers.includes(name)) continue
          // The first round shows how right it is, the others only how fast.
          const capMs = round === 1 ? this.options.capMs : this.options.capMs / 5
          const found = await page.evaluate(
            ([what, who, ms]) => anchoring.anchorAll(what, who, ms),
            /** @type {const} */ ([kind, name, capMs]),
          )
          this.anchored.push({ kind, name, size, round, ...found })
        }
      }
    })
  }

  /**
   * @param {Measured} result
   * @param {import('@playwright/test').Browser} browser
   * @param {(page: import('@playwright/test').Page, tools: import('@playwright/test').CDPSession, result: Measured) => Promise<void>} work
   */
  async #measure(result, browser, work) {
    const { name, size } = result
    const key = `${name} ${labelOf(size)}`
    if (this.#given.has(key)) return
    try {
      await this.#inPage(browser, '/', async page => {
        const tools = await page.context().newCDPSession(page)
        await within(2 * this.options.capMs + 30_000, async () => {
          await page.evaluate(
            ([who, { words, spans }]) => bench.mount(who, words, spans),
            /** @type {const} */ ([name, size]),
          )
          await work(page, tools, result)
        })
      })
    } catch (error) {
      interruption.signal.throwIfAborted()
      result.error = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    }
    if (result.error || result.init?.isCapped || (result.init?.ms ?? 0) > this.options.capMs / 4) this.#given.add(key)
    this.measured.push(result)
  }

  /**
   * In a page of its own, gone afterwards.
   * @template T
   * @param {import('@playwright/test').Browser} browser
   * @param {string} where
   * @param {(page: import('@playwright/test').Page) => Promise<T>} work
   */
  async #inPage(browser, where, work) {
    interruption.signal.throwIfAborted()
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 } })
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(0)
      await page.goto(this.url + where)
      return await work(page)
    } finally {
      await context.close()
    }
  }
}

/** @param {import('@playwright/test').CDPSession} tools */
async function heapOf(tools) {
  await tools.send('HeapProfiler.collectGarbage')
  const heap = await tools.send('Runtime.getHeapUsage')
  return heap.usedSize + heap.embedderHeapUsedSize
}

/** Milliseconds the page's main thread has worked. @param {import('@playwright/test').CDPSession} tools */
async function busyOf(tools) {
  const { metrics } = await tools.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/**
 * @template T
 * @param {number} ms
 * @param {() => Promise<T>} work
 */
async function within(ms, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  try {
    return await Promise.race([
      work(),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`gave up after ${ms / 1_000} s`)), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @template T
 * @param {readonly T[]} items
 * @returns {T[]}
 */
function shuffled(items) {
  return items
    .map(item => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** @param {string[]} args */
function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string' },
      repetitions: { type: 'string' },
      cap: { type: 'string' },
      peers: { type: 'string' },
      short: { type: 'boolean', default: false },
    },
  })
  const { short } = values
  const sizes = (values.sizes ?? (short ? '1000x100' : ALL_SIZES)).split(',').map(size => {
    const [words = 0, spans = 0] = size.split('x').map(Number)
    if (Number.isInteger(words) && words > 0 && Number.isInteger(spans) && spans > 0) return { words, spans }
    throw new Problem(`--sizes takes words x spans, such as ${ALL_SIZES}, not "${size}".`)
  })
  return {
    sizes,
    repetitions: positive('--repetitions', values.repetitions ?? (short ? '1' : '3')),
    capMs: 1_000 * positive('--cap', values.cap ?? (short ? '3' : '20')),
    peers: values.peers?.split(','),
  }
}

/**
 * @param {string} option
 * @param {string} value
 */
function positive(option, value) {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new Problem(`${option} takes a whole number above 0, not "${value}".`)
}
