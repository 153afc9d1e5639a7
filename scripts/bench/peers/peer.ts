import type { BenchTarget, Corpus } from '../corpus'

/** One way to highlight targets over a document, all doing the same work. */
export interface Peer {
  /** Puts the document on screen. */
  mount(host: HTMLElement, corpus: Corpus): void | Promise<void>
  /** Highlights these. Stops with `OutOfTime` at the deadline (of `performance.now()`), where it can. */
  highlight(targets: readonly BenchTarget[], deadline: number): void | Promise<void>
  /** Highlights one more. */
  add(target: BenchTarget): void | Promise<void>
  /** The ids of the targets under a point. */
  idsAt(x: number, y: number): readonly string[]
  /** Whether the highlights asked for are there and only have to be painted; they are, where this is left out. */
  isDrawn?(): boolean
  /** Whether all that belongs to them is there too, such as markers. */
  isWhole?(): boolean
}

/** Thrown by `highlight` at its deadline, so that the rest can be extrapolated. */
export class OutOfTime extends Error {
  constructor(readonly done: number) {
    super(`Out of time after ${done}`)
  }
}

/** The document as plain paragraphs, each one text node. Its text content is the canonical text, line feeds included. */
export class Paragraphs {
  readonly elements: readonly HTMLElement[]
  /** Where each begins in the text. */
  readonly starts: readonly number[]
  private readonly places: ReadonlyMap<Node, number>

  constructor(host: HTMLElement, corpus: Corpus) {
    const starts: number[] = []
    let offset = 0
    const last = corpus.paragraphs.length - 1
    this.elements = corpus.paragraphs.map((words, index) => {
      const element = document.createElement('p')
      element.textContent = words.join(' ') + (index < last ? '\n' : '')
      starts.push(offset)
      offset += element.textContent.length
      return element
    })
    this.starts = starts
    this.places = new Map(this.elements.flatMap((element, index) => [[element, index] as const]))
    host.classList.add('text')
    host.replaceChildren(...this.elements)
  }

  /** Number of the paragraph that an offset lies in. */
  at(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  staticRange({ start, end }: { start: number; end: number }): StaticRange {
    const first = this.at(start)
    const last = this.at(end - 1)
    return new StaticRange({
      startContainer: this.textOf(first),
      startOffset: start - (this.starts[first] ?? 0),
      endContainer: this.textOf(last),
      endOffset: end - (this.starts[last] ?? 0),
    })
  }

  offsetAt(x: number, y: number): number {
    const caret = document.caretPositionFromPoint(x, y)
    return caret ? this.offsetOf(caret.offsetNode, caret.offset) : -1
  }

  /** The text offset of a place in the DOM, within the paragraphs or between them. */
  offsetOf(node: Node, offset: number): number {
    const inside = node.parentNode
    const index = inside && this.places.get(inside)
    if (node instanceof Text && index !== null && index !== undefined) return (this.starts[index] ?? 0) + offset
    const own = this.places.get(node)
    const next = own === undefined ? offset : own + (offset > 0 ? 1 : 0)
    return this.starts[next] ?? (this.starts.at(-1) ?? 0) + (this.elements.at(-1)?.textContent?.length ?? 0)
  }

  private textOf(index: number): Node {
    const text = this.elements[index]?.firstChild
    if (!text) throw new Error(`Paragraph ${index} has no text`)
    return text
  }
}
