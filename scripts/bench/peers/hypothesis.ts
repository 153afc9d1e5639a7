import { anchor } from 'hypothesis-sources/anchoring/html'
import { Highlighter } from 'hypothesis-sources/highlighter'
import type { BenchTarget } from '../corpus'
import { OutOfTime, Paragraphs, type Peer } from './peer'

/** Hypothesis' own anchoring and highlighter, as its client has them: one target after the other. */
export function hypothesis(): Peer {
  let host: HTMLElement
  let highlighter: Highlighter
  const ids = new WeakMap<Element, string>()
  const add = async ({ id, kind, start, end, exact, prefix, suffix }: BenchTarget) => {
    const range = await anchor(host, [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ])
    for (const element of highlighter.highlightRange(range, `kind-${kind}`)) ids.set(element, id)
  }
  return {
    mount(element, corpus) {
      host = element
      new Paragraphs(host, corpus)
    },
    async highlight(targets, deadline) {
      highlighter = new Highlighter(host)
      highlighter.setHighlightsVisible(true)
      for (const [done, target] of targets.entries()) {
        if (performance.now() > deadline) throw new OutOfTime(done)
        await add(target)
      }
    },
    add,
    idsAt: (x, y) => [...new Set(highlighter.getHighlightsFromPoint(x, y).map(element => ids.get(element) ?? ''))],
  }
}
