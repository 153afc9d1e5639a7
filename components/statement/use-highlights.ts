'use client'

import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { blocksOf } from '@/lib/domain/blocks'
import type { TextRange } from '@/lib/domain/graphemes'
import { drawHighlights } from './highlight-decorations'
import { HighlightEngine } from './highlight-engine'
import { supportsHighlights } from './highlight-painter'
import type { HighlightSpan } from './highlight-segments'
import { createReadOnlyEditor } from './read-only-editor'
import type { Span } from './span'

export type Highlights = {
  engine: HighlightEngine | null
  /** The part of the text near the viewport; a new object whenever lines may have moved. */
  window: TextRange | null
  /** The claim that a target belongs to. */
  claimOf: (targetId: string) => ClaimSummaryDto | undefined
}

/** Puts Tiptap into `host` and keeps the highlights over it in step with the claims. */
export function useHighlights(
  host: RefObject<HTMLElement | null>,
  statement: StatementDto,
  claims: readonly ClaimSummaryDto[],
  selectedId: string | null,
  draft: Span | null,
): Highlights {
  const [mounted, setMounted] = useState<{ engine: HighlightEngine; editor: Editor } | null>(null)
  const engine = mounted?.engine ?? null
  const [window, setWindow] = useState<TextRange | null>(null)
  const { id, currentVersion, language, direction, title } = statement
  // A version's text never changes, so its identity stands for it: reading the statement again must not rebuild the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the line above says
  const version = useMemo(() => ({ document: statement.document, text: statement.text }), [id, currentVersion])

  useEffect(() => {
    const element = host.current
    if (!element) return
    element.replaceChildren()
    const editor = createReadOnlyEditor({ element, document: version.document, label: title, language, direction })
    const made = new HighlightEngine({
      root: editor.view.dom,
      text: version.text,
      blocks: blocksOf(version.text),
      onWindow: range => setWindow({ ...range }),
    })
    const moved = new ResizeObserver(() => setWindow(before => (before ? { ...before } : before)))
    moved.observe(element)
    setMounted({ engine: made, editor })
    return () => {
      setMounted(null)
      moved.disconnect()
      made.destroy()
      editor.destroy()
    }
  }, [host, version, title, language, direction])

  useEffect(() => {
    engine?.setSpans(claims.flatMap(spansOf))
    setWindow(before => (before ? { ...before } : before))
  }, [engine, claims])
  useEffect(() => engine?.showDraft(draft), [engine, draft])

  const selectedTargets =
    claims
      .find(claim => claim.id === selectedId)
      ?.targets.map(target => target.id)
      .join(' ') ?? ''
  useEffect(() => {
    if (!engine) return
    const ids = selectedTargets === '' ? [] : selectedTargets.split(' ')
    engine.select(ids)
    const [first] = ids
    if (first) engine.reveal(first, revealInset())
  }, [engine, selectedTargets])

  // Where the browser cannot paint, ProseMirror draws; the engine goes on answering where things are.
  useEffect(() => {
    if (!mounted || supportsHighlights()) return
    const selectedIds = new Set(selectedTargets === '' ? [] : selectedTargets.split(' '))
    drawHighlights(mounted.editor.view, { spans: claims.flatMap(spansOf), selectedIds, draft })
  }, [mounted, claims, selectedTargets, draft])

  const byTarget = useMemo(
    () => new Map(claims.flatMap(claim => claim.targets.map(target => [target.id, claim]))),
    [claims],
  )
  const claimOf = useCallback((targetId: string) => byTarget.get(targetId), [byTarget])
  return { engine, window, claimOf }
}

function spansOf(claim: ClaimSummaryDto): HighlightSpan[] {
  const tone = claim.rating?.tone ?? 'none'
  return claim.targets.map(({ id, start, end }) => ({ id, start, end, tone }))
}

/** On narrow windows the panel lies over the lower part of the page. */
function revealInset(): { top: number; bottom: number } {
  const isNarrow = matchMedia('(max-width: 47.99rem)').matches
  return { top: 24, bottom: isNarrow ? Math.round(window.innerHeight * 0.45) : 24 }
}
