'use client'

import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { claimItemId } from '@/components/claims/rail-item'
import { useAnnounce, useAnnounceAtRest } from '@/components/ui/announcer'
import { useListedKeys, useShortcut } from '@/components/ui/shortcuts'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import type { TextRange } from '@/lib/domain/graphemes'
import { invisibleWords } from '@/lib/domain/hidden-characters'
import type { HighlightSpan } from './highlight-segments'
import { MarginMarkers } from './margin-markers'
import { OverlapChooser } from './overlap-chooser'
import { SelectionBar } from './selection-bar'
import type { Span } from './span'
import { StaticText } from './static-text'
import { LISTED_CARET_KEYS } from './text-caret-keys'
import { TextCaretMark } from './text-caret-mark'
import { partOfWords, selectionWords, sentenceWords } from './text-caret-words'
import { useHiddenCharacters } from './use-hidden-characters'
import { revealInset, useHighlights } from './use-highlights'
import { useMarkedLines } from './use-marked-lines'
import { useSpanSteps } from './use-span-steps'
import { type CaretPlace, useTextCaret } from './use-text-caret'
import { useTextSelection } from './use-text-selection'
import './highlights.css'

/** What the rest of the workbench may ask of the text. */
export type TextHandle = {
  /** Moves the focus into the text: to a span of this claim, unless the caret is in one already; else where it was. */
  focus: (claimId: string | null) => void
  /** Brings one span into view. */
  reveal: (targetId: string) => void
}

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  /** The passage a claim is being written for. */
  draft: Span | null
  handle: RefObject<TextHandle | null>
  /** `goesThere`: the person asked by keyboard, so the focus goes to the claim as well. */
  onOpen: (claimId: string, goesThere?: boolean) => void
  onClaim: (span: Span) => void
  onAdd: (span: Span) => void
}

type Chooser = { claims: readonly ClaimSummaryDto[]; place: { top: number; left: number }; isByKey: boolean }

const CHOOSER_WIDTH = 352

