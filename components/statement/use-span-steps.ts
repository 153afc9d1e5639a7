'use client'

import { useRef } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { useShortcut } from '@/components/ui/shortcuts'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import { compareSpans } from '@/lib/domain/span-order'
import { spansOf } from './claim-spans'
import type { HighlightEngine } from './highlight-engine'
import type { HighlightSpan } from './highlight-segments'
import { spanWords } from './text-caret-words'
import type { useTextCaret } from './use-text-caret'

type Options = {
  engine: HighlightEngine | null
  text: string
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  claimOf: (targetId: string) => ClaimSummaryDto | undefined
  caret: Pick<ReturnType<typeof useTextCaret>, 'enter' | 'last'>
  say: (words: () => string) => void
  /** Selects a claim and leaves the focus in the text. */
  onSelect: (claimId: string) => void
}

/**
 * Goes from span to span in text order, those that overlap or lie within another included, with the caret at the
 * beginning of each.
 */
export function useSpanSteps({ engine, text, claims, selectedId, claimOf, caret, say, onSelect }: Options) {
  const announce = useAnnounce()
  /** The span stepped to, until the caret moves otherwise. */
  const current = useRef<HighlightSpan | null>(null)
  const known = useRef<{ claims: readonly ClaimSummaryDto[]; spans: readonly HighlightSpan[] }>({
    claims: [],
    spans: [],
  })

  // Sorted when asked for, not whenever a claim changes.
  const inOrder = () => {
    if (known.current.claims !== claims) known.current = { claims, spans: spansOf(claims).sort(compareSpans) }
    return known.current.spans
  }

  const here = (): HighlightSpan | null => {
    const span = current.current
    const at = caret.last()
    return span && at?.focus === span.start && at.anchor === span.start ? span : null
  }

  /** Where stepping goes on from: the span stepped to, the selected claim's unless the caret has left it, or else the caret. */
  const nextOf = (spans: readonly HighlightSpan[], by: 1 | -1): HighlightSpan | undefined => {
    const offset = caret.last()?.focus ?? null
    const isHere = ({ start, end }: HighlightSpan) => offset === null || (start <= offset && offset <= end)
    const from = here() ?? spans.find(span => claimOf(span.id)?.id === selectedId && isHere(span))
    if (from) return spans[spans.findIndex(({ id }) => id === from.id) + by]
    if (offset === null) return by > 0 ? spans[0] : undefined
    return by > 0 ? spans.find(({ start }) => start >= offset) : spans.findLast(({ start }) => start < offset)
  }

  const step = (by: 1 | -1) => {
    const spans = inOrder()
    const next = nextOf(spans, by)
    const claim = next && claimOf(next.id)
    if (!engine || !next || !claim) {
      announce(
        spans.length === 0 ? 'No span is marked yet.' : by > 0 ? 'This is the last span.' : 'This is the first span.',
      )
      return
    }
    caret.enter({ anchor: next.start, focus: next.start })
    current.current = next
    onSelect(claim.id)
    const place = { number: spans.indexOf(next) + 1, total: spans.length }
    say(() => spanWords(text.slice(next.start, next.end), place, claim, engine.spansIn(next).length - 1))
  }

  useShortcut('[', 'Span before', () => step(-1))
  useShortcut(']', 'Next span, also one within this one', () => step(1))
  return {
    here,
    /** The caret has moved by itself: what counts from now on is where it is. */
    leave: () => {
      current.current = null
    },
  }
}
