'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { Marked } from './margin-markers'
import type { Highlights } from './use-highlights'

export type Edge = { key: string; tone: string; top: number; left: number; height: number }

/** Where the spans near the viewport begin, and the two edges of the selected ones, in pixels from the holder's corner. */
export function useMarkedLines(
  { engine, window, claimOf }: Highlights,
  holder: RefObject<HTMLElement | null>,
  selectedId: string | null,
) {
  const [lines, setLines] = useState<{ marked: readonly Marked[]; edges: readonly Edge[] }>({ marked: [], edges: [] })

  // After the text is painted: the places are beside it and most of them out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `claimOf` means other claims
  useEffect(() => {
    const box = holder.current?.getBoundingClientRect()
    if (!engine || !window || !box) return
    const marked: Marked[] = []
    const edges: Edge[] = []
    for (const span of engine.spansIn(window)) {
      const { claim } = span
      const first = engine.rectAt(span.start)
      if (!first) continue
      if (span.start >= window.start)
        marked.push({
          claim,
          targetId: span.id,
          isChanged: span.tone === 'changed',
          top: first.top - box.top + first.height / 2 - 12,
        })
      if (claim.id !== selectedId) continue
      const last = engine.rectsOf(span.id).at(-1)
      edges.push({
        key: `${span.id}-first`,
        tone: span.tone,
        top: first.top - box.top,
        left: first.left - box.left - 2,
        height: first.height,
      })
      if (last)
        edges.push({
          key: `${span.id}-last`,
          tone: span.tone,
          top: last.top - box.top,
          left: last.right - box.left,
          height: last.height,
        })
    }
    setLines({ marked, edges })
  }, [engine, window, holder, selectedId, claimOf])

  return lines
}
