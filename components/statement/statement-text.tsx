'use client'

import { useMemo, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { useShortcut } from '@/components/ui/shortcuts'
import type { ClaimSummaryDto } from '@/lib/contracts/claims'
import type { StatementDto } from '@/lib/contracts/statements'
import type { HighlightSpan } from './highlight-segments'
import { MarginMarkers } from './margin-markers'
import { OverlapChooser } from './overlap-chooser'
import { SelectionBar } from './selection-bar'
import type { Span } from './span'
import { useHighlights } from './use-highlights'
import { useMarkedLines } from './use-marked-lines'
import { useTextSelection } from './use-text-selection'
import './highlights.css'

type Props = {
  statement: StatementDto
  claims: readonly ClaimSummaryDto[]
  selectedId: string | null
  /** The passage a claim is being written for. */
  draft: Span | null
  onOpen: (claimId: string) => void
  onClaim: (span: Span) => void
  onAdd: (span: Span) => void
}

type Chooser = { claims: readonly ClaimSummaryDto[]; place: { top: number; left: number } }

const CHOOSER_WIDTH = 352

/** The statement in Tiptap, its highlights painted over it, its markers beside it. */
export function StatementText({ statement, claims, selectedId, draft, onOpen, onClaim, onAdd }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [chooser, setChooser] = useState<Chooser | null>(null)
  const announce = useAnnounce()
  const highlights = useHighlights(host, statement, claims, selectedId, draft)
  const { engine, claimOf } = highlights
  const { marked, edges } = useMarkedLines(highlights, holder, selectedId)
  const { selected, read } = useTextSelection(engine, holder, statement.text)
  const mayClaim = statement.may.createClaim.allowed

  useShortcut(
    'h',
    'Claim the selected passage',
    () => {
      const now = read()
      if (now) onClaim(now.span)
      else announce('Select a passage in the statement first.')
    },
    mayClaim,
  )

  const openAny = (spans: readonly HighlightSpan[], clientX: number, clientY: number) => {
    const here = [...new Set(spans.map(({ id }) => claimOf(id)))].filter(claim => claim !== undefined)
    const box = holder.current?.getBoundingClientRect()
    const [only] = here
    if (here.length === 1 && only) onOpen(only.id)
    else if (here.length > 1 && box)
      setChooser({
        claims: here,
        place: {
          top: clientY - box.top + 12,
          left: Math.max(0, Math.min(clientX - box.left, box.width - CHOOSER_WIDTH)),
        },
      })
  }

  const openAtCaret = () => {
    const offset = engine?.offsetFromCaret(document.getSelection()) ?? null
    if (!engine || offset === null) return
    const line = engine.rectAt(offset) ?? engine.rectAt(Math.max(0, offset - 1))
    openAny(engine.spansIn({ start: Math.max(0, offset - 1), end: offset + 1 }), line?.left ?? 0, line?.bottom ?? 0)
  }

  return (
    <div className="text-holder" ref={holder} dir={statement.direction}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way to what the margin markers offer to everyone */}
      <div
        ref={host}
        onClick={event => {
          if (engine && document.getSelection()?.isCollapsed)
            openAny(engine.hitTest(event.clientX, event.clientY), event.clientX, event.clientY)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          openAtCaret()
        }}
      >
        <StaticText statement={statement} />
      </div>
      {edges.map(edge => (
        <i
          key={edge.key}
          className="edge"
          data-r={edge.tone}
          style={{ insetBlockStart: edge.top, left: edge.left, blockSize: edge.height }}
        />
      ))}
      <MarginMarkers
        marked={marked}
        selectedId={selectedId}
        onOpen={onOpen}
        onChoose={(here, top) => setChooser({ claims: here, place: { top: top + 28, left: 0 } })}
      />
      {selected && !draft && mayClaim ? (
        <SelectionBar
          span={selected.span}
          place={selected.place}
          hasClaims={claims.length > 0}
          onClaim={onClaim}
          onAdd={onAdd}
        />
      ) : null}
      {chooser ? (
        <OverlapChooser
          claims={chooser.claims}
          place={chooser.place}
          onClose={() => setChooser(null)}
          onChoose={claimId => {
            setChooser(null)
            onOpen(claimId)
          }}
        />
      ) : null}
    </div>
  )
}

/** The text as the server writes it, until Tiptap takes its place line for line: reading starts before any script has run. */
function StaticText({ statement }: { statement: StatementDto }) {
  const lines = useMemo(() => statement.text.split('\n'), [statement.text])
  return (
    <div className="text" lang={statement.language} dir={statement.direction}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an immutable text have no other identity
        <p key={index}>{line === '' ? <br /> : line}</p>
      ))}
    </div>
  )
}
