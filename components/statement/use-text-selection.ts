'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { HighlightEngine } from './highlight-engine'
import type { BarPlace } from './selection-bar'
import type { Span } from './span'

export type SelectedText = { span: Span; place: BarPlace }

const BAR_HEIGHT = 44
const BAR_WIDTH = 300

/** Pixels at the window's lower edge that a bar there and a selection's handle take. */
const BAR_REACH = 120

/** What is selected in the statement, whichever way it was selected, and where its bar stands. */
export function useTextSelection(engine: HighlightEngine | null, holder: RefObject<HTMLElement | null>, text: string) {
  const [selected, setSelected] = useState<SelectedText | null>(null)

  const read = useCallback((): SelectedText | null => {
    const range = engine?.offsetsFromSelection(document.getSelection()) ?? null
    const box = holder.current?.getBoundingClientRect()
    if (!engine || !range || !box) return null
    const line = engine.rectAt(range.start)
    if (!line) return null
    const left = Math.max(0, Math.min(line.left - box.left, box.width - BAR_WIDTH))
    return {
      span: { ...range, exact: text.slice(range.start, range.end) },
      place: {
        top: line.top - box.top - BAR_HEIGHT,
        left,
        edge: isLow(engine.rectAt(range.end - 1)) ? 'top' : 'bottom',
      },
    }
  }, [engine, holder, text])

  useEffect(() => {
    let frame = 0
    const onChange = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setSelected(read()))
    }
    document.addEventListener('selectionchange', onChange)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [read])

  return { selected, read }
}

function isLow(line: DOMRect | null): boolean {
  return line !== null && line.bottom > window.innerHeight - BAR_REACH
}
