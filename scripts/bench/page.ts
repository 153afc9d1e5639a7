import { type BenchTarget, type Corpus, makeCorpus, makeTargets, randomFrom, targetOver } from './corpus'
import { apache } from './peers/apache'
import { bare, plainText } from './peers/bare'
import { decorations } from './peers/decorations'
import { hypothesis } from './peers/hypothesis'
import { OutOfTime, type Peer } from './peers/peer'
import { claimsOf, product } from './peers/product'
import { recogito } from './peers/recogito'

/** What the runner calls in the page, one new page a peer. Times are milliseconds. */

const PEERS: Readonly<Record<string, () => Peer>> = {
  assay: product,
  'bare limit': bare,
  'plain text': plainText,
  decorations,
  'recogito spans': () => recogito('SPANS'),
  'recogito highlights': () => recogito('CSS_HIGHLIGHTS'),
  hypothesis,
  apache,
}

const READY_MS = 60_000
const FRAME_MS = 1_000 / 60

let peer: Peer
let corpus: Corpus
let targets: BenchTarget[] = []

async function mount(name: string, words: number, count: number): Promise<void> {
  corpus = makeCorpus(words)
  targets = makeTargets(corpus, count)
  if (name === 'assay') claimsOf(targets)
  const host = document.querySelector<HTMLElement>('#host')
  const make = PEERS[name]
  if (!host || !make) throw new Error(`No peer is called ${name}`)
  peer = make()
  // As on the product's pages, where both are in use before: a font that arrives late lays everything out again.
  await Promise.all(['1rem "Source Serif 4"', '1rem Inter', '600 1rem Inter'].map(font => document.fonts.load(font)))
  await peer.mount(host, corpus)
  await document.fonts.ready
  await nextFrame()
  await nextFrame()
}

/**
 * Until the highlights are painted, and until all that belongs to them is (`wholeMs`). A peer that is stopped at `capMs` is
 * extrapolated from what it had done.
 */
async function init(capMs: number): Promise<{ ms: number; wholeMs: number; isCapped: boolean }> {
  await nextFrame()
  // Claims come over the network: at any time between two frames, which decides how many frames pass until they are seen.
  keepDrawing()
  await new Promise(resolve => setTimeout(resolve, Math.random() * FRAME_MS))
  const started = performance.now()
  try {
    await peer.highlight(targets, started + capMs)
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    const ms = ((performance.now() - started) * targets.length) / Math.max(1, error.done)
    return { ms, wholeMs: ms, isCapped: true }
  }
  const ms = (await painted(peer.isDrawn)) - started
  const wholeMs = !peer.isWhole || peer.isWhole() ? ms : (await painted(peer.isWhole)) - started
  return { ms, wholeMs, isCapped: false }
}

/** One more target within the first screen, `times` times over. */
async function add(times: number): Promise<number[]> {
  const random = randomFrom(5)
  const found: number[] = []
  for (let time = 0; time < times; time++) {
    const first = Math.floor(random() * 100)
    const target = targetOver(corpus, targets.length, first, first + 3 + Math.floor(random() * 40))
    targets.push(target)
    await nextFrame()
    const started = performance.now()
    await peer.add(target)
    found.push((await painted(peer.isDrawn)) - started)
  }
  return found
}

/** Asks for what lies under the middle of characters on the first screen, and compares with what must lie there. */
async function hit(times: number): Promise<{ ms: number; right: number; asked: number }> {
  scrollTo(0, 0)
  await nextFrame()
  const points = pointsOnScreen(times)
  peer.idsAt(points[0]?.x ?? 0, points[0]?.y ?? 0)
  const started = performance.now()
  const answers = points.map(({ x, y }) => peer.idsAt(x, y))
  const ms = (performance.now() - started) / points.length
  const right = points.filter(({ offset }, index) => {
    const wanted = targets.filter(({ start, end }) => start <= offset && offset < end).map(({ id }) => id)
    return wanted.toSorted().join() === answers[index]?.toSorted().join()
  }).length
  return { ms, right, asked: points.length }
}

function pointsOnScreen(count: number): { x: number; y: number; offset: number }[] {
  const random = randomFrom(11)
  const found: { x: number; y: number; offset: number }[] = []
  const range = document.createRange()
  for (let attempt = 0; found.length < count && attempt < 50 * count; attempt++) {
    const offset = Math.floor(random() * Math.min(corpus.text.length, 4_000))
    if (/\s/.test(corpus.text.charAt(offset))) continue
    const place = textNodeAt(offset)
    if (!place) continue
    range.setStart(place.node, place.within)
    range.setEnd(place.node, place.within + 1)
    const box = range.getClientRects()[0]
    if (!box || box.top < 4 || box.bottom > innerHeight - 4) continue
    found.push({ x: box.left + box.width / 4, y: box.top + box.height / 2, offset })
  }
  return found
}

/** Where a character is, whichever elements a peer has put around it. */
function textNodeAt(offset: number): { node: Text; within: number } | null {
  let start = 0
  for (const [index, block] of document.querySelectorAll('.text > p').entries()) {
    const end = start + (corpus.paragraphs[index] ?? []).join(' ').length
    if (offset < end) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let at = start; walker.nextNode(); ) {
        const node = walker.currentNode as Text // by what it shows
        if (offset < at + node.length) return { node, within: offset - at }
        at += node.length
      }
      return null
    }
    start = end + 1
  }
  return null
}

/** How long each frame took while scrolling a quarter of a screen a frame, from the top on. */
async function scroll(frames: number): Promise<number[]> {
  scrollTo(0, 0)
  await nextFrame()
  let last = await nextFrame()
  const found: number[] = []
  for (let frame = 0; frame < frames; frame++) {
    scrollBy(0, 240)
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 5) scrollTo(0, 0)
    const now = await nextFrame()
    found.push(now - last)
    last = now
  }
  return found
}

function countNodes(): number {
  const walker = document.createTreeWalker(document.body)
  let count = 0
  while (walker.nextNode()) count++
  return count
}

/** When the frame in which this holds has been painted, seen by the next one coming. */
async function painted(isThere: (() => boolean) | undefined): Promise<number> {
  const giveUp = performance.now() + READY_MS
  do {
    await nextFrame()
    // What the frame's own callbacks have set off, done before its pixels are, is part of it.
    await nextTask()
    if (performance.now() > giveUp) throw new Error('Nothing was drawn')
  } while (isThere && !isThere())
  return nextFrame()
}

/** Frames go on, so that nobody waits for a screen that has gone to sleep. */
function keepDrawing(): void {
  requestAnimationFrame(keepDrawing)
}

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
}

/** The time at which the next frame's callbacks run. */
function nextFrame(): Promise<number> {
  return new Promise(resolve => requestAnimationFrame(() => resolve(performance.now())))
}

const bench = { names: Object.keys(PEERS), mount, init, add, hit, scroll, countNodes }
export type Bench = typeof bench
Object.assign(window, { bench })
