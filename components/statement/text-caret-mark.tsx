'use client'

import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'
import type { TextRange } from '@/lib/domain/graphemes'
import type { HighlightEngine } from './highlight-engine'

type Props = {
  engine: HighlightEngine | null
  holder: RefObject<HTMLElement | null>
  sentence: TextRange | null
  direction: 'ltr' | 'rtl'
  /** Another object whenever lines may have moved. */
  window: TextRange | null
}

type Boxes = { bar: CSSProperties; first: CSSProperties; last: CSSProperties }

/**
 * The sentence the caret is in: a bar beside its lines and a corner at either end. Neither tints nor underlines, which
 * is what verdicts do; made of borders, which forced colours keep.
 */
export function TextCaretMark({ engine, holder, sentence, direction, window }: Props) {
  const [boxes, setBoxes] = useState<Boxes | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the window stands for where lines are
  useLayoutEffect(() => {
    setBoxes(sentence && engine && holder.current ? boxesOf(engine, holder.current, sentence, direction) : null)
  }, [engine, holder, sentence, direction, window])

  if (!boxes) return null
  return (
    <>
      <i className="caret-bar" style={boxes.bar} />
      <i className="caret-corner" data-edge="first" style={boxes.first} />
      <i className="caret-corner" data-edge="last" style={boxes.last} />
    </>
  )
}

function boxesOf(
  engine: HighlightEngine,
  holder: HTMLElement,
  { start, end }: TextRange,
  direction: 'ltr' | 'rtl',
): Boxes | null {
  const first = engine.rectAt(start)
  const last = engine.rectAt(Math.max(start, end - 1))
  if (!first || !last) return null
  const box = holder.getBoundingClientRect()
  const [near, far] = direction === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  return {
    bar: { insetBlockStart: first.top - box.top, blockSize: last.bottom - first.top },
    first: { insetBlockStart: first.top - box.top, left: first[near] - box.left },
    last: { insetBlockStart: last.bottom - box.top, left: last[far] - box.left },
  }
}
