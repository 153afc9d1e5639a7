/**
 * What the benchmark uses of its peers, in their own words. Declared here, so that types are checked without the peers,
 * which only a benchmark's run installs.
 */

interface PeerQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}
interface PeerPositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

declare module '@recogito/text-annotator' {
  interface Annotation {
    readonly id: string
    readonly bodies: readonly unknown[]
    readonly target: {
      readonly annotation: string
      readonly created: Date
      readonly selector: readonly { readonly quote: string; readonly start: number; readonly end: number }[]
    }
  }
  interface TextAnnotator {
    readonly state: {
      readonly store: {
        bulkAddAnnotations(annotations: readonly Annotation[], replace: boolean, origin: 'REMOTE'): unknown
        getAt(x: number, y: number, all: true): Annotation[] | undefined
      }
    }
    readonly renderer: { on(event: 'onRedraw', listener: () => void): () => void }
    addAnnotation(annotation: Annotation): void
  }
  export function createTextAnnotator(
    container: HTMLElement,
    options: { renderer: 'SPANS' | 'CSS_HIGHLIGHTS'; annotatingEnabled: boolean; selectionMode: 'all' },
  ): TextAnnotator
}

declare module '@apache-annotator/dom' {
  type Matcher = (scope: Node | Range) => AsyncGenerator<Range, void, void>
  export function createTextPositionSelectorMatcher(selector: PeerPositionSelector): Matcher
  export function createTextQuoteSelectorMatcher(selector: PeerQuoteSelector): Matcher
  export function highlightText(range: Range, tag: string, attributes: Record<string, string>): () => void
}

declare module 'dom-anchor-text-quote' {
  export function toTextPosition(
    root: Element,
    quote: Omit<PeerQuoteSelector, 'type'>,
    options?: { hint?: number },
  ): Omit<PeerPositionSelector, 'type'> | null
}

declare module 'hypothesis-sources/anchoring/html' {
  export function anchor(root: Element, selectors: (PeerQuoteSelector | PeerPositionSelector)[]): Promise<Range>
}

declare module 'hypothesis-sources/highlighter' {
  export class Highlighter {
    constructor(root: HTMLElement)
    setHighlightsVisible(isVisible: boolean): void
    highlightRange(range: Range, className: string): HTMLElement[]
    getHighlightsFromPoint(x: number, y: number): HTMLElement[]
  }
}

/** In the runner's pages. */
declare const bench: import('./page').Bench
declare const anchoring: import('./anchoring').Anchoring
