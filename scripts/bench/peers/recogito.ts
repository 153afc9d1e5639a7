import { createTextAnnotator } from '@recogito/text-annotator'
import type { BenchTarget } from '../corpus'
import { Paragraphs, type Peer } from './peer'

/** Recogito's text annotator with one of its two renderers. */
export function recogito(renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Peer {
  let host: HTMLElement
  let annotator: ReturnType<typeof createTextAnnotator>
  const redrawn = () =>
    new Promise<void>(resolve => {
      const stop = annotator.renderer.on('onRedraw', () => {
        stop()
        resolve()
      })
    })
  return {
    mount(element, corpus) {
      host = element
      new Paragraphs(host, corpus)
    },
    async highlight(targets) {
      annotator = createTextAnnotator(host, { renderer, annotatingEnabled: false, selectionMode: 'all' })
      const drawn = redrawn()
      // Its store's bulk path: `setAnnotations` keeps targets without their ranges in 4.1.1, which CSS_HIGHLIGHTS trips over.
      annotator.state.store.bulkAddAnnotations(targets.map(annotationOf), true, 'REMOTE')
      await drawn
    },
    async add(target) {
      const drawn = redrawn()
      annotator.addAnnotation(annotationOf(target))
      await drawn
    },
    idsAt(x, y) {
      const box = host.getBoundingClientRect()
      return (annotator.state.store.getAt(x - box.x, y - box.y, true) ?? []).map(({ id }) => id)
    },
  }
}

function annotationOf({ id, start, end, exact }: BenchTarget) {
  return {
    id,
    bodies: [],
    target: { annotation: id, created: new Date(start), selector: [{ quote: exact, start, end }] },
  }
}
