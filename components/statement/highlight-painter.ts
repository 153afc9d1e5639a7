/** True where the browser draws CSS custom highlights; elsewhere `HighlightDecorations` draws them. */
export function supportsHighlights(): boolean {
  return typeof Highlight === 'function' && typeof StaticRange === 'function' && 'highlights' in CSS
}

/** What to draw under one highlight name: ranges by a key that is equal for equal ranges. */
export type NamedRanges = ReadonlyMap<string, ReadonlyMap<string, () => StaticRange | null>>

/**
 * One painter's share of the page's CSS highlight registry. Names are the page's, so two statements side by side draw
 * under the same ones, and each painter takes back only its own ranges.
 */
export class HighlightPainter {
  private drawn = new Map<string, Map<string, StaticRange>>()

  constructor(private readonly priorityOf: (name: string) => number) {}

  /** Draws these ranges and no others, touching only what differs from before. */
  paint(next: NamedRanges): void {
    for (const [name, ranges] of this.drawn) if (!next.has(name)) this.erase(name, ranges)
    for (const [name, ranges] of next) {
      const highlight = this.highlightNamed(name)
      const before = this.drawn.get(name) ?? new Map<string, StaticRange>()
      const after = new Map<string, StaticRange>()
      for (const [key, makeRange] of ranges) {
        const known = before.get(key)
        const range = known ?? makeRange()
        if (!range) continue
        after.set(key, range)
        if (!known) highlight.add(range)
      }
      for (const [key, range] of before) if (!after.has(key)) highlight.delete(range)
      this.drawn.set(name, after)
    }
  }

  /** Takes back everything: at the end, or when the nodes under the ranges are gone. */
  clear(): void {
    for (const [name, ranges] of this.drawn) this.erase(name, ranges)
  }

  private erase(name: string, ranges: ReadonlyMap<string, StaticRange>): void {
    const highlight = CSS.highlights.get(name)
    for (const range of ranges.values()) highlight?.delete(range)
    if (highlight?.size === 0) CSS.highlights.delete(name)
    this.drawn.delete(name)
  }

  private highlightNamed(name: string): Highlight {
    const known = CSS.highlights.get(name)
    if (known) return known
    const highlight = new Highlight()
    highlight.priority = this.priorityOf(name)
    CSS.highlights.set(name, highlight)
    return highlight
  }
}
