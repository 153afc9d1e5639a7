import { createTextPositionSelectorMatcher, highlightText } from '@apache-annotator/dom'
import type { BenchTarget } from '../corpus'
import { OutOfTime, Paragraphs, type Peer } from './peer'

/** Apache Annotator: positions matched and wrapped in `<mark>`, one target after the other. */
export function apache(): Peer {
  let host: HTMLElement
  const add = async ({ id, kind, start, end }: BenchTarget) => {
    for await (const range of createTextPositionSelectorMatcher({ type: 'TextPositionSelector', start, end })(host))
      highlightText(range, 'mark', { class: `kind-${kind}`, 'data-id': id })
  }
  return {
    mount(element, corpus) {
      host = element
      new Paragraphs(host, corpus)
    },
    async highlight(targets, deadline) {
      for (const [done, target] of targets.entries()) {
        if (performance.now() > deadline) throw new OutOfTime(done)
        await add(target)
      }
    },
    add,
    idsAt(x, y) {
      const found: string[] = []
      for (let at = document.elementFromPoint(x, y); at && at !== host; at = at.parentElement)
        if (at instanceof HTMLElement && at.dataset.id) found.push(at.dataset.id)
      return [...new Set(found)]
    },
  }
}
