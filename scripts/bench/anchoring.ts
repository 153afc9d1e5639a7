import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom'
import { toTextPosition } from 'dom-anchor-text-quote'
import { anchor } from 'hypothesis-sources/anchoring/html'
import type { TextRange } from '@/lib/domain/graphemes'
import { mapTargets } from '@/lib/domain/map-targets'
import { quoteIndex } from '@/lib/domain/quote-index'
import {
  type BenchTarget,
  type Corpus,
  type EditedCorpus,
  editCorpus,
  makeCorpus,
  makeTargets,
  randomFrom,
} from './corpus'
import { Paragraphs } from './peers/peer'

/** Where a target was found; `isSure` where nothing says that a person should look. Null: not found. */
type Found = (TextRange & { readonly isSure: boolean }) | null
type OneByOne = (target: BenchTarget) => Promise<Found> | Found
type AllAtOnce = (targets: readonly BenchTarget[]) => readonly Found[]

/** What became of the targets. Those whose words are all still there, and those in which one was edited, add up to `done`. */
export interface AnchorTally {
  done: number
  /** Found exactly where it stands now. */
  intactRight: number
  /** Of these: shown to a person all the same, because the sentence around it changed or the quote stands there twice. */
  intactAsked: number
  intactWrong: number
  intactLost: number
  /** Given as if nothing had changed in it. */
  editedPassed: number
  /** Given as changed, at its place or overlapping it. */
  editedFlagged: number
  /** Given at a place that shares nothing with it. */
  editedWrong: number
  editedLost: number
}

let before: Corpus
let edited: EditedCorpus
let targets: BenchTarget[] = []
let order: number[] = []
let paragraphs: Paragraphs
let host: HTMLElement

function prepare(words: number, count: number): { intact: number; ambiguous: number } {
  before = makeCorpus(words)
  targets = makeTargets(before, count)
  edited = editCorpus(before)
  const element = document.querySelector<HTMLElement>('#host')
  if (!element) throw new Error('There is no host')
  host = element
  paragraphs = new Paragraphs(host, edited.corpus)
  // Whoever runs out of time has done a fair sample.
  const random = randomFrom(3)
  order = targets.map((_, index) => index)
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const moved = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = moved
  }
  const { text } = edited.corpus
  const intact = targets.filter(target => edited.truthOf(target).isIntact)
  const ambiguous = intact.filter(({ exact }) => text.indexOf(exact) !== text.lastIndexOf(exact))
  return { intact: intact.length, ambiguous: ambiguous.length }
}

/** Milliseconds. Who is done sooner is asked again for so long, as a server that keeps running would be. */
const SETTLING_MS = 2_000

/**
 * Maps all targets to the edited text, or as many as the time allows, and then again and again for a while. Both times are
 * those of all targets, extrapolated where the time was up: `firstMs` the first time, `ms` the median of the others.
 */
async function anchorAll(kind: 'versions' | 'quotes', name: string, capMs: number) {
  const first = await anchorOnce(kind, name, capMs)
  const times: number[] = []
  for (let spent = first.spentMs; spent < SETTLING_MS; ) {
    const { ms, spentMs } = await anchorOnce(kind, name, capMs)
    times.push(ms)
    spent += spentMs
  }
  times.sort((one, other) => one - other)
  const ms = times[times.length >> 1] ?? first.ms
  return { tally: first.tally, firstMs: first.ms, ms, isCapped: first.isCapped }
}

async function anchorOnce(kind: 'versions' | 'quotes', name: string, capMs: number) {
  const tally: AnchorTally = {
    done: 0,
    intactRight: 0,
    intactAsked: 0,
    intactWrong: 0,
    intactLost: 0,
    editedPassed: 0,
    editedFlagged: 0,
    editedWrong: 0,
    editedLost: 0,
  }
  const found: [BenchTarget, Found][] = []
  const atOnce = ASSAY[kind]
  const started = performance.now()
  if (name === 'assay') {
    const all = atOnce(targets)
    targets.forEach((target, index) => {
      found.push([target, all[index] ?? null])
    })
  } else {
    const one = PEERS[kind][name]
    if (!one) throw new Error(`No peer is called ${name}`)
    for (const index of order) {
      const target = targets[index]
      if (target) found.push([target, await one(target)])
      if (performance.now() - started > capMs) break
    }
  }
  const spentMs = performance.now() - started
  for (const [target, result] of found) count(tally, target, result)
  return { tally, spentMs, ms: (spentMs * targets.length) / found.length, isCapped: found.length < targets.length }
}

function count(tally: AnchorTally, target: BenchTarget, found: Found): void {
  tally.done++
  const truth = edited.truthOf(target)
  if (truth.isIntact) {
    if (!found) tally.intactLost++
    else if (found.start !== truth.start || found.end !== truth.end) tally.intactWrong++
    else {
      tally.intactRight++
      if (!found.isSure) tally.intactAsked++
    }
    return
  }
  if (!found) tally.editedLost++
  else if (found.end <= truth.start || found.start >= truth.end) tally.editedWrong++
  else if (found.isSure) tally.editedPassed++
  else tally.editedFlagged++
}

const ASSAY: Readonly<Record<'versions' | 'quotes', AllAtOnce>> = {
  versions: all =>
    mapTargets(before.text, edited.corpus.text, all).map(({ state, start, end }) =>
      state === 'ORPHANED' ? null : { start, end, isSure: state === 'ANCHORED' },
    ),
  quotes(all) {
    const index = quoteIndex(edited.corpus.text)
    return all.map(({ exact, prefix, suffix }) => {
      const found = index.anchor({ exact, prefix, suffix })
      return found.kind === 'anchored' ? { start: found.start, end: found.end, isSure: true } : null
    })
  },
}

const byApache: OneByOne = async ({ exact, prefix, suffix }) => {
  const match = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix })
  for await (const range of match(host)) return placeOf(range)
  return null
}

const PEERS: Readonly<Record<'versions' | 'quotes', Readonly<Record<string, OneByOne>>>> = {
  versions: {
    hypothesis: ({ start, end, exact, prefix, suffix }) =>
      anchor(host, [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ]).then(placeOf, () => null),
    'dom-anchor-text-quote': ({ start, exact, prefix, suffix }) =>
      sure(toTextPosition(host, { exact, prefix, suffix }, { hint: start })),
    apache: byApache,
  },
  quotes: {
    hypothesis: ({ exact, prefix, suffix }) =>
      anchor(host, [{ type: 'TextQuoteSelector', exact, prefix, suffix }]).then(placeOf, () => null),
    'dom-anchor-text-quote': ({ exact, prefix, suffix }) => sure(toTextPosition(host, { exact, prefix, suffix })),
    apache: byApache,
  },
}

function placeOf(range: Range): Found {
  return {
    start: paragraphs.offsetOf(range.startContainer, range.startOffset),
    end: paragraphs.offsetOf(range.endContainer, range.endOffset),
    isSure: true,
  }
}

function sure(place: TextRange | null): Found {
  return place && { ...place, isSure: true }
}

const anchoring = {
  names: { versions: ['assay', ...Object.keys(PEERS.versions)], quotes: ['assay', ...Object.keys(PEERS.quotes)] },
  prepare,
  anchorAll,
}
export type Anchoring = typeof anchoring
Object.assign(window, { anchoring })
