'use client'

import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import { blocksOf } from '@/lib/domain/blocks'
import type { TextRange } from '@/lib/domain/graphemes'
import { type ClaimSpan, spanChange } from './claim-spans'
import { drawHighlights } from './highlight-decorations'
import { HighlightEngine } from './highlight-engine'
import { supportsHighlights } from './highlight-painter'
import { createReadOnlyEditor } from './read-only-editor'
import type { Span } from './span'

/** `layout` grows whenever lines may have moved. */
export type TextWindow = TextRange & { layout: number }

export type Highlights = {
  engine: HighlightEngine<ClaimSpan> | null
  editor: Editor | null
  /** The part of the text near the viewport. */
  window: TextWindow | null
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
  const [mounted, setMounted] = useState<{ engine: HighlightEngine<ClaimSpan>; editor: Editor } | null>(null)
  const engine = mounted?.engine ?? null
  /** The claims whose spans the engine has. */
  const drawn = useRef<readonly ClaimSummaryDto[]>([])
  const [window, setWindow] = useState<TextWindow | null>(null)
  const { id, currentVersion, language, direction, title } = statement
  // A version's text never changes, so its identity stands for it: reading the statement again must not rebuild the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the line above says
  const version = useMemo(() => ({ document: statement.document, text: statement.text }), [id, currentVersion])

  useEffect(() => {
    const element = host.current
    if (!element) return
    element.replaceChildren()
    const editor = createReadOnlyEditor({ element, document: version.document, label: title, language, direction })
    const made = new HighlightEngine<ClaimSpan>({
      root: editor.view.dom,
      text: version.text,
      blocks: blocksOf(version.text),
      onWindow: (range, hasMoved) =>
        setWindow(before => ({ ...range, layout: (before?.layout ?? 0) + (hasMoved ? 1 : 0) })),
    })
    const moved = new ResizeObserver(() => setWindow(before => before && { ...before, layout: before.layout + 1 }))
    moved.observe(element)
    drawn.current = []
    setMounted({ engine: made, editor })
    return () => {
      setMounted(null)
      moved.disconnect()
      made.destroy()
      editor.destroy()
    }
  }, [host, version, title, language, direction])

  // Before the markers are placed, which ask the engine what there is.
  useLayoutEffect(() => {
    if (!engine) return
    engine.update(spanChange(drawn.current, claims))
    drawn.current = claims
  }, [engine, claims])
  useEffect(() => engine?.showDraft(draft), [engine, draft])

  const selectedTargets =
    claims
      .find(claim => claim.id === selectedId)
      ?.targets.filter(({ anchorState }) => anchorState !== 'ORPHANED')
      .map(target => target.id)
      .join(' ') ?? ''
  useEffect(() => {
    if (!engine) return
    const ids = selectedTargets === '' ? [] : selectedTargets.split(' ')
    engine.select(ids)
    engine.reveal(ids, revealInset())
  }, [engine, selectedTargets])

  // Where the browser cannot paint, ProseMirror draws what is near the viewport; the engine goes on answering where things are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine's spans are those of the claims
  useEffect(() => {
    if (!mounted || !window || supportsHighlights()) return
    const selectedIds = new Set(selectedTargets === '' ? [] : selectedTargets.split(' '))
    const spans = mounted.engine.spansIn(window)
    drawHighlights(mounted.editor.view, { within: window, spans, selectedIds, draft })
  }, [mounted, window, claims, selectedTargets, draft])

  // Another function whenever what it answers may differ.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the line above says
  const claimOf = useCallback((targetId: string) => engine?.span(targetId)?.claim, [engine, claims])
  return { engine, editor: mounted?.editor ?? null, window, claimOf }
}

/** On narrow windows the panel lies over the lower part of the page. */
export function revealInset(): { top: number; bottom: number } {
  const isNarrow = matchMedia('(max-width: 47.99rem)').matches
  return { top: 24, bottom: isNarrow ? Math.round(window.innerHeight * 0.45) : 24 }
}
