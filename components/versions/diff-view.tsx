'use client'

import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAnnounce } from '@/components/ui/announcer'
import { Shape } from '@/components/ui/shape'
import { useShortcut } from '@/components/ui/shortcuts'
import { counted } from '@/lib/domain/sentence-words'
import { ChangedRow, type DiffLook, SameText } from './diff-row'
import type { TextComparison } from './diff-rows'
import { FoldedRow } from './folded-row'
import { useIsWide } from './use-is-wide'
import './versions.css'

export type DiffChoice = 'side' | 'inline'

type Props = {
  comparison: TextComparison
  /** Null lets the width of the window choose. */
  view: DiffChoice | null
  onView: (view: DiffChoice) => void
  /** The later text, for what is folded. */
  readText: () => Promise<string>
  language: string
  direction: 'ltr' | 'rtl'
  /** What the two sides are called. */
  names: { from: string; to: string }
  /** Beside the count. */
  tools?: ReactNode
}

/** Drawn at once; a text written anew from end to end comes in parts. */
const AT_ONCE = 80

/** What changed from one text to another, with a way from change to change. */
export function DiffView({ comparison, view, onView, readText, language, direction, names, tools }: Props) {
  const { rows, changes } = comparison
  const announce = useAnnounce()
  const isWide = useIsWide()
  const list = useRef<HTMLOListElement>(null)
  const [current, setCurrent] = useState(0)
  const [limit, setLimit] = useState(AT_ONCE)
  const isSide = view === null ? isWide : view === 'side'
  const look: DiffLook = { isSide, language, direction }

  const goTo = (number: number) => {
    if (changes === 0) return announce('The two texts are the same.')
    if (number < 1) return announce('This is the first change.')
    if (number > changes) return announce('This is the last change.')
    flushSync(() => {
      setCurrent(number)
      setLimit(before => Math.max(before, number + AT_ONCE / 4))
    })
    const row = list.current?.querySelector<HTMLElement>(`#change-${number}`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'center' })
    announce(`Change ${number} of ${changes}`)
  }
  useShortcut('j', 'Next change', () => goTo(current + 1), changes > 0)
  useShortcut('k', 'Previous change', () => goTo(current - 1), changes > 0)

  const end = rows.findIndex(row => row.kind === 'changed' && row.number > limit)
  const shown = end < 0 ? rows : rows.slice(0, end)
  return (
    <div className="diff">
      <div className="diff-bar">
        <p className="diff-count" aria-live="off">
          <b>{changes === 0 ? 'No changes' : counted(changes, 'change')}</b>
          {current > 0 ? <span className="quiet"> · at {current}</span> : null}
        </p>
        {changes > 0 ? (
          <span className="diff-steps">
            <button
              type="button"
              className="btn btn-icon"
              aria-label="Previous change (K)"
              title="Previous change (K)"
              aria-disabled={current <= 1}
              onClick={() => goTo(current - 1)}
            >
              <Shape name="up" />
            </button>
            <button
              type="button"
              className="btn btn-icon"
              aria-label="Next change (J)"
              title="Next change (J)"
              aria-disabled={current >= changes}
              onClick={() => goTo(current + 1)}
            >
              <Shape name="down" />
            </button>
          </span>
        ) : null}
        {tools}
        <fieldset className="chips push">
          <legend className="vh">How the texts are shown</legend>
          {(['side', 'inline'] as const).map(choice => (
            <button
              key={choice}
              type="button"
              className="chip"
              aria-pressed={isSide === (choice === 'side')}
              onClick={() => onView(choice)}
            >
              {choice === 'side' ? 'Side by side' : 'Inline'}
            </button>
          ))}
        </fieldset>
      </div>
      {changes === 0 ? (
        <p className="diff-equal quiet">The two texts are the same, character for character.</p>
      ) : (
        <>
          {isSide ? (
            <p className="diff-names" dir={direction} aria-hidden="true">
              <bdi dir="ltr">{names.from}</bdi>
              <bdi dir="ltr">{names.to}</bdi>
            </p>
          ) : null}
          <ol
            className="diff-rows"
            dir={direction}
            ref={list}
            data-side={isSide || undefined}
            aria-label="What changed"
          >
            {shown.map(row =>
              row.kind === 'changed' ? (
                <ChangedRow
                  key={`change ${row.number}`}
                  row={row}
                  of={changes}
                  isCurrent={row.number === current}
                  look={look}
                />
              ) : row.text === null ? (
                <FoldedRow
                  key={row.range.start}
                  range={row.range}
                  paragraphs={row.paragraphs}
                  readText={readText}
                  look={look}
                />
              ) : (
                <li key={row.range.start} className="diff-context">
                  <SameText text={row.text} look={look} />
                </li>
              ),
            )}
          </ol>
          {end >= 0 ? (
            <p className="more">
              <button type="button" className="btn" onClick={() => setLimit(limit + AT_ONCE)}>
                Show more changes ({(changes - limit).toLocaleString('en')} left)
              </button>
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}