/** The statement in Tiptap, its highlights painted over it, its markers beside it. */
export function StatementText({ statement, claims, selectedId, draft, handle, onOpen, onClaim, onAdd }: Props) {
  const { text, direction } = statement
  const holder = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [chooser, setChooser] = useState<Chooser | null>(null)
  const announce = useAnnounce()
  const say = useAnnounceAtRest()
  const highlights = useHighlights(host, statement, claims, selectedId, draft)
  const { engine, claimOf } = highlights
  const { marked, edges } = useMarkedLines(highlights, holder, selectedId, direction)
  const { selected, read } = useTextSelection(engine, holder, text)
  const hidden = useHiddenCharacters(highlights.editor, text)
  const mayClaim = statement.may.createClaim.allowed

  const claimsOf = (spans: readonly HighlightSpan[]) =>
    [...new Set(spans.map(({ id }) => claimOf(id)))].filter(claim => claim !== undefined)
  const claimsIn = (passage: TextRange | null) => claimsOf(passage && engine ? engine.spansIn(passage) : [])

  const openAny = (here: readonly ClaimSummaryDto[], clientX: number, clientY: number, isByKey: boolean) => {
    const box = holder.current?.getBoundingClientRect()
    const [only] = here
    if (here.length === 1 && only) onOpen(only.id, isByKey)
    else if (here.length > 1 && box)
      setChooser({
        claims: here,
        place: {
          top: clientY - box.top + 12,
          left: Math.max(0, Math.min(clientX - box.left, box.width - CHOOSER_WIDTH)),
        },
        isByKey,
      })
  }

  /** What is said of where the caret is, once it rests there. */
  const placeWords = ({ caret: { anchor, focus }, passage, sentence }: CaretPlace): string => {
    if (!passage || !sentence) return 'An empty line.'
    const exact = text.slice(passage.start, passage.end)
    const unseen = invisibleWords(hidden.filter(({ at }) => at >= passage.start && at < passage.end))
    const more = unseen ? ` Hidden in it: ${unseen}.` : ''
    if (anchor !== focus) return selectionWords(exact) + more
    const isSentence = passage.start === sentence.start && passage.end === sentence.end
    const here = claimsIn(passage)
    const words = isSentence
      ? sentenceWords(exact, caret.numberOf(sentence), here)
      : [exact, partOfWords(here)].filter(Boolean).join('. ')
    return words + more
  }

  const caret = useTextCaret({
    engine,
    host,
    statement,
    onMove: (place, { isAtEnd }) => {
      spanSteps.leave()
      say(() => (isAtEnd ? `No further. ${placeWords(place)}` : placeWords(place)))
    },
    onOpen: place => {
      const span = spanSteps.here()
      const [exactly, around] = [span ? claimsOf([span]) : claimsIn(place.passage), claimsIn(place.sentence)]
      const here = exactly.length > 0 ? exactly : around
      if (here.length === 0) return announce('No claim stands here.')
      const line = engine?.rectAt(place.caret.focus) ?? engine?.rectAt(Math.max(0, place.caret.focus - 1))
      openAny(here, line?.left ?? 0, line?.bottom ?? 0, true)
    },
    onDrop: () => announce('Nothing is selected any more.'),
  })
  const spanSteps = useSpanSteps({ engine, text, claims, selectedId, claimOf, caret, say, onSelect: onOpen })

  const toText = (claimId: string | null) => {
    const spans = claims.find(({ id }) => id === claimId)?.targets ?? []
    const at = caret.last()?.focus ?? -1
    const [first] = spans.filter(({ anchorState }) => anchorState !== 'ORPHANED')
    const isThere = !first || spans.some(({ start, end }) => start <= at && at <= end)
    caret.enter(isThere ? null : { anchor: first.start, focus: first.start })
  }
  useImperativeHandle(handle, () => ({ focus: toText, reveal: targetId => engine?.reveal([targetId], revealInset()) }))

  const toClaim = () => {
    const now = read()
    if (now) return onClaim(now.span)
    const sentence = caret.here()?.sentence
    if (sentence) onClaim({ ...sentence, exact: text.slice(sentence.start, sentence.end) })
    else announce('Select a passage in the statement first.')
  }
  useShortcut('h', 'Claim what is selected, or the sentence the caret is in', toClaim, mayClaim)
  useShortcut('t', 'To the text, at the selected claim', () => toText(selectedId))
  useShortcut('o', 'Move the other end of the selection', caret.turn)
  useListedKeys('In the statement', LISTED_CARET_KEYS)

  // What the sentence in hand belongs to, for who asks their screen reader for details.
  const details = claimsIn(caret.marked)
    .map(({ id }) => claimItemId(id))
    .join(' ')
  useEffect(() => {
    const root = host.current?.querySelector('[aria-readonly]')
    if (details) root?.setAttribute('aria-details', details)
    else root?.removeAttribute('aria-details')
  }, [details])

  return (
    <div className="text-holder" ref={holder} dir={direction}>
      {caret.areOn ? (
        <p className="vh" id="text-keys" dir="ltr" lang="en">
          Arrow down and up step through the sentences, with Shift they select.{' '}
          {mayClaim ? 'H claims the sentence or what is selected, ' : ''}Enter opens its claims, question mark lists all
          keys.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard before the editor hears them */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way to what the margin markers offer to everyone */}
      <div
        ref={host}
        onClick={event => {
          if (engine && document.getSelection()?.isCollapsed)
            openAny(claimsOf(engine.hitTest(event.clientX, event.clientY)), event.clientX, event.clientY, false)
        }}
        onKeyDownCapture={caret.handleKey}
      >
        <StaticText text={text} language={statement.language} direction={direction} />
      </div>
      <TextCaretMark
        engine={engine}
        holder={holder}
        sentence={caret.marked}
        direction={direction}
        window={highlights.window}
      />
      {edges.map(edge => (
        <i
          key={edge.key}
          className="edge"
          data-r={edge.tone}
          style={{ insetBlockStart: edge.top, left: edge.left, blockSize: edge.height }}
        />
      ))}
      {selected && !draft && mayClaim ? (
        <SelectionBar
          span={selected.span}
          place={selected.place}
          hasClaims={claims.length > 0}
          onClaim={onClaim}
          onAdd={onAdd}
        />
      ) : null}
      <MarginMarkers
        marked={marked}
        selectedId={selectedId}
        onOpen={onOpen}
        onChoose={(here, top, isByKey) => setChooser({ claims: here, place: { top: top + 28, left: 0 }, isByKey })}
      />
      {chooser ? (
        <OverlapChooser
          claims={chooser.claims}
          place={chooser.place}
          onClose={() => setChooser(null)}
          onChoose={claimId => {
            setChooser(null)
            onOpen(claimId, chooser.isByKey)
          }}
        />
      ) : null}
    </div>
  )
}
