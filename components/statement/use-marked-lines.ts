'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { whenIdle } from '@/components/ui/when-idle'
import type { ClaimSpan } from './claim-spans'
import type { Marked } from './margin-markers'
import type { Highlights } from './use-highlights'

export type Edge = { key: string; tone: string; top: number; left: number; height: number }

/** Where the spans near the viewport begin, and the two edges of the selected ones, in pixels from the holder's corner. */
export function useMarkedLines(
  { engine, window, claimOf }: Highlights,
  holder: RefObject<HTMLElement | null>,
  selectedId: string | null,
  direction: 'ltr' | 'rtl',
) {
  const [marked, setMarked] = useState<readonly Marked[]>([])
  const [edges, setEdges] = useState<readonly Edge[]>([])
  /** What was measured in the present layout: scrolling moves no line. */
  const known = useRef<{ layout: number; marks: ReadonlyMap<ClaimSpan, Marked> }>({ layout: -1, marks: new Map() })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another `claimOf` means other claims
  useEffect(() => {
    if (!engine || !window) return
    const measure = () => {
      const box = holder.current?.getBoundingClientRect()
      if (!box) return
      const before = known.current.layout === window.layout ? known.current.marks : new Map<ClaimSpan, Marked>()
      const marks = new Map<ClaimSpan, Marked>()
      for (const span of engine.spansIn(window)) {
        if (span.start < window.start) continue
        const mark = before.get(span) ?? markOf(span, engine.rectAt(span.start), box)
        if (mark) marks.set(span, mark)
      }
      known.current = { layout: window.layout, marks }
      setMarked([...marks.values()])
    }
    // What scrolling brings stands a screen away as yet: the frames of the scroll and the text come first.
    if (known.current.layout === window.layout) return whenIdle(measure)
    measure()
  }, [engine, window, holder, claimOf])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another `claimOf` means other claims
  useEffect(() => {
    const box = holder.current?.getBoundingClientRect()
    if (!engine || !window || !box) return
    const selected = selectedId === null ? [] : engine.spansIn(window).filter(({ claim }) => claim.id === selectedId)
    const next = selected.flatMap(span => edgesOf(span, engine.rectsOf(span.id), box, direction))
    setEdges(before => (before.length === 0 && next.length === 0 ? before : next))
  }, [engine, window, holder, selectedId, claimOf, direction])

  return { marked, edges }
}

function markOf(span: ClaimSpan, first: DOMRect | null, box: DOMRect): Marked | null {
  if (!first) return null
  const top = first.top - box.top + first.height / 2 - 12
  return { claim: span.claim, targetId: span.id, isChanged: span.tone === 'changed', top }
}

/** Where its first line begins and its last one ends, as the text runs: words of the other direction do not turn it round. */
function edgesOf({ id, tone }: ClaimSpan, rects: readonly DOMRect[], box: DOMRect, direction: 'ltr' | 'rtl'): Edge[] {
  const [first, last] = [rects[0], rects.at(-1)]
  if (!first || !last) return []
  const onLineOf = (line: DOMRect) => rects.filter(rect => rect.top < line.bottom && line.top < rect.bottom)
  const leftOf = (line: DOMRect) => Math.min(...onLineOf(line).map(({ left }) => left)) - 2
  const rightOf = (line: DOMRect) => Math.max(...onLineOf(line).map(({ right }) => right))
  const edge = (name: string, { top, height }: DOMRect, x: number): Edge => ({
    key: `${id}-${name}`,
    tone,
    top: top - box.top,
    left: x - box.left,
    height,
  })
  return direction === 'ltr'
    ? [edge('first', first, leftOf(first)), edge('last', last, rightOf(last))]
    : [edge('first', first, rightOf(first)), edge('last', last, leftOf(last))]
}
