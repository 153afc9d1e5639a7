import type { BenchTarget, Corpus } from '../corpus'
import { Paragraphs, type Peer } from './peer'

/**
 * The least that a browser needs to highlight what is near the viewport: one pass over the targets, one `Highlight` a
 * kind, static ranges. No order, no overlaps, no markers, no selection, no keyboard. Nothing that draws highlights by this
 * API does less, so it is the limit the product is measured by.
 */
export function bare(): Peer {
  let paragraphs: Paragraphs
  let targets: BenchTarget[] = []
  let first = 0
  let last = -1

  const draw = () => {
    const screen = window.innerHeight
    first = firstBelow(-screen, 'bottom')
    last = Math.max(first, firstBelow(2 * screen, 'top') - 1)
    const start = paragraphs.starts[first] ?? 0
    const end = paragraphs.starts[last + 1] ?? Number.POSITIVE_INFINITY
    const highlights = [0, 1, 2, 3].map(() => new Highlight())
    for (const target of targets)
      if (target.start < end && target.end > start) highlights[target.kind]?.add(paragraphs.staticRange(target))
    highlights.forEach((highlight, kind) => {
      CSS.highlights.set(`kind-${kind}`, highlight)
    })
  }
  /** The first paragraph with this edge at or below a height. */
  const firstBelow = (height: number, edge: 'top' | 'bottom') => {
    let low = 0
    let high = paragraphs.elements.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((paragraphs.elements[middle]?.getBoundingClientRect()[edge] ?? 0) >= height) high = middle
      else low = middle + 1
    }
    return low
  }
  const isAmple = () => {
    const screen = window.innerHeight
    const top = paragraphs.elements[first]?.getBoundingClientRect().top ?? 0
    const bottom = paragraphs.elements[last]?.getBoundingClientRect().bottom ?? 0
    return (first === 0 || top < -screen / 3) && (last >= paragraphs.elements.length - 1 || bottom > (screen * 4) / 3)
  }

  return {
    mount(host: HTMLElement, corpus: Corpus) {
      paragraphs = new Paragraphs(host, corpus)
      let frame = 0
      document.addEventListener('scroll', () => {
        if (frame !== 0) return
        frame = requestAnimationFrame(() => {
          frame = 0
          if (targets.length > 0 && !isAmple()) draw()
        })
      })
    },
    highlight(given) {
      targets = [...given]
      draw()
    },
    add(target) {
      targets.push(target)
      CSS.highlights.get(`kind-${target.kind}`)?.add(paragraphs.staticRange(target))
    },
    idsAt(x, y) {
      const offset = paragraphs.offsetAt(x, y)
      return targets.filter(({ start, end }) => start <= offset && offset < end).map(({ id }) => id)
    },
  }
}

/** The document with nothing over it: what a scroll costs at least. */
export function plainText(): Peer {
  return {
    mount(host, corpus) {
      new Paragraphs(host, corpus)
    },
    highlight() {},
    add() {},
    idsAt: () => [],
  }
}
